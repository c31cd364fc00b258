"""What the comparisons of a story add up to: the figures of a pair, of an article, a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import attrgetter, or_

from reader.model import STRENGTH, Link, Mark, Reading
from reader.render.shares import only_here

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Overlap:
    """The figures of a pair: what share of each article's sentences the other also tells."""

    a: float
    b: float
    conflicts: int
    framings: int
    links: int

    @property
    def heat(self) -> tuple[int, int, int]:
        """How contested the pair is: by conflicts, then framings, then links."""
        return self.conflicts, self.framings, self.links


class Tally:
    """Small enough to be kept of every pair of a large story, and counted anew at every look.

    Of an article beside another, the sentences that have a link and those in conflict are kept
    as bit sets: bit i is sentence i.
    """

    def __init__(self) -> None:
        self.overlaps: dict[Pair, Overlap] = {}
        self.links: dict[Pair, tuple[Link, ...]] = {}
        self._linked: dict[int, dict[int, int]] = {}
        self._contested: dict[int, dict[int, int]] = {}

    def add(self, a: int, b: int, links: tuple[Link, ...], readings: Sequence[Reading]) -> None:
        """Take in the links of articles `a` and `b`, the lower one first, for those they had."""
        conflicts = [link for link in links if link.kind is Mark.CONFLICT]
        framings = sum(link.kind is Mark.FRAMING for link in links)
        for one, other, end in ((a, b, attrgetter("a")), (b, a, attrgetter("b"))):
            self._linked.setdefault(one, {})[other] = _bits(map(end, links))
            self._contested.setdefault(one, {})[other] = _bits(map(end, conflicts))
        of_a = _share(readings[a], self._linked[a][b])
        of_b = _share(readings[b], self._linked[b][a])
        self.overlaps[a, b] = Overlap(of_a, of_b, len(conflicts), framings, len(links))
        self.links[a, b] = links

    def hottest(self, article: int | None = None) -> Pair | None:
        """The most contested pair, or that of `article`, which then comes first; None at first."""
        if article is None:
            pairs = list(self.overlaps)
        else:
            pairs = [_ordered(article, other) for other in self._linked.get(article, ())]
        pair = max(pairs, key=lambda pair: self.overlaps[pair].heat, default=None)
        return pair[::-1] if pair and pair[1] == article else pair

    def only_here(self, article: int, reading: Reading) -> float | None:
        """The share of an article's sentences that no other tells; None before a comparison."""
        if article not in self._linked:
            return None
        return only_here(reading, _told(reading, reduce(or_, self._linked[article].values())))

    def conflicts(self, article: int) -> int | None:
        """How many sentences of an article are in conflict with another."""
        if article not in self._contested:
            return None
        return reduce(or_, self._contested[article].values()).bit_count()

    def elsewhere(self, article: int, sentence: int) -> Iterator[tuple[int, Link]]:
        """The strongest link of a sentence to each article that tells it, and what differs."""
        for other, told in sorted(self._linked.get(article, {}).items()):
            if told >> sentence & 1:
                if article < other:
                    links = [one for one in self.links[article, other] if one.a == sentence]
                else:
                    found = self.links[other, article]
                    links = [one.mirrored() for one in found if one.b == sentence]
                yield other, max(links, key=lambda link: (STRENGTH[link.kind], link.score))


def _ordered(a: int, b: int) -> Pair:
    return (a, b) if a < b else (b, a)


def _bits(sentences: Iterable[int]) -> int:
    """The bit set of `sentences`."""
    return reduce(or_, (1 << sentence for sentence in sentences), 0)


def _told(reading: Reading, told: int) -> Iterator[Mark]:
    """Of each sentence whether it is among those `told`, a bit set, as a mark."""
    return (
        Mark.SHARED if told >> sentence.index & 1 else Mark.UNIQUE for sentence in reading.sentences
    )


def _share(reading: Reading, told: int) -> float:
    """What share of the sentences that take part are among those `told`."""
    counted = [told >> sentence.index & 1 for sentence in reading.sentences if sentence.linkable]
    return sum(counted) / len(counted) if counted else 0.0
