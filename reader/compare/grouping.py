"""Which of many articles tell the same story, by the words, names, figures and dates they share."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from itertools import combinations

import numpy as np

from reader.compare.channels import Lines, Terms, figures, names, stems
from reader.compare.clustering import gather
from reader.compare.encoder import Matrix

# Chosen on labelled stories in folders of one to 74 of them (`tests.gold.grouping`). Vectors of
# the articles, weighed in too, changed nothing.
_CHANNELS: tuple[tuple[Callable[[Lines], Terms], float], ...] = (
    (stems, 4 / 7),
    (names, 2 / 7),
    (figures, 1 / 7),
)
_SAME = 0.22
_APART = 0.1
_ELSEWHERE = 50
"""Articles that are not there but would have none of the words: in a folder of one story, words
that all its articles share are still rare in the world."""


def groups(articles: Sequence[Lines], least: float = _SAME) -> tuple[tuple[int, ...], ...]:
    """The positions of the articles by story, the largest story first; each stands in one.

    They are gathered as long as stories are at least so like each other on average. The result
    depends on the set of articles, not on their order, but for ties.
    """
    like, places = likeness(articles), range(len(articles))
    weights = {(a, b): float(like[a, b]) for a, b in combinations(places, 2)}
    found = gather(places, weights, least, len(articles))
    return tuple(sorted(found, key=lambda group: (-len(group), group)))


def strays(articles: Sequence[Lines]) -> tuple[int, ...]:
    """The articles that seem to tell another story than most of the others; often there are none.

    Where no story holds more than half of the articles, nobody can say which is out of place.
    """
    together = groups(articles, _APART)
    if not together or 2 * len(together[0]) <= len(articles):
        return ()
    return tuple(sorted(position for group in together[1:] for position in group))


def likeness(articles: Sequence[Lines]) -> Matrix:
    """How alike each two articles are, 0 to 1 (articles, articles): cosines of weighed terms."""
    total = np.zeros((len(articles), len(articles)))
    for terms, weight in _CHANNELS:
        total += weight * _cosines([Counter(_flat(terms(one))) for one in articles])
    return total


def _flat(rows: Terms) -> list[str]:
    return [term for row in rows for term in row]


def _cosines(counts: Sequence[Counter[str]]) -> Matrix:
    """Cosines of the articles as vectors of terms, by tf-idf with logarithmic counts."""
    holders: dict[str, list[int]] = defaultdict(list)
    for position, count in enumerate(counts):
        for term in count:
            holders[term].append(position)
    dots = np.zeros((len(counts), len(counts)))
    squares = np.zeros(len(counts))
    for term, held in sorted(holders.items()):
        rarity = math.log((_ELSEWHERE + len(counts)) / len(held))
        weights = rarity * (1 + np.log([counts[position][term] for position in held]))
        squares[held] += weights**2
        if len(held) > 1:
            dots[np.ix_(held, held)] += np.outer(weights, weights)
    lengths = np.sqrt(np.maximum(squares, 1e-9))
    return np.asarray(dots / np.outer(lengths, lengths))
