"""What speaks for and against a link, as numbers: one layer a feature, (sentences of A, of B).

Every feature is symmetric: exchanging the articles transposes its layer and changes nothing else.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from reader.compare.encoder import Matrix
from reader.compare.evidence import Evidence, Lexicon, Table

NOTHING = 1e-6  # stands in for zero under a division
Places = NDArray[np.int64]
Cells = tuple[Places, Places]  # rows and columns of pairs (sentence of A, sentence of B)
Rows = NDArray[np.floating[Any]]  # (pairs of sentences, features)
Stack = NDArray[np.float32]  # (features, sentences of A, sentences of B)


def base(a: Evidence, b: Evidence) -> Stack:
    """The features of two sentences by themselves and with the ones they lean on."""
    layers: list[Matrix] = []
    for table_a, table_b in zip(a.tables, b.tables, strict=True):
        layers += overlap(table_a, table_b)
    layers += [a.meaning @ b.meaning.T, a.plain @ b.plain.T, a.leaning @ b.leaning.T]
    layers += _soft(a, b)
    layers.append(np.abs(a.traits[0][:, None] - b.traits[0][None]))
    for trait_a, trait_b in zip(a.traits, b.traits, strict=True):
        layers += lower_and_upper(trait_a[:, None], trait_b[None])
    return np.array(layers, dtype=np.float32)


def overlap(a: Table, b: Table) -> list[Matrix]:
    """The weight in common, the smaller and the larger share it is of a side, the heaviest term.

    The heaviest is a norm of high order over the terms in common, which is smooth and one product.
    """
    in_a, in_b = _in_common(a.terms, b.terms)
    left, right, weights = a.holds[:, in_a], b.holds[:, in_b], a.weights[in_a]
    shared = (left * weights) @ right.T
    of_a = shared / np.maximum(a.totals[:, None], NOTHING)
    of_b = shared / np.maximum(b.totals[None, :], NOTHING)
    powers = (left * weights**8) @ right.T
    heaviest = np.sqrt(np.sqrt(np.sqrt(powers)))
    return [shared, *lower_and_upper(of_a, of_b), heaviest]


def _in_common(a: Places, b: Places) -> tuple[Places, Places]:
    # Where the ids that both have stand in either; both ascend.
    at = np.minimum(np.searchsorted(b, a), len(b) - 1)
    in_a = np.flatnonzero(b[at] == a) if len(b) else at[:0]
    return in_a, at[in_a]


def lower_and_upper(x: Matrix, y: Matrix) -> list[Matrix]:
    """The smaller and the larger of two values: what a pair has, whichever side has it."""
    return [np.minimum(x, y), np.maximum(x, y)]


def _soft(a: Evidence, b: Evidence) -> list[Matrix]:
    # How well each side's words find a near one in the other sentence, weighed by their rarity.
    near = np.clip(a.lexicon.vectors @ b.lexicon.vectors.T, 0, 1) ** 2
    found_a = a.lexicon.shares @ _best(np.ascontiguousarray(near.T), b.lexicon).T
    found_b = _best(near, a.lexicon) @ b.lexicon.shares.T
    return [*lower_and_upper(found_a, found_b), found_a * found_b]


def _best(near: Matrix, of: Lexicon) -> Matrix:
    # How near each sentence comes to each word of the other side (sentences, words there).
    best = np.zeros((len(of.shares), near.shape[1]), dtype=np.float32)
    if len(of.spoken):
        best[of.spoken] = np.maximum.reduceat(near[of.flat], of.starts, axis=0)
    return best
