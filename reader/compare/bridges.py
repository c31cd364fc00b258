"""Third reports, which may bridge what two reports put differently."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

import numpy as np

from reader.compare.corpus import Corpus

THIRD_REPORTS = 3
Pair = tuple[int, int]


def third_reports(corpus: Corpus, a: int, b: int) -> list[int]:
    """The reports nearest to both articles."""
    near = np.minimum(corpus.closeness[a], corpus.closeness[b])
    order = np.lexsort((corpus.rank, -near)).tolist()
    known = corpus.contexts or range(len(corpus.readings))
    others = (c for c in order if c in known and c not in (a, b) and corpus.readings[c].sentences)
    return list(islice(others, THIRD_REPORTS))


def bridging(corpus: Corpus, pairs: Iterable[Pair]) -> list[Pair]:
    """The pairs whose first guesses are asked for when others of `pairs` are looked at.

    In each the reading that ranks first stands first.
    """
    found = set()
    for a, b in pairs:
        for c in third_reports(corpus, a, b):
            found |= {_ranked(corpus, a, c), _ranked(corpus, b, c)}
        if corpus.contexts:
            found |= {(a, a), (b, b)}
    return sorted(found)


def _ranked(corpus: Corpus, a: int, b: int) -> Pair:
    return (a, b) if corpus.rank[a] < corpus.rank[b] else (b, a)
