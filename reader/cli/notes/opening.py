"""The notes file that a command is about, and which of its notes."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.cli.output import TROUBLE, complain
from reader.cli.reading import articles
from reader.model import Note, Override, ReaderError, Status, sanitise_line

if TYPE_CHECKING:
    from reader.notes.store import NoteStore
    from reader.settings import Settings


def add_choice(parser: ArgumentParser) -> None:
    """Let the command take some of the notes: those that fit everything that is asked."""
    statuses = [status.value for status in Status]
    parser.add_argument("--status", choices=statuses, help="only notes of this status")
    parser.add_argument(
        "--tag",
        action="append",
        default=[],
        type=tag,
        metavar="TAG",
        help="only notes with this tag, and every other that is asked for",
    )
    for flag, what in (("--story", "the story in this folder"), ("--article", "this article")):
        parser.add_argument(
            flag,
            action="append",
            default=[],
            dest="about",
            metavar="PATH",
            help=f"only notes on {what}; of several, on any",
        )
    parser.add_argument(
        "--id",
        action="append",
        default=[],
        dest="ids",
        metavar="ID",
        help="only this note; given again, these notes",
    )


def tag(given: str) -> str:
    """Read a tag as it is kept, with or without its #."""
    from reader.notes.card import tags_of

    found = tags_of(f"{given},")
    if len(found) != 1:
        raise ArgumentTypeError(f"not a tag: “{given}”")
    return found[0]


def settings(arguments: Namespace) -> Settings:
    """Return what holds for this run."""
    from reader.settings import load_settings

    return load_settings(notes=arguments.notes)


def opened(arguments: Namespace, *, new: bool = False) -> NoteStore:
    """Return the store of the notes file.

    Raises ReaderError where --notes names no file, unless a `new` one may be begun.
    """
    from reader.notes.store import NoteStore

    store = NoteStore(settings(arguments).notes)
    if arguments.notes and not (new or store.notes or store.faults or store.path.exists()):
        raise ReaderError(f"{arguments.notes}: there is no such notes file")
    return store


def chosen(store: NoteStore, arguments: Namespace, query: str = "") -> list[Note]:
    """Return the notes of `store` that are asked for, in its order."""
    notes: Sequence[Note] = store.notes
    if query:
        from reader.notes.filter import matching

        notes = matching(notes, query)
    if arguments.about:
        from reader.notes.filter import about

        notes = about(notes, articles(arguments.about))
    if arguments.ids:
        wanted = [note_of(store, id).id for id in arguments.ids]
        notes = [note for note in notes if note.id in wanted]
    return [
        note
        for note in notes
        if arguments.status in (None, note.status) and set(arguments.tag) <= set(note.tags)
    ]


def note_of(store: NoteStore, id: str) -> Note:
    """Return the note of that id. Raises ReaderError where there is none."""
    note = store.get(id)
    if note is None:
        raise ReaderError(f"no note has the id “{sanitise_line(id)}”: reader notes list shows them")
    return note


def told(store: NoteStore) -> int:
    """Say what is wrong with the notes file; return 2 where something is, otherwise 0."""
    for fault in store.faults:
        complain(fault)
    return TROUBLE if store.faults else 0


def corrections(arguments: Namespace) -> Sequence[Override]:
    """Return the reporter's corrections of links; none where they are to be left aside."""
    if arguments.machine:
        return ()
    store = opened(arguments)
    told(store)
    return store.overrides
