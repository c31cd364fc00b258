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
    rows, columns = cells
    at = np.ravel_multi_index(cells, guess.shape)
    here, odds = guess.take(at), np.log((guess + 1e-4) / (1 - guess + 1e-4))
    row, column = guess.max(axis=1), guess.max(axis=0)
    layers = [odds.take(at)]
    layers += lower_and_upper(*((odds - _rival(odds, axis)).take(at) for axis in (1, 0)))
    layers += lower_and_upper(
        _above(guess.take(rows, axis=0), here), _above(guess.T.take(columns, axis=0), here)
    )
    layers += lower_and_upper(guess.sum(axis=1)[rows] - here, guess.sum(axis=0)[columns] - here)
    layers += lower_and_upper(row[rows], column[columns])
    layers += lower_and_upper(guess[rows, 0], guess[0, columns])
    layers += _around(guess, cells)
    # How much the two articles have in common at all: two reports of two launches have little.
    layers.append(np.full_like(here, row.mean() + column.mean()))
    layers.append(np.full_like(here, guess.sum() / sum(guess.shape)))
    return np.array([*layers, *_bridged(bridges, cells)], dtype=np.float32).T


def retold(guess: Matrix, within: Sequence[Matrix], cells: Cells) -> Matrix:
    """What it says of each of `cells` (cells, 4) that an article tells a fact twice.

    `within` are the guesses at sentences of A among themselves and of B among themselves: a
    sentence may be linked because the one that says the same in its own article is.
    """
    rows, columns = cells
    apart = [np.where(np.eye(len(own), dtype=bool), np.float32(0), own) for own in within]
    of_a = _bridged([(apart[0], guess)], cells)[0]
    of_b = _bridged([(guess, apart[1])], cells)[0]
    again = apart[0].max(axis=1)[rows], apart[1].max(axis=1)[columns]
    layers = [*lower_and_upper(of_a, of_b), *lower_and_upper(*again)]
    return np.array(layers, dtype=np.float32).T


def _rival(odds: Matrix, axis: int) -> Matrix:
    # The best of the others in the row or column; odds of one in ten thousand where there is none.
    if odds.shape[axis] < 2:
        return np.full_like(odds, np.log(1e-4))
    ordered = np.sort(odds, axis=axis)
    best, second = ordered.take([-1], axis=axis), ordered.take([-2], axis=axis)
    return np.where(odds >= best, second, best)


def _above(lines: Matrix, here: Matrix) -> Matrix:
    """How many guesses in the line of each cell are higher than the one `here`."""
    return np.asarray((lines > here[:, None]).sum(axis=1, dtype=np.float32))


def _around(guess: Matrix, cells: Cells) -> list[Matrix]:
    wide = np.zeros((guess.shape[0] + 4, guess.shape[1] + 4), dtype=np.float32)
    wide[2:-2, 2:-2] = guess
    middle = np.ravel_multi_index((cells[0] + 2, cells[1] + 2), wide.shape)

    def at(i: int, j: int) -> Matrix:
        return np.asarray(wide.take(middle + (i * wide.shape[1] + j)))

    before_or_after = np.maximum(at(1, 1), at(-1, -1))
    crossed = np.maximum(at(1, -1), at(-1, 1))
    beside, below = np.maximum(at(0, 1), at(0, -1)), np.maximum(at(1, 0), at(-1, 0))
    two_away = np.maximum(at(2, 2), at(-2, -2))
    return [before_or_after, crossed, two_away, *lower_and_upper(beside, below)]


def _bridged(bridges: Sequence[Bridge], cells: Cells) -> Matrix:
    # A third report that tells both, and how much it would have to leave unsaid otherwise.
    rows, columns = cells
    if not bridges:
        return np.zeros((2, len(rows)), dtype=np.float32)
    # Both (cells, sentences of all third reports), made of whole lines, which is quick.
    left = np.hstack([to_third for to_third, _ in bridges]).take(rows, axis=0)
    right = np.hstack([from_third.T for _, from_third in bridges]).take(columns, axis=0)
    via, against = np.minimum(left, right), np.abs(left - right)
    return np.array([via.max(axis=1), against.max(axis=1)])
