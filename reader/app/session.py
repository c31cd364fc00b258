"""What is known of the story at hand; all screens show it, and only steps and notes change it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator
from time import monotonic
from typing import TYPE_CHECKING

from reader.app.pace import Pace
from reader.app.tally import Overlap, Pair, Tally
from reader.app.work import Compared, Linked, Opened, Prepared, Progress, Step
from reader.model import Comparison, Link, Override, ReaderError, Reading, Story, Synopsis, Telling
from reader.render.shares import words

if TYPE_CHECKING:
    from reader.app.notebook import Notebook
    from reader.compare.overrides import Correction
    from reader.notes.store import NoteStore

_KEPT = 64
"""How many comparisons are kept; of all other pairs the links are."""


class Session:
    """A story, what has been found out about it so far, and how far that is.

    `whole` says that all pairs have been linked, and `edition` changes with every change of
    their links. `readings` are the articles with their sentences once they have been read, and
    `compare` then compares any two. `synopsis` is what they say together, once somebody has asked
    for it, and `gathering` what is being done for that.
    """

    def __init__(self) -> None:
        self.edition = 0
        self.notebook: Notebook | None = None
        self._begin(None)

    def _begin(self, story: Story | None) -> None:
        self.edition += 1
        self.story = story
        self.readings: tuple[Reading, ...] = ()
        self.compare: Callable[[int, int], Comparison] | None = None
        self.strays: tuple[int, ...] = ()
        self._pace = Pace()
        self.words = tuple(words(article.text) for article in story.articles) if story else ()
        self._tally = Tally()
        self._linked: dict[Pair, tuple[Link, ...]] = {}
        self._corrected: dict[Pair, tuple[Correction, ...]] = {}
        self._kept: OrderedDict[Pair, Comparison] = OrderedDict()
        self._shown: dict[Pair, tuple[Comparison, tuple[Correction, ...], Comparison]] = {}
        self._mirrored: dict[Pair, tuple[Comparison, Comparison]] = {}
        self._overrides: tuple[Override, ...] = ()
        self.whole = False
        self.synopsis: Synopsis | None = None
        self.gathering = ""

    def differs(self, story: Story) -> bool:
        """Whether `story` has other articles than the one at hand."""
        if self.story is None:
            return False
        before, after = ([(a.sha256, a.text) for a in one.articles] for one in (self.story, story))
        return before != after

    def absorb(self, step: Step) -> None:
        """Take in what has been found out."""
        match step:
            case Opened(story):
                self._begin(story)
            case Prepared(readings, compare, strays):
                self.readings, self.compare, self.strays = readings, compare, strays
                self._kept.clear()
                if self.notebook:
                    self.notebook.read_with(readings)
                self._follow(None)
            case Progress():
                self._follow(step)
            case Compared(a, b, comparison):
                self._keep(a, b, comparison)
            case Linked(pairs, done, total):
                for a, b, links in pairs:
                    self._linked[a, b] = links
                    self._count(a, b)
                if done < total:
                    again = "comparing closely" if self.whole else "comparing"
                    self._follow(Progress(again, done, total))
                elif total:
                    self._follow(None)
                    self.whole = True
                    self.edition += 1

    @property
    def progress(self) -> Progress | None:
        """How far the work is; None where there is none."""
        return self._pace.progress

    @property
    def under_way(self) -> str:
        """The same in words, with the time that is left; or ""."""
        return self._pace.said

    def stop(self) -> None:
        """Expect nothing more of the work."""
        self._follow(None)

    def _follow(self, progress: Progress | None) -> None:
        self._pace.follow(progress, monotonic())

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

    @property
    def noted(self) -> frozenset[Telling]:
        """The sentences that have a note on them."""
        return self.notebook.noted if self.notebook else frozenset()

    def notes_on(self, article: int) -> int:
        """How many notes have a passage in an article."""
        return self.notebook.count(article) if self.notebook else 0

    def comparison(self, a: int, b: int) -> Comparison | None:
        """The comparison of articles `a` and `b`, if it is at hand."""
        pair = min(a, b), max(a, b)
        if (raw := self._kept.get(pair)) is None:
            return None
        self._kept.move_to_end(pair)  # What is on the screen is not the next to be forgotten.
        corrections = self._corrections(a, b)
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
        """The strongest link of a sentence to each further article, as far as that is at hand."""
        return self._tally.elsewhere(article, sentence)

    def figures(self, a: int, b: int) -> Overlap | None:
        """The figures of two articles, the lower one's share first, if they are compared."""
        return self._tally.overlaps.get((min(a, b), max(a, b)))

    def overlap(self, row: int, column: int) -> float | None:
        """What share of the sentences of `row` the article `column` also tells."""
        found = self.figures(row, column)
        if found is None:
            return None
        return found.a if row < column else found.b

    def in_conflict(self, a: int, b: int) -> bool:
        """Whether the two articles are known to be in conflict."""
        found = self.figures(a, b)
        return found is not None and found.conflicts > 0

    def only_here(self, article: int) -> float | None:
        """The share of an article's linkable sentences that no other report tells."""
        readings = self.readings
        return self._tally.only_here(article, readings[article]) if readings else None

    def conflicts(self, article: int) -> int | None:
        """How many sentences of an article are in conflict with another report."""
        return self._tally.conflicts(article)

    def most_contested(self, article: int | None = None) -> tuple[int, int] | None:
        """The pair with most conflicts, then framings, then links; one of `article`'s if given."""
        return self._tally.hottest(article)

    @property
    def links(self) -> dict[Pair, tuple[Link, ...]]:
        """The links of all pairs compared so far, as the reporter has corrected them."""
        return dict(self._tally.links)

    def broken(self) -> list[tuple[Telling, Telling]]:
        """The sentences that, by the reporter's word, do not belong together."""
        if self.notebook is None or not self._overrides:
            return []
        from reader.compare.overrides import broken

        return [
            (Telling(a, i), Telling(b, j))
            for a, b in self._tally.links
            for i, j in broken(self.notebook.corrections(a, b))
        ]

    def correct(self) -> None:
        """Count anew if the reporter's corrections have changed."""
        overrides = self.notebook.store.overrides if self.notebook else ()
        if overrides == self._overrides:
            return
        self._overrides = overrides
        for a, b in self._linked:
            if self._corrected.get((a, b), ()) != self._corrections(a, b):
                self._count(a, b)
        self.edition += 1

    def _corrections(self, a: int, b: int) -> tuple[Correction, ...]:
        return self.notebook.corrections(a, b) if self.notebook else ()

    def _keep(self, a: int, b: int, comparison: Comparison) -> None:
        self._kept[a, b] = comparison
        self._kept.move_to_end((a, b))
        if len(self._kept) > _KEPT:
            old, _ = self._kept.popitem(last=False)
            for pair in (old, old[::-1]):
                self._shown.pop(pair, None)
                self._mirrored.pop(pair, None)

    def _count(self, a: int, b: int) -> None:
        """Let the pair count as the reporter has corrected it."""
        links, corrections = self._linked[a, b], self._corrections(a, b)
        if corrections:
            from reader.compare.overrides import corrected

            links = corrected(links, corrections)
        self._corrected[a, b] = corrections
        self._tally.add(a, b, links, self.readings)
