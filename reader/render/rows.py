"""Which sentence of A stands beside which of B: both read downwards, linked ones stand level."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import zip_longest

from reader.model import STRENGTH, Comparison, Link


@dataclass(frozen=True, slots=True)
class Partner:
    """A linked sentence of the other side that stands on another row, and whether further down."""

    index: int
    below: bool


@dataclass(frozen=True, slots=True)
class Row:
    """Sentence `a` of the left article beside sentence `b` of the right, or None for a blank.

    `link` is the link that makes the two stand level; without one they are neighbours by chance.
    `away_a` are the partners of `a` that stand on other rows, `away_b` those of `b`.
    """

    a: int | None
    b: int | None
    link: Link | None = None
    away_a: tuple[Partner, ...] = ()
    away_b: tuple[Partner, ...] = ()


def rows(comparison: Comparison) -> tuple[Row, ...]:
    """Lay the two articles out in rows, the sentences of each side once and in reading order.

    As much linked text stands level as can without a crossing: the chain of links that rises on
    both sides and weighs most (a weighted longest increasing subsequence). A link weighs its
    score, a framing twice that, a conflict three times: those are what one wants side by side.
    Every other linked sentence keeps its own place and names its partners. Time grows with n log n.
    """
    pairs: list[tuple[int | None, int | None, Link | None]] = []
    next_a = next_b = 0
    for link in _level(comparison.links):
        pairs += _neighbours(range(next_a, link.a), range(next_b, link.b))
        pairs.append((link.a, link.b, link))
        next_a, next_b = link.a + 1, link.b + 1
    pairs += _neighbours(
        range(next_a, len(comparison.a.marks)), range(next_b, len(comparison.b.marks))
    )

    row_of_a = {a: row for row, (a, _, _) in enumerate(pairs) if a is not None}
    row_of_b = {b: row for row, (_, b, _) in enumerate(pairs) if b is not None}
    away_a: dict[int, list[Partner]] = {}
    away_b: dict[int, list[Partner]] = {}
    for link in comparison.links:
        left, right = row_of_a[link.a], row_of_b[link.b]
        if left != right:
            away_a.setdefault(link.a, []).append(Partner(link.b, below=right > left))
            away_b.setdefault(link.b, []).append(Partner(link.a, below=left > right))
    return tuple(
        Row(
            a,
            b,
            link,
            () if a is None else tuple(away_a.get(a, ())),
            () if b is None else tuple(away_b.get(b, ())),
        )
        for a, b, link in pairs
    )


def _neighbours(a: range, b: range) -> list[tuple[int | None, int | None, None]]:
    return [(left, right, None) for left, right in zip_longest(a, b)]


@dataclass(frozen=True, slots=True)
class _Chain:
    weight: float
    link: Link
    before: _Chain | None


def _level(links: tuple[Link, ...]) -> list[Link]:
    """Choose the heaviest chain of links that rises in `a` and in `b`."""
    # One chain for each sentence of B it may end in, each heavier than those that end before.
    chains: list[_Chain] = []
    for link in sorted(links, key=lambda link: (link.a, -link.b)):
        place = bisect_left(chains, link.b, key=lambda chain: chain.link.b)
        before = chains[place - 1] if place else None
        weight = link.score * STRENGTH[link.kind] + (before.weight if before else 0.0)
        beaten = place
        while beaten < len(chains) and chains[beaten].weight <= weight:
            beaten += 1
        # A chain that ends in the same sentence and is heavier leaves no place for this one.
        if beaten > place or place == len(chains) or chains[place].link.b > link.b:
            chains[place:beaten] = [_Chain(weight, link, before)]

    level = []
    chain = chains[-1] if chains else None
    while chain:
        level.append(chain.link)
        chain = chain.before
    return level[::-1]
