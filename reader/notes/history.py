"""Undo and redo of what the reporter did to notes and corrections in this session."""

from __future__ import annotations

from dataclasses import replace

from reader.model import Note, Override, ReaderError
from reader.notes.entries import entry, key
from reader.notes.store import Change, NoteStore

Step = tuple[Change, ...]


class History:
    """The session's steps, each a change or several that are undone together.

    Every method that changes something passes on the store's ReaderError; the change is then in
    memory, and can be undone like any other.
    """

    def __init__(self, store: NoteStore) -> None:
        self._store = store
        self._done: list[Step] = []
        self._undone: list[Step] = []

    def put(self, *values: Note | Override) -> None:
        """Add notes and corrections, or let them stand in place of those there, as one step."""
        clean = [value for value in (entry(value).value for value in values) if value]
        self._do(tuple(Change(self._store.current(key(value)), value) for value in clean))

    def edit(self, note: Note, was: Note) -> None:
        """Let `note` stand in place of `was`, or beside what has come in for that meanwhile.

        Whatever the clock says, it is no older than what it was made of.
        """
        note = replace(note, updated=max(note.updated, was.updated))
        self.put(self._store.reconciled(note, was))

    def delete(self, *values: Note | Override) -> None:
        """Take notes and corrections away, as one step."""
        held = (self._store.current(key(value)) for value in values)
        self._do(tuple(Change(value, None) for value in held if value))

    def _do(self, step: Step) -> None:
        if step:
            self._done.append(step)
            self._undone.clear()
            self._store.apply(step)

    def undo(self) -> Step | None:
        """Take back the last step and return what was changed; None where there is none.

        Raises ReaderError, and gives the step up, where its notes were changed by someone else.
        """
        if not self._done:
            return None
        return self._turn(self._done.pop(), self._undone)

    def redo(self) -> Step | None:
        """Do the last undone step again and return what was changed; None where there is none.

        Raises ReaderError, and gives the step up, where its notes were changed by someone else.
        """
        if not self._undone:
            return None
        return self._turn(self._undone.pop(), self._done)

    def _turn(self, step: Step, onto: list[Step]) -> Step:
        back = tuple(Change(change.after, change.before) for change in reversed(step))
        self._store.reload()
        for change in back:
            if self._store.current(change.key) != change.before:
                name = change.key[1] if change.key[0] == "note" else "the correction"
                raise ReaderError(f"{name} was changed elsewhere meanwhile; it stays as it is now")
        onto.append(back)
        self._store.apply(back)
        return back
