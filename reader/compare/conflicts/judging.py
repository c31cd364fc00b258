"""Links judged: what every finder proposes, weighed; the strongest decides the kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reader.compare.channels import Lines
from reader.compare.conflicts.assertions import assertions
from reader.compare.conflicts.dates import dates
from reader.compare.conflicts.degrees import degrees
from reader.compare.conflicts.denials import denials
from reader.compare.conflicts.framing import framings
from reader.compare.conflicts.judgement import Difference, Judgement
from reader.compare.conflicts.names import names
from reader.compare.conflicts.numbers import numbers
from reader.compare.conflicts.polarity import polarities
from reader.compare.conflicts.posts import posts
from reader.compare.conflicts.quotes import quotes
from reader.compare.conflicts.revisions import revised, revisions
from reader.compare.conflicts.status import statuses
from reader.compare.conflicts.testimony import Testimony
from reader.compare.conflicts.view import View
from reader.compare.conflicts.weighing import Weights, learned, likelihood
from reader.language.words import Word
from reader.model import STRENGTH, THRESHOLD, Mark

Finder = Callable[[View, View], Iterator[Difference]]

SHOWING: tuple[Finder, ...] = (numbers, dates, quotes, names, assertions, degrees)
"""Finders of what differs in places so alike that it shows a link."""
FINDERS: tuple[Finder, ...] = (*SHOWING, posts, polarities, statuses, framings)
DOUBTFUL = 0.1
"""The confidence from which a conflict is noted as a doubt."""
STANDING = 0.28  # the same for framing
_SAID_ELSEWHERE = frozenset({"quote", "date"})
SURE = 0.4  # the confidence from which a plan set against a deed shows a link too
REACH = 0.2  # the chance of a link from which a conflict may show it
_AGREED = Judgement(Mark.SHARED, 1.0)


class Judge:
    """Judges the links between reports `a` and `b` of a story.

    A conflict is called one from a confidence of `threshold` on.
    """

    def __init__(
        self,
        story: Testimony,
        a: int,
        b: int,
        weights: Weights | None = None,
        threshold: float = THRESHOLD,
    ) -> None:
        self._story, self._ends = story, (a, b)
        self._left, self._right = story.views[a], story.views[b]
        left, right = (story.lines[k].reading.article.text for k in (a, b))
        self._texts = left, right
        self._weights, self._threshold = weights, threshold

    def differences(self, i: int, j: int, finders: Sequence[Finder] = FINDERS) -> list[Difference]:
        """All that seems to differ between sentence `i` on the left and `j` on the right."""
        left, right = self._left[i], self._right[j]
        if self._copied(left, right):
            return []
        if right.wording < left.wording:
            # Always found in one order, so that nothing depends on which side is which.
            found = [difference.mirrored() for difference in _found(right, left, finders)]
        else:
            found = _found(left, right, finders)
        for difference in found:
            if difference.type in _SAID_ELSEWHERE:
                elsewhere = self._elsewhere(left.told(difference.a), right.told(difference.b))
                difference.signs["elsewhere"] = float(elsewhere)
        return found

    def _elsewhere(self, ours: Sequence[Word], theirs: Sequence[Word]) -> bool:
        """Whether either report has the words of the other somewhere too."""
        a, b = self._ends
        return a != b and (self._story.says(b, ours) or self._story.says(a, theirs))

    def judge(
        self,
        i: int,
        j: int,
        chance: float,
        finders: Sequence[Finder] = FINDERS,
        rank: float = 1.0,
    ) -> Judgement:
        """The kind of the link, which is right with probability `chance`, see `ranks`."""
        differences = self.differences(i, j, finders)
        if not differences:
            return _AGREED  # nine times out of ten
        weights = learned() if self._weights is None else self._weights
        found = ((likelihood(each, weights, chance, rank), each) for each in differences)
        weighed = sorted(
            ((p, each) for p, each in found if p >= min(DOUBTFUL, self._threshold)),
            key=lambda pair: (-pair[0], pair[1].type, sorted((pair[1].a, pair[1].b))),
        )
        sure = {each.kind for p, each in weighed if p >= self._least(each.kind)}
        kind = max(sure, key=STRENGTH.__getitem__, default=Mark.SHARED)
        kept, doubts = [], []
        for k, (p, each) in enumerate(weighed):
            if any(each.repeats(surer) for _, surer in weighed[:k]):
                continue
            if each.kind is kind and p >= self._least(kind):
                kept.append(each.reason(*self._texts, p))
            elif each.kind is Mark.CONFLICT:
                doubts.append(each.reason(*self._texts, p))
        confidence = kept[0].confidence if kept else 1.0
        return Judgement(kind, confidence, tuple(kept), tuple(doubts))

    def _least(self, kind: Mark) -> float:
        return self._threshold if kind is Mark.CONFLICT else STANDING

    def links(
        self, chosen: Iterable[tuple[int, int]], chance: NDArray[np.floating[Any]]
    ) -> dict[tuple[int, int], Judgement]:
        """The links `chosen`, judged, and with them those that only a conflict shows.

        `chance` holds the probability of a link for every two sentences, (left, right).
        """
        rank = ranks(chance)

        def judged(i: int, j: int, finders: Sequence[Finder]) -> Judgement:
            return self.judge(i, j, float(chance[i, j]), finders, float(rank[i, j]))

        found = {(i, j): judged(i, j, FINDERS) for i, j in chosen}
        for i, j in np.argwhere(chance >= REACH).tolist():
            for finders, least in ((SHOWING, 0.0), ((statuses,), SURE)):
                if (i, j) not in found:
                    judgement = judged(i, j, finders)
                    if judgement.kind is Mark.CONFLICT and judgement.confidence >= least:
                        found[i, j] = judgement
        for pair, judgement in self._denials(chance).items():
            if found.get(pair, _AGREED).kind is not Mark.CONFLICT:
                found[pair] = judgement
        return dict(sorted(found.items()))

    def _denials(self, chance: NDArray[np.floating[Any]]) -> dict[tuple[int, int], Judgement]:
        a, b = (self._story.lines[k].reading.sentences for k in self._ends)
        return {
            (i, j): Judgement(Mark.CONFLICT, likely, (difference.reason(*self._texts, likely),))
            for i, j, likely, difference in denials(self._left, self._right, chance)
            if a[i].linkable and b[j].linkable and not self._copied(self._left[i], self._right[j])
        }

    def _copied(self, left: View, right: View) -> bool:
        """Whether either stands word for word in both articles, so that neither contradicts it."""
        a, b = self._ends
        if a == b:
            return False
        return self._story.tells(b, left) or self._story.tells(a, right)


def ranks(chance: NDArray[np.floating[Any]]) -> NDArray[np.floating[Any]]:
    """How likely each link is beside the likeliest of either sentence, 0 to 1."""
    if not chance.size:
        return chance
    best = np.maximum(chance.max(axis=1, keepdims=True), chance.max(axis=0, keepdims=True))
    found: NDArray[np.floating[Any]] = chance / np.maximum(best, 1e-9)
    return found


def _found(left: View, right: View, finders: Sequence[Finder]) -> list[Difference]:
    changes = revised(left, right)
    if changes is not None:
        return list(revisions(left, right, changes))
    return [difference for find in finders for difference in find(left, right)]


def judge(left: Lines, i: int, right: Lines, j: int, chance: float) -> Judgement:
    """How sentence `i` of `left` and `j` of `right`, linked with probability `chance`, agree."""
    return Judge(Testimony((left, right)), 0, 1).judge(i, j, chance)
