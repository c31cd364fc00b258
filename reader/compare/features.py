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
Ids = NDArray[np.int32]
Cells = tuple[Places, Places]  # rows and columns of pairs (sentence of A, sentence of B)
Rows = NDArray[np.floating[Any]]  # (pairs of sentences, features)
Stack = NDArray[np.float32]  # (features, sentences of A, sentences of B)


def base(a: Evidence, b: Evidence) -> Stack:
    """The features of two sentences by themselves and with the ones they lean on."""
    channels = len(a.table.totals)
    shape = a.vectors.shape[1], b.vectors.shape[1]
    stack = np.empty((4 * channels + 7 + 2 * len(a.traits), *shape), dtype=np.float32)
    _overlap(a.table, b.table, stack[: 4 * channels].reshape(channels, 4, *shape))
    rest = stack[4 * channels :]
    np.matmul(a.vectors, b.vectors.transpose(0, 2, 1), out=rest[:3])
    _soft(a.lexicon, b.lexicon, rest[3:6])
    np.abs(a.traits[0][:, None] - b.traits[0][None], out=rest[6])
    ends = a.traits[:, :, None], b.traits[:, None, :]
    np.minimum(*ends, out=rest[7::2])
    np.maximum(*ends, out=rest[8::2])
    return stack


def _overlap(a: Table, b: Table, found: Stack) -> None:
    """Fill `found` (channels, 4, sentences of A, of B) from the terms that both sentences have.

    What they say together, the smaller and the larger share that is of what a side says, and what
    the heaviest says. That is a norm of high order, which is smooth and one product.
    """
    in_a, in_b = in_common(a.terms, b.terms)
    edges = np.searchsorted(in_a, a.starts)
    left, right, weights = a.holds[in_a], b.holds[in_b].astype(np.float32), a.weights[in_a, None]
    light, heavy = (left * weights).T, (left * weights**8).T
    for layers, first, end in zip(found, edges, edges[1:], strict=False):
        np.matmul(light[:, first:end], right[first:end], out=layers[0])
        np.matmul(heavy[:, first:end], right[first:end], out=layers[3])
    shared, heaviest = found[:, 0], found[:, 3]
    of_a = shared / np.maximum(a.totals[:, :, None], NOTHING)
    of_b = shared / np.maximum(b.totals[:, None, :], NOTHING)
    np.minimum(of_a, of_b, out=found[:, 1])
    np.maximum(of_a, of_b, out=found[:, 2])
    for _ in range(3):
        np.sqrt(heaviest, out=heaviest)


def in_common(a: Ids, b: Ids) -> tuple[Places, Places]:
    """Where the ids that both have stand in either; both ascend."""
    at = np.minimum(np.searchsorted(b, a), len(b) - 1)
    in_a = np.flatnonzero(b[at] == a) if len(b) else at[:0]
    return in_a, at[in_a]


def lower_and_upper(x: Matrix, y: Matrix) -> list[Matrix]:
    """The smaller and the larger of two values: what a pair has, whichever side has it."""
    return [np.minimum(x, y), np.maximum(x, y)]


def _soft(a: Lexicon, b: Lexicon, found: Stack) -> None:
    # How well each side's words find a near one in the other sentence, weighed by their rarity.
    found_a = a.shares @ b.near[a.words].astype(np.float32)
    found_b = (b.shares @ a.near[b.words].astype(np.float32)).T
    np.minimum(found_a, found_b, out=found[0])
    np.maximum(found_a, found_b, out=found[1])
    np.multiply(found_a, found_b, out=found[2])
