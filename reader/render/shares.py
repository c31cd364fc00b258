"""The figures a list of articles shows: how much of a report others tell, how much only it does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reader.model import Comparison, Mark, Reading, Side, strongest

# Writing that sets no white space between its words.
_SIGN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")

Comparisons = Mapping[tuple[int, int], Comparison]
"""The comparisons of a story by the positions of their two articles, the lower one first."""


@dataclass(frozen=True, slots=True)
class Summary:
    """One article against all the others it was compared with.

    `only_here` is the share, 0 to 1, of its sentences that none of them tells, None without a
    comparison; `in_conflict` counts its sentences that are in conflict with any of them.
    """

    only_here: float | None
    in_conflict: int


def summaries(count: int, comparisons: Comparisons) -> tuple[Summary, ...]:
    """Sum up each of `count` articles."""
    pairs: list[list[Side]] = [[] for _ in range(count)]
    for (a, b), comparison in comparisons.items():
        pairs[a].append(comparison.a)
        pairs[b].append(comparison.b)
    return tuple(_summary(sides) for sides in pairs)


def overlap(count: int, comparisons: Comparisons) -> tuple[tuple[float | None, ...], ...]:
    """Return in row i, column j the share of article i's sentences that article j tells too.

    None on the diagonal and where the two were not compared.
    """
    shares: dict[tuple[int, int], float] = {}
    for (a, b), comparison in comparisons.items():
        shares[a, b] = linked(comparison.a)
        shares[b, a] = linked(comparison.b)
    return tuple(tuple(shares.get((i, j)) for j in range(count)) for i in range(count))


def linked(side: Side) -> float:
    """Return the share, 0 to 1, of the side's sentences that have a link."""
    return _share(side.reading, (mark is not Mark.UNIQUE for mark in side.marks))


def only_here(reading: Reading, marks: Iterable[Mark]) -> float:
    """Return the share, 0 to 1, of sentences marked as unique; `marks` holds one a sentence."""
    return _share(reading, (mark is Mark.UNIQUE for mark in marks))


def words(text: str) -> int:
    """Count the words of `text`: what stands between white space, and each Chinese sign or kana."""
    rest, signs = _SIGN.subn(" ", text)
    if not signs:
        return len(rest.split())
    return signs + sum(any(map(str.isalnum, word)) for word in rest.split())


def percent(share: float | None) -> str:
    """Write a share for a table; nothing for None."""
    return "" if share is None else f"{share:.0%}"


def _summary(sides: list[Side]) -> Summary:
    if not sides:
        return Summary(None, 0)
    marks = [strongest(of_one) for of_one in zip(*(side.marks for side in sides), strict=True)]
    return Summary(only_here(sides[0].reading, marks), sum(mark is Mark.CONFLICT for mark in marks))


def _share(reading: Reading, holds: Iterable[bool]) -> float:
    """Return how many of the sentences that take part have the property, as a share."""
    sentences = zip(holds, reading.sentences, strict=True)
    counted = [held for held, sentence in sentences if sentence.linkable]
    return sum(counted) / len(counted) if counted else 0.0
