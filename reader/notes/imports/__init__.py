"""Notes from other files: which kind of file it is, and how its notes join those that are here."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from reader.model import Note, ReaderError
from reader.notes.entries import entry
from reader.notes.exports.tables import SCHEMA
from reader.notes.fields import read_note
from reader.notes.imports import hypothesis, tables, webannotation
from reader.notes.keys import Table
from reader.notes.merge import later, version
from reader.notes.store import Change, NoteStore
from reader.notes.toml import parse


@dataclass(frozen=True, slots=True)
class Found:
    """The notes of a file, and a line for each that could not be read."""

    notes: tuple[Note, ...]
    faults: tuple[str, ...]


def notes_in(data: bytes) -> Found:
    """The notes in Reader's JSON or TOML, in W3C Web Annotations or in Hypothesis' JSON.

    Raises ReaderError where it is none of these.
    """
    text = data.decode("utf-8-sig", errors="replace")
    if not text.lstrip().startswith(("{", "[")) or text.lstrip().startswith("[["):
        document = parse(data)
        values = [held.value for held in document.entries.values()]
        return Found(tuple(v for v in values if isinstance(v, Note)), document.faults)
    records, read = _records(_values(text))
    notes, faults = [], []
    for number, record in enumerate(records, 1):
        try:
            notes.append(read_note(read(record)))
        except ReaderError as error:
            faults.append(f"note {number}: {error}; it is passed over")
    return Found(tuple(notes), tuple(faults))


def _values(text: str) -> list[object]:
    """The JSON values in `text`: one, or one a line."""
    try:
        return [json.loads(text)]
    except json.JSONDecodeError as error:
        try:
            return [[json.loads(line) for line in text.split("\n") if line.strip()]]
        except (ValueError, RecursionError):
            where = f"line {error.lineno}, column {error.colno}"
            raise ReaderError(f"not JSON: {error.msg} at {where}") from None
    except (ValueError, RecursionError):
        raise ReaderError("not JSON that can be read: too deep, or a number too long") from None


Read = Callable[[object], Table]


def _records(values: list[object]) -> tuple[Sequence[object], Read]:
    """What describes a note each, and what makes a table of it."""
    (value,) = values
    if isinstance(value, dict):
        if value.get("schema") == SCHEMA and isinstance(value.get("notes"), list):
            return value["notes"], tables.table
        for key, read in (("items", webannotation.table), ("rows", hypothesis.table)):
            if isinstance(value.get(key), list):
                return value[key], read
        if isinstance(first := value.get("first"), dict) and isinstance(first.get("items"), list):
            return first["items"], webannotation.table
        value = [value]
    if isinstance(value, list) and value and all(isinstance(each, dict) for each in value):
        if all("uri" in each for each in value):
            return value, hypothesis.table
        if all(each.get("type") == "Annotation" for each in value):
            return value, webannotation.table
    raise ReaderError(
        "no notes that can be read: Reader's own JSON or TOML, W3C Web Annotations "
        "and Hypothesis' JSON can"
    )


def _later(note: Note, held: Note | None) -> Note:
    """The later of two versions of a note, with the other in its history."""
    found = later(entry(note), entry(held)).value if held and held != note else note
    assert isinstance(found, Note)
    return found


def _known(held: Note, note: Note) -> bool:
    """Whether `note` is an earlier version of `held`, kept with it."""
    history = held.extra.get("history")
    return isinstance(history, list) and version(note) in history


@dataclass(frozen=True, slots=True)
class Joined:
    """How many notes came in, how many were changed, and how many were here as they are."""

    added: int
    changed: int
    same: int


def join(store: NoteStore, notes: Iterable[Note]) -> Joined:
    """Put `notes` into `store` at once; of two versions the later stands, with the other kept.

    Passes on the store's ReaderError.
    """
    met: dict[str, Note] = {}
    for note in notes:
        met[note.id] = _later(note, met.get(note.id))
    changes: list[Change] = []
    same = 0
    for note in met.values():
        held = store.get(note.id)
        new = _later(note, held)
        if new == held or (held and _known(held, note)):
            same += 1
        else:
            changes.append(Change(held, new))
    if changes:
        store.apply(changes)
    added = sum(change.before is None for change in changes)
    return Joined(added, len(changes) - added, same)
