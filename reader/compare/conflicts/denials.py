"""A denial and the allegation that it denies, where only what stands before the denial tells so.

"Both have denied any transfer of arms" shares few words with "has been supplying military
equipment"; but the sentence before the denial often reports the same as the allegation does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reader.compare.conflicts.judgement import Difference
from reader.compare.conflicts.view import View
from reader.language.words import listed
from reader.model import FactType, Span

SURE = 0.45  # from which the sentence before a denial and an allegation report the same
_LOOSE = frozenset({"alleged", "accused", "believed", "claimed", "suggested", "warned"})
_WORRY = listed("concern fear alleg accus suspicion worri scrutini suspect claim charg")
_OPEN = frozenset({"possible", "ongoing"})

Views = Sequence[View]


def denials(
    left: Views, right: Views, chance: NDArray[np.floating[Any]]
) -> Iterator[tuple[int, int, float, Difference]]:
    """Denials of one article against allegations of the other, with the probability of each.

    `chance` is how likely any two sentences report the same (len(left), len(right)).
    """
    for i, j, likely, a, b in _denied(left, right, chance):
        yield i, j, likely, Difference("polarity", a, b, "denied")
    for j, i, likely, b, a in _denied(right, left, chance.T):
        yield i, j, likely, Difference("polarity", a, b, "denied")


def _denied(
    ours: Views, theirs: Views, chance: NDArray[np.floating[Any]]
) -> Iterator[tuple[int, int, float, Span, Span]]:
    for i in range(1, len(ours)):
        fact = ours[i].denial
        if fact is None or not _doubtful(ours[i - 1]) or ours[i - 1].denial:
            continue
        for j in np.flatnonzero(chance[i - 1] >= SURE).tolist():
            span = None if theirs[j].denial else _alleged(theirs[j])
            if span:
                yield i, j, float(chance[i - 1, j]), _phrase(ours[i], fact.span), span


def _doubtful(view: View) -> list[int]:
    """Where the words stand by which a sentence passes on what may not be so."""
    loose = [f.span.start for f in view.of_type(FactType.ATTRIBUTION) if f.value in _LOOSE]
    return loose + [word.start for word in view.words if word.stem in _WORRY]


def _alleged(view: View) -> Span | None:
    """What may be, or is, going on according to those who allege, fear or believe it."""
    doubtful = _doubtful(view)
    told = (f.span for f in view.of_type(FactType.STATUS) if f.value in _OPEN)
    later = (span for span in told if doubtful and span.start > min(doubtful))
    return next((_phrase(view, span) for span in later), None)


def _phrase(view: View, span: Span, reach: int = 3) -> Span:
    """`span` with the words behind it, up to the `reach`-th that carries news."""
    first, last = view.within(span)
    news = 0
    while last < len(view.words) and news < reach:
        gap = view.text[view.words[last - 1].end : view.words[last].start]
        if gap.strip(" -\n\u2019'"):
            break
        news += not view.words[last].stop
        last += 1
    return view.reach(first, last)
