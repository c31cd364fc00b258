"""What is known of the story at hand; all screens show it, and only steps and notes change it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.app.work import Compared, Opened, Prepared, Progress, Step
from reader.model import Comparison, Link, Mark, Override, ReaderError, Reading, Story, strongest
from reader.render.shares import linked, only_here

if TYPE_CHECKING:
    from reader.app.notebook import Notebook
    from reader.compare import Corpus
    from reader.compare.overrides import Correction
    from reader.notes.store import NoteStore

_KEPT = 64
"""How many comparisons are kept whole; of the others the figures are."""


Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Overlap:
    """The figures of a pair: what share of each article's sentences the other also tells."""

    a: float
    b: float
    conflicts: int
    framings: int
    links: int


class Session:
    """A story, what has been found out about it so far, and how far that is."""

    def __init__(self) -> None:
        self.notebook: Notebook | None = None
        self._begin(None)

    def _begin(self, story: Story | None) -> None:
        self.story = story
        self.corpus: Corpus | None = None
        self.progress: Progress | None = None
        self.overlaps: dict[Pair, Overlap] = {}
        self._marks: dict[int, tuple[Mark, ...]] = {}
        self._pairs: dict[Pair, tuple[tuple[Mark, ...], tuple[Mark, ...]]] = {}
        self._kept: OrderedDict[Pair, Comparison] = OrderedDict()
        self._shown: dict[Pair, tuple[Comparison, tuple[Correction, ...], Comparison]] = {}
        self._mirrored: dict[Pair, tuple[Comparison, Comparison]] = {}
        self._overrides: tuple[Override, ...] = ()

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The articles with their sentences, once they have been read."""
        return self.corpus.readings if self.corpus else ()

    def differs(self, story: Story) -> bool:
        """Whether `story` has other articles than the one at hand."""
        if self.story is None:
            return False
        before, after = ([a.sha256 for a in one.articles] for one in (self.story, story))
        return before != after

    def absorb(self, step: Step) -> None:
        """Take in what has been found out."""
        match step:
            case Opened(story):
                self._begin(story)
            case Prepared(corpus):
                self.corpus = corpus
                if self.notebook:
                    self.notebook.read_with(corpus.readings)
                self.progress = None
            case Progress():
                self.progress = step
            case Compared(pairs, done, total):
                for a, b, comparison in pairs:
                    self._add(a, b, comparison)
                if done < total:
                    self.progress = Progress("comparing", done, total)
                elif total:
                    self.progress = None
                    self._merge_all()

    def take_notes(self, store: NoteStore) -> None:
        """Have the notes of `store` at hand."""
        from reader.app.notebook import Notebook

        self.notebook = Notebook(store)
        self.notebook.read_with(self.readings)
        self.correct()

    def unsaved(self) -> str:
        """Why some notes are in memory alone, after another attempt to write them; or ""."""
        if self.notebook and self.notebook.store.unsaved:
            try:
                self.notebook.store.save()
            except ReaderError as error:
                return str(error)
        return ""

    def notes_on(self, article: int) -> int:
        """How many notes have a passage in an article."""
        return self.notebook.count(article) if self.notebook else 0

    def comparison(self, a: int, b: int) -> Comparison | None:
        """The comparison of articles `a` and `b`, if it is at hand."""
        raw = self._kept.get((min(a, b), max(a, b)))
        if raw is None:
            return None
        corrections = self.notebook.corrections(a, b) if self.notebook else ()
        if not corrections:
            return self._turned(raw, a, b)
        known = self._shown.get((a, b))
        if known is None or known[0] is not raw or known[1] != corrections:
            from reader.compare.overrides import apply

            whole = apply(self._turned(raw, a, b), corrections)
            known = self._shown[a, b] = (raw, corrections, whole)
        return known[2]

    def _turned(self, raw: Comparison, a: int, b: int) -> Comparison:
        """`raw` with article `a` on the left: the same object as long as it is kept."""
        if a < b:
            return raw
        known = self._mirrored.get((a, b))
        if known is None or known[0] is not raw:
            known = self._mirrored[a, b] = (raw, raw.mirrored())
        return known[1]

    def elsewhere(self, article: int, sentence: int) -> Iterator[tuple[int, Link]]:
        """The best link of a sentence to each further article, as far as that is at hand."""
        for other in range(len(self.readings)):
            comparison = self.comparison(article, other) if other != article else None
            links = [link for link in comparison.links if link.a == sentence] if comparison else []
            if links:
                yield other, max(links, key=lambda link: link.score)

    def overlap(self, row: int, column: int) -> float | None:
        """What share of the sentences of `row` the article `column` also tells."""
        found = self.overlaps.get((min(row, column), max(row, column)))
        if found is None:
            return None
        return found.a if row < column else found.b

    def in_conflict(self, a: int, b: int) -> bool:
        """Whether the two articles are known to be in conflict."""
        found = self.overlaps.get((min(a, b), max(a, b)))
        return found is not None and found.conflicts > 0

    def only_here(self, article: int) -> float | None:
        """The share of an article's linkable sentences that no other report tells."""
        marks = self._marks.get(article)
        return None if marks is None else only_here(self.readings[article], marks)

    def conflicts(self, article: int) -> int | None:
        """How many sentences of an article are in conflict with another report."""
        marks = self._marks.get(article)
        return None if marks is None else sum(mark is Mark.CONFLICT for mark in marks)

    def most_contested(self, article: int | None = None) -> tuple[int, int] | None:
        """The pair with most conflicts, then framings, then links; one of `article`'s if given."""
        pairs = [pair for pair in self.overlaps if article is None or article in pair]
        if not pairs:
            return None

        def heat(pair: tuple[int, int]) -> tuple[int, int, int]:
            found = self.overlaps[pair]
            return found.conflicts, found.framings, found.links

        a, b = max(pairs, key=heat)
        return (b, a) if b == article else (a, b)

    def correct(self) -> None:
        """Count anew if the reporter's corrections have changed."""
        overrides = self.notebook.store.overrides if self.notebook else ()
        if overrides == self._overrides:
            return
        self._overrides = overrides
        for a, b in self._kept:
            self._count(a, b)
        self._merge_all()

    def _add(self, a: int, b: int, comparison: Comparison) -> None:
        self._kept[a, b] = comparison
        if len(self._kept) > _KEPT:
            old, _ = self._kept.popitem(last=False)
            for pair in (old, old[::-1]):
                self._shown.pop(pair, None)
                self._mirrored.pop(pair, None)
        self._count(a, b)
        self._merge(a, b)

    def _count(self, a: int, b: int) -> None:
        """Keep the figures of a pair."""
        comparison = self.comparison(a, b)
        if comparison is None:
            return
        framings = sum(link.kind is Mark.FRAMING for link in comparison.links)
        self._pairs[a, b] = (comparison.a.marks, comparison.b.marks)
        self.overlaps[a, b] = Overlap(
            linked(comparison.a),
            linked(comparison.b),
            comparison.conflicts,
            framings,
            len(comparison.links),
        )

    def _merge_all(self) -> None:
        """Count the marks of every article anew, as its latest comparisons have them."""
        self._marks.clear()
        for pair in self._pairs:
            self._merge(*pair)

    def _merge(self, a: int, b: int) -> None:
        """Let the marks of a pair count for its two articles."""
        for article, marks in zip((a, b), self._pairs[a, b], strict=True):
            before = self._marks.get(article, marks)
            self._marks[article] = tuple(map(strongest, zip(before, marks, strict=True)))
