"""Which sentence of the other article each word is told in: one word, one sentence, by and large.

Several sentences may share a topic, names and all; but what one word says there is mostly said in
one place. So every word is shared out among the sentences of the other article, as the IBM models
share a word out among those that it may translate (Brown et al., "The mathematics of statistical
machine translation", Computational Linguistics 19(2), 1993), and as there it may be told nowhere.
A headline says again what the article says, and takes from no other sentence.
"""

from __future__ import annotations

import numpy as np

from reader.compare.contextual import Context, Nearest, weighed
from reader.compare.encoder import Matrix
from reader.compare.features import lower_and_upper

_SHARPNESS = 12.0  # how much more the nearer of two words gets
_NOWHERE = 0.6  # how near what is told nowhere is, as it were
_UNGUESSED = 0.01  # what a sentence may get that the first guess does not know of
_UNTOLD = 0.1  # what a first guess has to outweigh


def portions(a: Context, b: Context, near: Nearest, guess: Matrix | None = None) -> list[Matrix]:
    """Two layers (sentences of A, of B): how much of either sentence is told in the other.

    The smaller share and the larger one. With a first `guess` at the links, (sentences of A,
    of B), likely sentences get more.
    """
    return lower_and_upper(
        weighed(_shared_out(near.of_a, a, guess), a),
        weighed(_shared_out(near.of_b, b, None if guess is None else guess.T), b).T,
    )


def _shared_out(near: Matrix, of: Context, guess: Matrix | None) -> Matrix:
    """The share that each sentence of the other article has in every word (words, sentences)."""
    nearest = np.maximum(near.max(axis=1), _NOWHERE)
    shares: Matrix = np.exp(_SHARPNESS * (near - nearest[:, None]))
    untold = np.exp(_SHARPNESS * (_NOWHERE - nearest))
    if guess is not None:
        words = np.diff(of.starts, append=len(of.weights))
        shares *= np.repeat(guess + np.float32(_UNGUESSED), words, axis=0)
        untold *= np.float32(_UNTOLD)
    body = shares[:, 1:].sum(axis=1) + untold
    shares[:, 0] /= shares[:, 0] + body
    shares[:, 1:] /= body[:, None]
    return shares
