"""Links judged: what every finder proposes, weighed; the strongest decides the kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import log
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reader.compare.channels import Lines, stems
from reader.compare.conflicts.dates import dates
from reader.compare.conflicts.denials import denials
from reader.compare.conflicts.framing import framings
from reader.compare.conflicts.judgement import Difference, Judgement
from reader.compare.conflicts.names import names
from reader.compare.conflicts.numbers import numbers
from reader.compare.conflicts.polarity import polarities
from reader.compare.conflicts.quotes import quotes
from reader.compare.conflicts.revisions import revised, revisions
from reader.compare.conflicts.status import statuses
from reader.compare.conflicts.view import View
from reader.compare.conflicts.weighing import Weights, learned, likelihood
from reader.language.aliases import aliases
from reader.language.words import Word
from reader.model import STRENGTH, FactType, Mark

FINDERS = (numbers, dates, quotes, polarities, statuses, framings)
THRESHOLD = 0.28
_AGREED = Judgement(Mark.SHARED, 1.0)
_COPIED = 5  # words from which a sentence in two articles is no coincidence


class Judge:
    """Judges the links between two readings; what it learns about a sentence it keeps."""

    def __init__(self, left: Lines, right: Lines, weights: Weights | None = None) -> None:
        self._left, self._right = left, right
        self._weights = weights
        self._same = aliases(
            str(fact.value)
            for side in (left, right)
            for fact in side.reading.facts
            if fact.type in {FactType.NAME, FactType.PLACE}
        )
        self._told = [{_forms(line) for line in side.words} - {()} for side in (left, right)]
        held = Counter(stem for side in (left, right) for line in stems(side) for stem in line)
        sentences = len(left.words) + len(right.words)
        self._rarity = {stem: log(1 + sentences / count) for stem, count in held.items()}
        self._views: tuple[dict[int, View], dict[int, View]] = ({}, {})

    def differences(self, i: int, j: int) -> list[Difference]:
        """All that seems to differ between sentence `i` on the left and `j` on the right."""
        left, right = self._view(0, self._left, i), self._view(1, self._right, j)
        if self._copied(left, right):
            return []
        if [w.form for w in right.words] < [w.form for w in left.words]:
            # Always found in one order, so that nothing depends on which side is which.
            return [difference.mirrored() for difference in self._found(right, left)]
        return self._found(left, right)

    def _found(self, left: View, right: View) -> list[Difference]:
        changes = revised(left, right)
        if changes is not None:
            return list(revisions(left, right, changes, self._same))
        found = [difference for find in FINDERS for difference in find(left, right)]
        found += names(left, right, self._same)
        low, high = left.shares(left.stems, right.stems)
        for difference in found:
            difference.signs.update(whole_low=low, whole_high=high)
        return found

    def judge(self, i: int, j: int, chance: float) -> Judgement:
        """The kind of the link, which is right with probability `chance`."""
        weights = learned() if self._weights is None else self._weights
        weighed = [(chance * likelihood(e, weights), e) for e in self.differences(i, j)]
        weighed = [(p, each) for p, each in weighed if p >= THRESHOLD]
        if not weighed:
            return _AGREED
        kind = max((each.kind for _, each in weighed), key=STRENGTH.__getitem__)
        kept = sorted(
            ((p, each) for p, each in weighed if each.kind is kind),
            key=lambda pair: (-pair[0], pair[1].type, sorted((pair[1].a, pair[1].b))),
        )
        texts = self._left.reading.article.text, self._right.reading.article.text
        return Judgement(kind, kept[0][0], tuple(each.reason(*texts) for _, each in kept))

    def links(
        self, chosen: Iterable[tuple[int, int]], chance: NDArray[np.floating[Any]]
    ) -> dict[tuple[int, int], Judgement]:
        """The links `chosen`, judged, and with them those that only a denial shows.

        `chance` holds the probability of a link for every two sentences, (left, right).
        """
        found = {(i, j): self.judge(i, j, float(chance[i, j])) for i, j in chosen}
        for pair, judgement in self._denials(chance).items():
            if found.get(pair, _AGREED).kind is not Mark.CONFLICT:
                found[pair] = judgement
        return dict(sorted(found.items()))

    def _denials(self, chance: NDArray[np.floating[Any]]) -> dict[tuple[int, int], Judgement]:
        ours = [self._view(0, self._left, i) for i in range(len(self._left.words))]
        theirs = [self._view(1, self._right, j) for j in range(len(self._right.words))]
        texts = self._left.reading.article.text, self._right.reading.article.text
        return {
            (i, j): Judgement(Mark.CONFLICT, likely, (difference.reason(*texts),))
            for i, j, likely, difference in denials(ours, theirs, chance)
            if self._left.reading.sentences[i].linkable
            and self._right.reading.sentences[j].linkable
            and not self._copied(ours[i], theirs[j])
        }

    def _copied(self, left: View, right: View) -> bool:
        """Whether either stands word for word in both articles, so that neither contradicts it."""
        return _forms(left.words) in self._told[1] or _forms(right.words) in self._told[0]

    def _view(self, side: int, lines: Lines, index: int) -> View:
        views = self._views[side]
        if index not in views:
            views[index] = View.of(lines, index, self._rarity)
        return views[index]


def _forms(line: Sequence[Word]) -> tuple[str, ...]:
    """The words of a sentence long enough to be copied; () for others."""
    return tuple(word.form for word in line) if len(line) >= _COPIED else ()


def judge(left: Lines, i: int, right: Lines, j: int, chance: float) -> Judgement:
    """How sentence `i` of `left` and `j` of `right`, linked with probability `chance`, agree."""
    return Judge(left, right).judge(i, j, chance)
