"""The notes of one file: held in memory, on the disk before a change is acknowledged.

What someone else writes to the file meanwhile is merged in; a file that cannot be read is left
as it is, and a recovery file beside it takes the notes until it is mended.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.disk import real
from reader.model import Note, Override, ReaderError, sanitise_line
from reader.notes.disk import locked, retire, sweep
from reader.notes.entries import Entry, Key, entry, key
from reader.notes.file import NotesFile
from reader.notes.merge import later, merge


@dataclass(frozen=True, slots=True)
class Change:
    """A note or an override before and after; None where it was not, or is no longer."""

    before: Note | Override | None
    after: Note | Override | None

    @property
    def key(self) -> Key:
        """What the change is about. Raises ValueError for a change of nothing into nothing."""
        value = self.after or self.before
        if value is None:
            raise ValueError("a change needs something before it or after it")
        return key(value)


def recovery_of(path: Path) -> Path:
    """The file that takes the notes while `path` cannot be read."""
    return path.with_name(f"{path.stem}.recovery.toml")


class NoteStore:
    """The notes and overrides of one notes file.

    Opening never fails: what is wrong with the file is told in `faults`. Every change is written
    before its method returns; ReaderError says that it could not be, and then the change is kept
    in memory, `unsaved` is true, and the next change, or `save`, tries again with all of them.
    One thread uses a store at a time.
    """

    def __init__(self, path: str | Path) -> None:
        self.path = real(Path(path))
        self._main = NotesFile(self.path)
        self._recovery = NotesFile(recovery_of(self.path))
        self._unreadable = ""
        self._hold({})
        self.reload()

    def _hold(self, entries: dict[Key, Entry]) -> None:
        self._entries = entries
        self._notes: tuple[Note, ...] | None = None
        self._overrides: tuple[Override, ...] | None = None

    @property
    def notes(self) -> tuple[Note, ...]:
        """All notes, in the order of the file; the same tuple until one changes."""
        if self._notes is None:
            values = [held.value for held in self._entries.values() if held.kind == "note"]
            self._notes = tuple(value for value in values if isinstance(value, Note))
        return self._notes

    @property
    def overrides(self) -> tuple[Override, ...]:
        """All corrections, in the same way."""
        if self._overrides is None:
            values = [held.value for held in self._entries.values() if held.kind == "override"]
            self._overrides = tuple(value for value in values if isinstance(value, Override))
        return self._overrides

    @property
    def faults(self) -> tuple[str, ...]:
        """A line for each thing that is wrong with the file, for the person at the screen."""
        lines = [self._unreadable] if self._unreadable else []
        if self._main.trouble:
            beside = sanitise_line(self._recovery.path.name)
            lines.append(f"{self._main.trouble}, and notes go to {beside}")
        if self._recovery.trouble:
            lines.append(self._recovery.trouble)
        return (*lines, *self._main.faults, *self._recovery.faults)

    @property
    def unsaved(self) -> bool:
        """Whether something is in memory alone."""
        newer = self._main.document.newer and self._entries == self._main.document.entries
        return not newer and self._entries != self._target.document.entries

    @property
    def _target(self) -> NotesFile:
        return self._recovery if self._main.trouble else self._main

    def get(self, id: str) -> Note | None:
        """The note of that id, if there is one."""
        held = self._entries.get(("note", id))
        return held.value if held and isinstance(held.value, Note) else None

    def current(self, key: Key) -> Note | Override | None:
        """What the store now holds under `key`."""
        held = self._entries.get(key)
        return held.value if held else None

    def reconciled(self, note: Note, was: Note) -> Note:
        """What should stand when `was` was edited into `note`, and may have changed meanwhile.

        The later of the two new versions, with the other in its history.
        """
        held = self._entries.get(("note", note.id))
        if held is None or held.value == was:
            return note
        value = later(entry(note), held).value
        return value if isinstance(value, Note) else note

    def put(self, note: Note) -> None:
        """Add `note`, or let it stand in place of the one of its id."""
        self._apply({key(note): entry(note)})

    def delete(self, id: str) -> None:
        """Take the note of that id away, if there is one."""
        self._apply({("note", id): None})

    def put_override(self, override: Override) -> None:
        """Add a correction, in place of the one of the same two passages."""
        self._apply({key(override): entry(override)})

    def remove_override(self, override: Override) -> None:
        """Take the correction of these two passages back, if there is one."""
        self._apply({key(override): None})

    def apply(self, changes: Sequence[Change]) -> None:
        """Make all of `changes` and write them at once, whatever the store held before."""
        self._apply(
            {change.key: entry(change.after) if change.after else None for change in changes}
        )

    def _apply(self, changes: dict[Key, Entry | None]) -> None:
        # What this version cannot read is kept, even where a note of the same id comes in.
        unread = {
            ("unread", held.toml.decode()): held
            for name in changes
            if (held := self._entries.get(name)) and held.value is None
        }
        entries = self._entries | changes | unread
        self._hold({name: held for name, held in entries.items() if held})
        self.save()

    def reload(self) -> bool:
        """Take in what someone else wrote to the file; whether there was anything."""
        before = self._entries
        try:
            self._look(closely=False)
            self._unreadable = ""
        except OSError as error:
            self._unreadable = self._line("cannot read", error)
        return self._entries != before

    def save(self) -> None:
        """Write what is in memory alone, after taking in what someone else wrote.

        Raises ReaderError, with everything still in memory.
        """
        try:
            with locked(self.path):
                self._look(closely=True)
                self._write()
        except OSError as error:
            line = self._line("cannot write", error)
            raise ReaderError(f"the notes are kept in memory: {line}") from error

    def _look(self, closely: bool) -> None:
        for file in (self._main, self._recovery):
            base = file.document.entries
            if file.look(closely):
                self._hold(merge(base, self._entries, file.document.entries))

    def _write(self) -> None:
        target = self._target
        if target.trouble:
            raise ReaderError(f"{target.trouble}, and the notes are kept in memory: move it away")
        if self.unsaved:
            sweep(target.path)
            target.write(self._entries)
        recovery = self._recovery
        if target is self._main and recovery.exists and not recovery.trouble:
            retire(recovery.path, into=self.path)
            recovery.look(closely=True)

    def _line(self, what: str, error: OSError) -> str:
        reason = error.strerror or type(error).__name__
        return sanitise_line(f"{what} {self.path}: {reason}")
