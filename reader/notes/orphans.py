"""Passages that are not where they were: where each is or may be now, and putting it back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from reader.model import Anchor, Note, Reading
from reader.notes.anchors import Found, Grade, guess
from reader.notes.fields import anchor_table
from reader.notes.standing import Standing, from_same, standing


@dataclass(frozen=True, slots=True)
class Orphan:
    """Passage `number` of `note`, which is not found in reading `article`, its own.

    `guess` is what is most like it there, to be offered and never taken without asking.
    """

    note: Note
    number: int
    article: int
    guess: Found | None

    @property
    def passage(self) -> Anchor:
        """The passage as it was."""
        return self.note.passages[self.number]


@dataclass(frozen=True, slots=True)
class Moved:
    """Passage `number` of `note`, which stands at another place or in other words than it did."""

    note: Note
    number: int
    standing: Standing

    @property
    def passage(self) -> Anchor:
        """The passage as it was."""
        return self.note.passages[self.number]


def orphans(notes: Iterable[Note], readings: Sequence[Reading]) -> tuple[Orphan, ...]:
    """The passages of `notes` whose article is among `readings`, and that are not found there."""
    return tuple(
        Orphan(note, number, at, guess(passage, readings[at]))
        for note in notes
        for number, passage in enumerate(note.passages)
        if (at := _home(passage, readings)) is not None and not standing(passage, readings)
    )


def moved(notes: Iterable[Note], readings: Sequence[Reading]) -> tuple[Moved, ...]:
    """The passages of `notes` that are found in `readings`, but not as they were taken."""
    return tuple(
        Moved(note, number, found)
        for note in notes
        for number, passage in enumerate(note.passages)
        if (found := standing(passage, readings)) and found.found.grade is not Grade.EXACT
    )


def attached(note: Note, number: int, passage: Anchor, now: datetime) -> Note:
    """`note` with `passage` in place of its passage `number`, which is kept with it."""
    old = note.passages[number]
    kept = {**passage.extra, "formerly": anchor_table(old)}
    new = replace(passage, value=passage.value or old.value, extra=kept)
    passages = (*note.passages[:number], new, *note.passages[number + 1 :])
    return replace(note, passages=passages, updated=max(now, note.updated))


def _home(passage: Anchor, readings: Sequence[Reading]) -> int | None:
    """The last of `readings` that is a version of the passage's article."""
    found = [at for at, one in enumerate(readings) if from_same(passage, one.article)]
    return found[-1] if found else None
