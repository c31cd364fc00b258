"""What the first guesses say of each other: rivals in row and column, neighbours, third reports."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from reader.compare.encoder import Matrix
from reader.compare.features import Cells, lower_and_upper

Bridge = tuple[Matrix, Matrix]  # first guesses of A against a third report, of the third against B


def neighbourhood(guess: Matrix, bridges: Sequence[Bridge], cells: Cells) -> Matrix:
    """What the second look sees of each of `cells` (cells, 20), from first guesses at a pair.

    The pair (sentences of A, of B) needs a sentence on both sides.
    """
    odds = np.log((guess + 1e-4) / (1 - guess + 1e-4))
    everywhere = np.ones_like(guess)
    row, column = guess.max(axis=1, keepdims=True), guess.max(axis=0, keepdims=True)
    rows, columns = guess.sum(axis=1, keepdims=True), guess.sum(axis=0, keepdims=True)
    layers = [odds]
    layers += lower_and_upper(odds - _rival(odds, 1), odds - _rival(odds, 0))
    layers += lower_and_upper(_rank(guess, 1), _rank(guess, 0))
    layers += lower_and_upper(rows - guess, columns - guess)
    layers += lower_and_upper(row * everywhere, column * everywhere)
    layers += lower_and_upper(guess[:, :1] * everywhere, guess[:1] * everywhere)
    layers += _around(guess)
    # How much the two articles have in common at all: two reports of two launches have little.
    layers.append((row.mean() + column.mean()) * everywhere)
    layers.append(guess.sum() / sum(guess.shape) * everywhere)
    here = [layer[cells] for layer in layers]
    return np.array([*here, *_bridged(bridges, cells)], dtype=np.float32).T


def _rival(odds: Matrix, axis: int) -> Matrix:
    # The best of the others in the row or column; odds of one in ten thousand where there is none.
    if odds.shape[axis] < 2:
        return np.full_like(odds, np.log(1e-4))
    ordered = np.sort(odds, axis=axis)
    best, second = ordered.take([-1], axis=axis), ordered.take([-2], axis=axis)
    return np.where(odds >= best, second, best)


def _rank(guess: Matrix, axis: int) -> Matrix:
    return np.asarray((-guess).argsort(axis=axis).argsort(axis=axis))


def _around(guess: Matrix) -> list[Matrix]:
    wide = np.pad(guess, 2)
    n, m = guess.shape

    def at(i: int, j: int) -> Matrix:
        return wide[2 + i : 2 + i + n, 2 + j : 2 + j + m]

    before_or_after = np.maximum(at(1, 1), at(-1, -1))
    crossed = np.maximum(at(1, -1), at(-1, 1))
    beside, below = np.maximum(at(0, 1), at(0, -1)), np.maximum(at(1, 0), at(-1, 0))
    two_away = np.maximum(at(2, 2), at(-2, -2))
    return [before_or_after, crossed, two_away, *lower_and_upper(beside, below)]


def _bridged(bridges: Sequence[Bridge], cells: Cells) -> list[Matrix]:
    # A third report that tells both, and how much it would have to leave unsaid otherwise.
    rows, columns = cells
    via = np.zeros(len(rows), dtype=np.float32)
    against = np.zeros(len(rows), dtype=np.float32)
    for to_third, from_third in bridges:
        left, right = to_third[rows], from_third.T[columns]
        via = np.maximum(via, np.minimum(left, right).max(axis=1))
        against = np.maximum(against, np.abs(left - right).max(axis=1))
    return [via, against]
