"""What is wrong with a notes file and what lies beside it, and the mending of what can be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from reader.disk import real, write_whole
from reader.model import Note, ReaderError, sanitise_line
from reader.notes.disk import BACKUPS, backup, keep_backup, leftovers, locked, sweep
from reader.notes.entries import Entry, Key, entry
from reader.notes.ids import new_id
from reader.notes.store import NoteStore, recovery_of
from reader.notes.toml import HEAD, TWICE, Document, parse, render, salvage

_PRIVATE = 0o600


def check(path: Path) -> tuple[str, ...]:
    """A line for each thing that is wrong; nothing is written.

    Raises ReaderError where the files cannot be looked at.
    """
    path = real(path)
    try:
        return tuple(_findings(path))
    except OSError as error:
        raise ReaderError(f"cannot read {sanitise_line(str(path))}: {error.strerror}") from error


def repair(path: Path) -> tuple[str, ...]:
    """Mend what can be mended, and return a line for each thing that was done.

    A missing file comes back from its newest backup; of a broken one what can be read stays,
    the rest goes into a file beside it, and all of it into the backup; the second note of an id
    gets another; what waits in the recovery file is taken in. Raises ReaderError where the
    files cannot be written.
    """
    path = real(path)
    name = _named(path)
    try:
        with locked(path):
            done = [*_swept(path), *_restored(path), *_salvaged(path), *_renamed(path)]
    except OSError as error:
        raise ReaderError(f"cannot mend {name}: {error.strerror}") from error
    waiting = recovery_of(path)
    store = NoteStore(path)
    if waiting.exists():
        store.save()
        if not waiting.exists():
            done.append(f"{_named(waiting)}: taken in, and kept as a backup")
    return tuple(done)


def _named(path: Path) -> str:
    return sanitise_line(path.name)


def _findings(path: Path) -> Iterator[str]:
    if not path.exists() and (newest := _backup_of(path)):
        yield f"{_named(path)} is missing; {_named(newest)} is the newest that can be read"
    yield from NoteStore(path).faults
    if recovery_of(path).exists():
        yield f"{_named(recovery_of(path))} waits to be taken in"
    if left := len(leftovers(path)):
        yield f"files that a killed writer left half written: {left}"


def _swept(path: Path) -> Iterator[str]:
    if left := len(leftovers(path)):
        sweep(path)
        yield f"files that a killed writer left half written: {left}, removed"


def _restored(path: Path) -> Iterator[str]:
    if not path.exists() and (newest := _backup_of(path)):
        write_whole(path, newest.read_bytes(), _PRIVATE)
        yield f"{_named(path)}: brought back from {_named(newest)}"


def _backup_of(path: Path) -> Path | None:
    """The newest backup that can be read."""
    for number in range(1, BACKUPS + 1):
        if _document(backup(path, number)):
            return backup(path, number)
    return None


def _document(path: Path) -> Document | None:
    try:
        return parse(path.read_bytes())
    except (ReaderError, OSError):
        return None


def _salvaged(path: Path) -> Iterator[str]:
    if not path.exists() or _document(path):
        return
    data = path.read_bytes()
    document, lost = salvage(data)
    keep_backup(path)
    beside = _free(path)
    write_whole(beside, b"\n".join(lost), _PRIVATE)
    write_whole(path, render(document.head, document.entries.values()), _PRIVATE)
    kept = len(document.entries)
    yield f"{_named(path)}: {kept} entries kept; the rest is in {_named(beside)}"


def _free(path: Path) -> Path:
    """A name beside `path` that nothing has, for what cannot be read."""
    number = 1
    while (beside := path.with_name(f"{path.stem}.broken-{number}{path.suffix}")).exists():
        number += 1
    return beside


def _renamed(path: Path) -> Iterator[str]:
    document = _document(path)
    if document is None or document.newer:
        return
    taken = {key[1] for key in document.entries if key[0] == "note"}
    entries: dict[Key, Entry] = {}
    for key, held in document.entries.items():
        note = _note(held) if TWICE in held.fault else None
        if note is None:
            entries[key] = held
            continue
        renamed = replace(note, id=new_id(taken))
        taken.add(renamed.id)
        entries["note", renamed.id] = entry(renamed)
        yield f"the second note {note.id} is now {renamed.id}"
    if entries.keys() != document.entries.keys():
        keep_backup(path)
        write_whole(path, render(document.head, entries.values()), _PRIVATE)


def _note(held: Entry) -> Note | None:
    """The note of an entry that could not be taken where it stood."""
    (alone,) = parse(HEAD + held.toml).entries.values()
    return alone.value if isinstance(alone.value, Note) else None
