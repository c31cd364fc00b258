"""``reader notes list`` and ``notes export``: the notes without the screen."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path

from reader.cli.output import add_format, as_json, complain, write, write_file
from reader.model import Note, ReaderError, Status, sanitise_line

SOME_UNREAD = 2


def options(parser: ArgumentParser) -> None:
    """Declare the two actions, which notes they take, and the form they give them."""
    actions = parser.add_subparsers(dest="action", metavar="list|export", required=True)
    listing = actions.add_parser("list", help="print the notes")
    add_format(listing, "text", "json", "markdown")
    listing.set_defaults(profile="plain", output=None)
    export = actions.add_parser("export", help="write the notes for other programs")
    add_format(export, "markdown", "json")
    export.add_argument("--profile", default="plain", help="the Markdown to write: plain, obsidian")
    export.add_argument(
        "--output",
        metavar="FILE",
        help="write FILE; what stands in it besides these notes stays, if it is Markdown",
    )
    for action in (listing, export):
        action.add_argument("--notes", metavar="FILE", help="the notes file to read")
        action.add_argument("--status", choices=[*Status], help="only notes of this status")
        action.add_argument(
            "--tag", action="append", default=[], help="only notes with this tag, and every other"
        )


def run(arguments: Namespace) -> int:
    """Print or export the notes; return 2 where some could not be read, otherwise 0."""
    from reader.notes.store import NoteStore
    from reader.settings import load_settings

    store = NoteStore(load_settings(notes=arguments.notes).notes)
    chosen = [note for note in store.notes if _wanted(note, arguments)]
    if arguments.format == "text":
        write("\n".join(line for note in chosen for line in _described(note)))
    elif arguments.format == "json":
        _json(chosen, arguments.output)
    else:
        _markdown(chosen, arguments.profile, arguments.output)
    for fault in store.faults:
        complain(fault)
    return SOME_UNREAD if store.faults else 0


def _wanted(note: Note, arguments: Namespace) -> bool:
    of_status = arguments.status is None or note.status == arguments.status
    return of_status and set(arguments.tag) <= set(note.tags)


def _described(note: Note) -> Iterator[str]:
    """Yield the note in lines: its id and standing, its passages, its text."""
    yield "  ".join((note.id, note.status, note.relation, *(f"#{tag}" for tag in note.tags)))
    for passage in note.passages:
        place = ", ".join(filter(None, (passage.outlet, passage.headline)))
        yield f"    > {' '.join(passage.exact.split())}"
        yield f"      {place}, sentence {passage.sentence + 1}"
    yield from (f"    {line}" for line in note.text.splitlines())
    yield ""


def _json(notes: Sequence[Note], output: str | None) -> None:
    from reader.disk import write_whole
    from reader.notes.fields import note_table

    text = as_json({"schema": "reader.notes/1", "notes": [note_table(note) for note in notes]})
    if output is None:
        write_file(text)
        return
    try:
        write_whole(Path(output), text.encode())
    except OSError as error:
        raise ReaderError(f"cannot write {sanitise_line(output)}: {error.strerror}") from error


def _markdown(notes: Sequence[Note], profile: str, output: str | None) -> None:
    from reader.notes.exports import form
    from reader.notes.exports.sealed import export_into

    text = form(profile).write(notes, "Notes")
    if output is None:
        write_file(text)
        return
    for id in export_into(Path(output), text):
        complain(f"{output}: {id} was changed there by hand and stays as it is")
