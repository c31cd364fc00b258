"""How likely each sentence of A and each of B report the same fact, and which pairs are links."""

from __future__ import annotations

import numpy as np

from reader.compare.corpus import Corpus
from reader.compare.encoder import Matrix
from reader.compare.features import overlap

THRESHOLD = 0.5


def scores(corpus: Corpus, a: int, b: int) -> Matrix:
    """Probabilities (sentences of A, sentences of B); 0 where a sentence takes no part."""
    left, right = corpus.evidence[a], corpus.evidence[b]
    common, _, _, _ = overlap(left.tables[0], right.tables[0])
    cosine = common / np.sqrt(np.outer(left.tables[0].totals, right.tables[0].totals) + 1e-6)
    meaning = left.meaning @ right.meaning.T
    chance = 1 / (1 + np.exp(-(9 * cosine + 3 * meaning - 4.2)))
    takes_part = np.outer(
        [s.linkable for s in left.reading.sentences], [s.linkable for s in right.reading.sentences]
    )
    return np.asarray(np.where(takes_part, chance, 0), dtype=np.float32)


def chosen(chance: Matrix) -> list[tuple[int, int]]:
    """The pairs (sentence of A, sentence of B) that are links, in order."""
    return [(int(i), int(j)) for i, j in np.argwhere(chance >= THRESHOLD)]
