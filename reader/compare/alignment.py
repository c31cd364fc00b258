"""How likely each sentence of A and each of B report the same fact, and which pairs are links."""

from __future__ import annotations

import numpy as np

from reader.compare.corpus import Corpus
from reader.compare.encoder import Matrix

THRESHOLD = 0.5


def scores(corpus: Corpus, a: int, b: int) -> Matrix:
    """Probabilities (sentences of A, sentences of B); 0 where a sentence takes no part."""
    left, right = corpus.evidence[a], corpus.evidence[b]
    vocabulary = sorted(frozenset().union(*left.stems) & frozenset().union(*right.stems))
    column = {stem: index for index, stem in enumerate(vocabulary)}
    weight = np.array([corpus.rarity[stem] for stem in vocabulary], dtype=np.float32)

    def table(stems: tuple[frozenset[str], ...]) -> tuple[Matrix, Matrix]:
        rows = np.zeros((len(stems), len(vocabulary)), dtype=np.float32)
        lengths = np.zeros(len(stems), dtype=np.float32)
        for row, line in enumerate(stems):
            rows[row, [column[stem] for stem in line if stem in column]] = 1
            lengths[row] = sum(sorted(corpus.rarity[stem] ** 2 for stem in line))
        return rows, np.sqrt(lengths)

    (rows_a, length_a), (rows_b, length_b) = table(left.stems), table(right.stems)
    cosine = (rows_a * weight**2) @ rows_b.T / np.maximum(np.outer(length_a, length_b), 1e-9)
    meaning = corpus.vectors[a] @ corpus.vectors[b].T
    chance = 1 / (1 + np.exp(-(9 * cosine + 3 * meaning - 4.2)))
    takes_part = np.outer(
        [s.linkable for s in left.reading.sentences], [s.linkable for s in right.reading.sentences]
    )
    return np.asarray(np.where(takes_part, chance, 0), dtype=np.float32)


def chosen(chance: Matrix) -> list[tuple[int, int]]:
    """The pairs (sentence of A, sentence of B) that are links, in order."""
    return [(int(i), int(j)) for i, j in np.argwhere(chance >= THRESHOLD)]
