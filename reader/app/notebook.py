"""The reporter's notes and where they stand in the articles at hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import starmap
from typing import TYPE_CHECKING

from reader.model import Anchor, Mark, Note, Override, Reading, Relation, Status, Telling
from reader.notes.anchors import Grade
from reader.notes.drafts import Drafts
from reader.notes.history import History
from reader.notes.orphans import Orphan, attached, orphans
from reader.notes.standing import Standing, standing, verdicts
from reader.notes.store import NoteStore

if TYPE_CHECKING:
    from reader.compare.overrides import Correction

_STATUSES = tuple(Status)


Placed = dict[int, dict[int, list[Note]]]
"""The notes by article and sentence."""

Corrected = tuple[tuple[Override, ...], dict[tuple[int, int], tuple["Correction", ...]]]
"""The store's overrides, and what they say of each pair of articles."""


class Notebook:
    """The notes of the store, their places in the readings of a story, and how they change.

    The methods that change something pass on the store's ReaderError; the change is then kept in
    memory. `lost` is the passage that the reporter is about to put back.
    """

    def __init__(self, store: NoteStore) -> None:
        self.store = store
        self.drafts = Drafts(store.path)
        self.last_tags: tuple[str, ...] = ()
        self._history = History(store)
        self._readings: tuple[Reading, ...] = ()
        self._corrected: Corrected | None = None
        self._places: tuple[tuple[Note, ...], Placed] | None = None
        self.lost: Orphan | None = None
        self._orphans: dict[str, tuple[Note, tuple[Orphan, ...]]] = {}
        self._found: dict[str, tuple[Note, tuple[Standing | None, ...]]] = {}

    @property
    def notes(self) -> tuple[Note, ...]:
        """All notes, of this story and of others, in the order of the file."""
        return self.store.notes

    @property
    def tags(self) -> tuple[str, ...]:
        """All tags in use."""
        return tuple(sorted({tag for note in self.notes for tag in note.tags}))

    # Where they stand -------------------------------------------------------------------------

    def read_with(self, readings: Sequence[Reading]) -> None:
        """Look for the notes in these readings from now on."""
        self._readings = tuple(readings)
        self._found.clear()
        self._orphans.clear()
        self._places = None
        self._corrected = None

    def standings(self, note: Note) -> tuple[Standing | None, ...]:
        """Where each passage of `note` stands; None for one that is not in this story."""
        known = self._found.get(note.id)
        if known is None or known[0] is not note:
            places = tuple(standing(passage, self._readings) for passage in note.passages)
            known = self._found[note.id] = (note, places)
        return known[1]

    def reworded(self, note: Note, article: int, sentence: int) -> str:
        """How the passage of `note` in a sentence was reworded; "" where its words are the same."""
        for one in self.standings(note):
            if one and (one.article, one.sentence) == (article, sentence):
                return one.found.told if one.found.grade is Grade.FUZZY else ""
        return ""

    def on(self, article: int) -> Mapping[int, Sequence[Note]]:
        """The notes on an article by sentence, the last changed first."""
        return self._placed().get(article, {})

    @property
    def noted(self) -> frozenset[Telling]:
        """The sentences that have a note on them."""
        placed = self._placed().items()
        return frozenset(Telling(article, at) for article, notes in placed for at in notes)

    def count(self, article: int) -> int:
        """How many notes have a passage in an article."""
        return len({note.id for notes in self.on(article).values() for note in notes})

    def _placed(self) -> Placed:
        if self._places is None or self._places[0] is not self.notes:
            placed: Placed = {}
            for note in sorted(self.notes, key=lambda note: note.updated, reverse=True):
                for article, sentence in {
                    (s.article, s.sentence) for s in self.standings(note) if s
                }:
                    placed.setdefault(article, {}).setdefault(sentence, []).append(note)
            self._places = (self.notes, placed)
        return self._places[1]

    def corrections(self, a: int, b: int) -> tuple[Correction, ...]:
        """The reporter's corrections of the pair of articles `a` and `b`."""
        overrides = self.store.overrides
        if not overrides:
            return ()
        from reader.compare.overrides import Correction

        if self._corrected is None or self._corrected[0] is not overrides:
            found = {
                pair: tuple(starmap(Correction, said))
                for pair, said in verdicts(overrides, self._readings).items()
            }
            self._corrected = (overrides, found)
        return self._corrected[1].get((a, b), ())

    def orphans(self, note: Note) -> tuple[Orphan, ...]:
        """The passages of `note` that are gone from their articles, which are in this story."""
        if all(self.standings(note)):
            return ()
        known = self._orphans.get(note.id)
        if known is None or known[0] is not note:
            known = self._orphans[note.id] = (note, orphans((note,), self._readings))
        return known[1]

    # How they change --------------------------------------------------------------------------

    def new(self, passages: Sequence[Anchor], kind: Mark | Relation) -> Note:
        """A note on `passages`, whose relation is `kind` or that of their mark; not kept yet."""
        from reader.notes.ids import new_id

        now, taken = _now(), {note.id for note in self.notes}
        return Note(new_id(taken), now, now, tuple(passages), relation=Relation(kind.value))

    def write(
        self,
        passages: Sequence[Anchor],
        kind: Mark | Relation,
        text: str,
        tags: tuple[str, ...] = (),
        *,
        fact: str = "",
        like: Note | None = None,
    ) -> None:
        """Add a note on `passages`, with the fields that `like` has besides."""
        note = like or self.new(passages, kind)
        tags = tuple(dict.fromkeys((*note.tags, *tags)))
        if tags:
            self.last_tags = tags
        self._history.put(replace(note, text=text.strip(), tags=tags, fact=fact or note.fact))

    def extend(self, passages: Sequence[Anchor]) -> bool:
        """Add `passages` to the note last changed; False where it has them, or there is none."""
        latest = max(self.notes, key=lambda note: note.updated, default=None)
        known = {(one.article, one.start, one.end) for one in latest.passages} if latest else set()
        new = [one for one in passages if (one.article, one.start, one.end) not in known]
        if latest is None or not new:
            return False
        self.replace(latest, replace(latest, passages=(*latest.passages, *new)))
        return True

    def rewrite(self, note: Note, text: str) -> None:
        """Give `note` another text."""
        self._history.edit(replace(note, text=text.strip(), updated=_now()), note)

    def tag(self, note: Note, tags: tuple[str, ...]) -> None:
        """Give `note` these tags, and remember them as the last given."""
        self.last_tags = tags
        self._history.edit(replace(note, tags=tags, updated=_now()), note)

    def replace(self, was: Note, note: Note) -> str:
        """Let `note`, made out of `was`, stand in its place."""
        self._history.edit(replace(note, updated=_now()), was)
        return "note saved"

    def turn(self, note: Note) -> Status:
        """Give `note` the next status; which one."""
        status = _STATUSES[(_STATUSES.index(note.status) + 1) % len(_STATUSES)]
        self._history.edit(replace(note, status=status, updated=_now()), note)
        return status

    def delete(self, note: Note) -> None:
        """Take `note` away."""
        self._history.delete(note)

    def attach(self, passage: Anchor) -> bool:
        """Put the passage that is `lost` where `passage` is; False where it is no longer lost."""
        lost, self.lost = self.lost, None
        note = lost and self.store.get(lost.note.id)
        if not lost or note != lost.note:
            return False
        self._history.edit(attached(note, lost.number, passage, _now()), note)
        return True

    def correct(self, a: Anchor, b: Anchor, kind: Mark | None) -> None:
        """Keep the reporter's word that two passages are linked so, or with None are not."""
        self._history.put(Override(a, b, kind, _now()))

    def undo(self) -> bool:
        """Take back the last change; False where there is none."""
        return self._history.undo() is not None

    def redo(self) -> bool:
        """Make the change again that was taken back last; False where there is none."""
        return self._history.redo() is not None


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)
