"""What two sentences say that their articles had not said yet, and what only they say.

News comes before what is given (Prince, "Toward a taxonomy of given-new information", 1981): a
word that both sentences are the first to say ties them more than one that runs through both
articles, and so does a word that no other sentence of either has.
"""

from __future__ import annotations

import numpy as np

from reader.compare.encoder import Matrix
from reader.compare.evidence import Table
from reader.compare.features import NOTHING, Ids, in_common, lower_and_upper


def novelty(a: Table, b: Table) -> list[Matrix]:
    """Six layers (sentences of A, of B): the words first said in both, and those said only there.

    Of either what they weigh together, and the smaller and the larger share that is of what a
    side says so.
    """
    layers: list[Matrix] = []
    in_a, in_b = in_common(_words(a), _words(b))
    for ours, theirs in ((_first(a), _first(b)), (_alone(a), _alone(b))):
        # A word weighs as much on both sides; to weigh it once, one side goes in unweighed.
        shared = (ours[in_a] * a.weights[in_a, None]).T @ theirs[in_b]
        said_a, said_b = a.weights[: len(ours)] @ ours, b.weights[: len(theirs)] @ theirs
        of_a = shared / np.maximum(said_a, NOTHING)[:, None]
        of_b = shared / np.maximum(said_b, NOTHING)
        layers += [shared, *lower_and_upper(of_a, of_b)]
    return layers


def _words(table: Table) -> Ids:
    return table.terms[: table.starts[1]]  # the first channel


def _first(table: Table) -> Matrix:
    """For every word of an article and sentence, 1 where that is the first to have it."""
    holds = table.holds[: table.starts[1]]
    first = np.zeros(holds.shape, dtype=np.float32)
    first[np.arange(len(holds)), holds.argmax(axis=1) if holds.size else 0] = 1
    return first


def _alone(table: Table) -> Matrix:
    """For every word of an article and sentence that has it, one over how many have it."""
    holds = table.holds[: table.starts[1]].astype(np.float32)
    return np.asarray(holds / np.maximum(holds.sum(axis=1, keepdims=True), 1))
