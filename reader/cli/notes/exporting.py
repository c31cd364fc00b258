"""``reader notes export``: the notes for other programs, to a file, the clipboard or the pipe."""

from __future__ import annotations

import base64
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from reader.cli.notes.opening import add_choice, chosen, opened, settings, told
from reader.cli.output import complain, write_file
from reader.model import Note, ReaderError, sanitise_line

MARKDOWN = "markdown"
_TERMINAL = Path("/dev/tty")


def options(parser: ArgumentParser) -> None:
    """Declare which notes, in which form, to where."""
    from reader.notes.exports import FORMS

    markdown = {name: form for name, form in FORMS.items() if form.suffix == ".md"}
    others = [name for name in FORMS if name not in markdown]
    add_choice(parser)
    parser.add_argument(
        "--format",
        choices=(MARKDOWN, *others),
        help="the form; without, the one that the name of --output asks for, or Markdown",
    )
    parser.add_argument(
        "--profile",
        choices=markdown,
        help="the Markdown to write; without, the profile of config.toml, or plain",
    )
    parser.add_argument(
        "--template", metavar="FILE", help="a Jinja template of your own, instead of a form"
    )
    parser.add_argument(
        "--title", metavar="WORDS", type=sanitise_line, default="Notes", help="the title"
    )
    where = parser.add_mutually_exclusive_group()
    where.add_argument(
        "--output",
        metavar="FILE",
        help="write FILE; in Markdown, what stands in it besides these notes stays",
    )
    where.add_argument(
        "--clipboard", action="store_true", help="send it to the terminal's clipboard (OSC 52)"
    )
    parser.add_argument(
        "--replace", action="store_true", help="write over FILE, where it would be refused"
    )


def run(arguments: Namespace) -> int:
    """Export the notes that are asked for."""
    store = opened(arguments)
    notes = chosen(store, arguments)
    text, sealed = _written(notes, arguments)
    if arguments.clipboard:
        _to_clipboard(text)
    elif arguments.output in (None, "-"):
        write_file(text)
    else:
        from reader.notes.exports.sealed import write_to

        for id in write_to(Path(arguments.output), text, sealed, replace=arguments.replace):
            complain(f"{arguments.output}: {id} was changed there by hand and stays as it is")
    return told(store)


def _written(notes: Sequence[Note], arguments: Namespace) -> tuple[str, bool]:
    """Return the text, and whether it can be brought into a file that is there."""
    if arguments.template:
        from reader.notes.exports.template import filled

        return filled(Path(arguments.template), notes, arguments.title), False
    from reader.notes.exports import form, form_of

    if arguments.format in (None, MARKDOWN):
        asked = "" if arguments.format else arguments.output or ""
        chosen_form = form_of(asked, arguments.profile or settings(arguments).profile)
    else:
        chosen_form = form(arguments.format)
    return chosen_form.write(notes, arguments.title), chosen_form.sealed


def _to_clipboard(text: str) -> None:
    """Hand `text` to the terminal, which may or may not put it on the clipboard."""
    sequence = f"\x1b]52;c;{base64.b64encode(text.encode()).decode()}\x07"
    try:
        with _TERMINAL.open("w") as terminal:
            terminal.write(sequence)
    except OSError as error:
        raise ReaderError(f"no terminal to send it to: {error.strerror}; use --output") from error
    complain("sent to the terminal, which may not take it")
