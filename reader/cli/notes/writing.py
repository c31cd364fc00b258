"""``reader notes add``, ``edit`` and ``delete``: notes written without the screen."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from dataclasses import replace
from datetime import UTC, datetime
from itertools import zip_longest
from typing import TYPE_CHECKING

from reader.cli.notes.opening import note_of, opened, settings, tag, told
from reader.cli.output import complain, write
from reader.cli.reading import article
from reader.model import Anchor, Note, ReaderError, Relation, Status, sanitise, sanitise_line

if TYPE_CHECKING:
    from reader.notes.drafts import Drafts
    from reader.notes.store import NoteStore

FIELDS = {
    "speaker": "who is quoted; of edit, an empty value clears this or any field below",
    "checked-by": "who checked it",
    "checked-on": "when it was checked: a date such as 2026-11-21, or today",
    "method": "how it was checked: by phone, from the document …",
    "fact": "what the passages differ in",
}


def _add_fields(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--status",
        choices=[status.value for status in Status],
        help="how far you are with it",
    )
    parser.add_argument(
        "--relation",
        choices=[relation.value for relation in Relation],
        help="what its passages are",
    )
    parser.add_argument(
        "--tag", action="append", default=[], type=tag, metavar="TAG", help="give it this tag"
    )
    for name, help in FIELDS.items():
        parser.add_argument(f"--{name}", metavar="WORDS", help=help)


def _add_passages(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--article",
        action="append",
        default=[],
        metavar="FILE",
        help="an article to quote; give it again for each passage",
    )
    parser.add_argument(
        "--quote",
        action="append",
        default=[],
        metavar="WORDS",
        help="words as they stand there: the first of these in the first --article, and so on",
    )
    parser.add_argument(
        "--value",
        action="append",
        default=[],
        metavar="WORDS",
        help="what the passage says where the passages differ: the first of the first --quote, …",
    )


def _given(arguments: Namespace) -> dict[str, str]:
    """Return the fields that are asked for, by the names of a card's lines."""
    names = ("status", "relation", *(name.replace("-", "_") for name in FIELDS))
    found = {name.replace("_", " "): getattr(arguments, name) for name in names}
    return {name: value for name, value in found.items() if value is not None}


def adding(parser: ArgumentParser) -> None:
    """Declare the text, the passages and the fields."""
    parser.add_argument("text", metavar="TEXT", nargs="?", help="the note; - for standard input")
    _add_passages(parser)
    parser.add_argument(
        "--template", metavar="NAME", help="begin with this one of [templates] in config.toml"
    )
    _add_fields(parser)


def add(arguments: Namespace) -> int:
    """Keep a new note, and print its id."""
    from reader.notes.card import changes
    from reader.notes.ids import new_id
    from reader.notes.templates import begun, template

    store, now = opened(arguments, new=True), _now()
    passages = _passages(arguments)
    note = Note(new_id([note.id for note in store.notes]), now, now, passages)
    if arguments.template is not None:
        known = settings(arguments).templates
        note = begun(template(known, arguments.template), note, now.astimezone().date())
    tags = dict.fromkeys((*note.tags, *arguments.tag))
    text = f"{note.text}{_text(arguments.text)}".strip()
    if not text and not passages:
        raise ReaderError("an empty note is not kept: give it a text, or a passage")
    note = replace(note, text=text, tags=tuple(tags), **changes(_given(arguments)))
    store.put(note)
    write(f"{note.id}\n")
    return told(store)


def editing(parser: ArgumentParser) -> None:
    """Declare the note, what is to change, and the passages to add."""
    parser.add_argument("id", metavar="ID", help="the note")
    parser.add_argument("--text", metavar="TEXT", help="another text; - for standard input")
    parser.add_argument(
        "--untag",
        action="append",
        default=[],
        type=tag,
        metavar="TAG",
        help="take this tag away",
    )
    _add_passages(parser)
    _add_fields(parser)


def edit(arguments: Namespace) -> int:
    """Change a note as asked; in the reporter's editor, where nothing is."""
    from reader.notes.card import changes

    store = opened(arguments)
    was = note_of(store, arguments.id)
    given = _given(arguments)
    passages = (*was.passages, *_passages(arguments))
    asked = (given, arguments.tag, arguments.untag, arguments.article)
    if any(asked) or arguments.text is not None:
        tags = [one for one in (*was.tags, *arguments.tag) if one not in arguments.untag]
        text = was.text if arguments.text is None else _text(arguments.text).strip()
        note = replace(was, passages=passages, tags=tuple(dict.fromkeys(tags)), text=text)
        note = replace(note, **changes(given))
        _change(store, was, note)
    else:
        _edit_card(store, was, settings(arguments).editor)
    return told(store)


def _edit_card(store: NoteStore, was: Note, editor: str) -> None:
    """Have the note's card edited; what cannot be saved is a draft, from which the next begins."""
    from reader.editor import edited
    from reader.notes.card import card, carded
    from reader.notes.drafts import Drafts

    drafts, about = Drafts(store.path), f"card {was.id}"
    draft = drafts.get(about)
    if draft:
        complain("this begins with your draft, which could not be saved; empty it to drop it")
    written = edited(editor, draft or card(was), "note.md")
    try:
        # As with other programs that lend an editor, an emptied file says: leave it.
        if written.strip():
            note = carded(was, written)
            _change(store, was, replace(note, text=note.text.strip()))
    except ReaderError as error:
        raise ReaderError(f"{error}; {_kept(drafts, about, written)}") from error
    drafts.drop(about)


def _kept(drafts: Drafts, about: str, written: str) -> str:
    """Keep `written` for the next edit, or print it where no file takes it; say which."""
    try:
        drafts.keep(about, written)
    except ReaderError:
        write(written)
        return "what you typed is printed here, for no file takes it"
    return "what you typed is kept, and the next edit begins with it"


def _change(store: NoteStore, was: Note, note: Note) -> None:
    """Let `note` stand in place of `was`, or beside what has come in for that meanwhile."""
    if note != was:
        store.reload()
        store.put(store.reconciled(replace(note, updated=max(_now(), was.updated)), was))


def deleting(parser: ArgumentParser) -> None:
    """Declare the notes."""
    parser.add_argument("ids", metavar="ID", nargs="+", help="a note, by its id")


def delete(arguments: Namespace) -> int:
    """Take notes away, all or none; the notes file's backups still have them."""
    from reader.notes.store import Change

    store = opened(arguments)
    store.apply([Change(note_of(store, id), None) for id in dict.fromkeys(arguments.ids)])
    return told(store)


def _passages(arguments: Namespace) -> tuple[Anchor, ...]:
    files, quotes, values = arguments.article, arguments.quote, arguments.value
    if len(files) != len(quotes):
        raise ReaderError("each --article needs a --quote, and each --quote an --article")
    if len(values) > len(quotes):
        raise ReaderError("each --value needs a --quote of its own")
    return tuple(
        replace(passage(file, words), value=sanitise_line(value))
        for file, words, value in zip_longest(files, quotes, values, fillvalue="")
    )


def passage(file: str, words: str) -> Anchor:
    """Return the anchor of `words` in `file`. Raises ReaderError where they are not in it."""
    from reader.language import read
    from reader.notes.anchors import anchor
    from reader.notes.quoting import quoted_in

    reading = read(article(file))
    return anchor(reading, quoted_in(reading, words))


def _text(given: str | None) -> str:
    try:
        return sanitise(sys.stdin.read() if given == "-" else given or "")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise ReaderError(f"standard input: not {error.encoding} text at line {line}") from None


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)
