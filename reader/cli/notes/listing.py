"""``reader notes list``, ``show`` and ``search``: the notes as lines."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Iterator, Sequence

from reader.cli.notes.opening import add_choice, chosen, note_of, opened, told
from reader.cli.output import add_format, write, write_file
from reader.model import Note

Lines = Callable[[Note], Iterator[str]]


def options(parser: ArgumentParser) -> None:
    """Declare which notes, and the form of the answer."""
    add_choice(parser)
    add_format(parser, "text", "json", "markdown")


def searching(parser: ArgumentParser) -> None:
    """Declare the words, and what `options` does."""
    from reader.notes.filter import FIELDS

    parser.add_argument(
        "words",
        metavar="WORD",
        nargs="+",
        type=_term,
        help=f"a word, #tag, or FIELD:word; fields: {', '.join(FIELDS)}",
    )
    options(parser)


def run(arguments: Namespace) -> int:
    """Print the notes that are asked for."""
    store = opened(arguments)
    query = " ".join(getattr(arguments, "words", ()))
    _print(chosen(store, arguments, query), arguments.format, _brief)
    return told(store)


def _term(given: str) -> str:
    """Return `given`, one word to the shell, as one term of a query."""
    if not given.strip():
        raise ArgumentTypeError("an empty word, which is in every note")
    if " " not in given or '"' in given:
        return given
    if given.startswith("#"):
        return f'#"{given[1:]}"'
    field, colon, words = given.partition(":")
    return f'{field}:"{words}"' if colon and field.isalnum() else f'"{given}"'


def showing(parser: ArgumentParser) -> None:
    """Declare which notes, and the form of the answer."""
    parser.add_argument("ids", metavar="ID", nargs="+", help="a note, by its id")
    add_format(parser, "text", "json", "markdown")


def show(arguments: Namespace) -> int:
    """Print some notes in full."""
    store = opened(arguments)
    _print([note_of(store, id) for id in arguments.ids], arguments.format, _full)
    return told(store)


def _print(notes: Sequence[Note], form: str, described: Lines) -> None:
    if form == "text":
        write("\n".join("".join(f"{line}\n" for line in described(note)) for note in notes))
        return
    from reader.notes.exports import form as form_named

    write_file(form_named("json" if form == "json" else "plain").write(notes, "Notes"))


def _brief(note: Note) -> Iterator[str]:
    """Yield the note in lines: its id and standing, its passages, its text."""
    yield "  ".join((note.id, note.status, note.relation, *(f"#{tag}" for tag in note.tags)))
    for passage in note.passages:
        place = ", ".join(filter(None, (passage.outlet, passage.headline)))
        said = f"{passage.value}: " if passage.value else ""
        yield f"    > {said}{' '.join(passage.exact.split())}"
        yield f"      {place}, sentence {passage.sentence + 1}"
    yield from (f"    {line}" for line in note.text.splitlines())


def _full(note: Note) -> Iterator[str]:
    """Yield all that is known of the note, a line a field."""
    from reader.notes.card import lines
    from reader.render.dates import local

    yield f"note: {note.id}"
    yield from (line.rstrip(",") for line in lines(note).splitlines() if not line.endswith(":"))
    yield f"created: {local(note.created)}"
    yield f"updated: {local(note.updated)}"
    for number, passage in enumerate(note.passages, 1):
        yield ""
        yield f"passage {number}: {' '.join(passage.exact.split())}"
        known = {
            "value": passage.value,
            "outlet": passage.outlet,
            "headline": passage.headline,
            "published": local(passage.published),
            "url": passage.url,
            "place": f"paragraph {passage.paragraph + 1}, sentence {passage.sentence + 1}, "
            f"characters {passage.start} to {passage.end}",
        }
        yield from (f"    {name}: {value}" for name, value in known.items() if value)
    if earlier := note.extra.get("history"):
        yield ""
        yield f"earlier versions: {len(earlier)}"
    yield ""
    yield from note.text.splitlines()
