"""How likely each sentence of A and each of B report the same fact, and which pairs are links.

Two looks: a first guess from the sentences themselves, then a second from the guesses around it
and from third reports. Both are small networks learned from labelled stories.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from reader.compare.contextual import meeting
from reader.compare.corpus import Corpus
from reader.compare.encoder import Matrix
from reader.compare.features import Stack, base
from reader.compare.neighbourhood import neighbourhood
from reader.compare.network import Network, probability, trained

THRESHOLD = 0.5
PLAUSIBLE = 0.005  # a first guess below this is not looked at again
THIRD_REPORTS = 3


def scores(corpus: Corpus, a: int, b: int) -> NDArray[np.float32]:
    """Probabilities (sentences of A, sentences of B); 0 where a sentence takes no part."""
    stage = "refined" if corpus.contexts else "quick"
    if corpus.rank[b] < corpus.rank[a]:
        return scores(corpus, b, a).T
    cells, seen = layers(corpus, a, b, trained(f"{stage}-first"))
    return spread(corpus, a, b, cells, answers(trained(f"{stage}-second"), seen))


def chosen(chance: Matrix) -> list[tuple[int, int]]:
    """The pairs (sentence of A, sentence of B) that are links, in order."""
    return [(int(i), int(j)) for i, j in np.argwhere(chance >= THRESHOLD)]


def layers(corpus: Corpus, a: int, b: int, network: Network) -> tuple[Cells, Stack]:
    """Which pairs of sentences get a second look, and what it sees of them (features, cells).

    `network` makes the first guesses. Reading `a` ranks before `b`.
    """
    look = first(corpus, a, b, network)
    bridges = [
        (guesses(corpus, a, c, network), guesses(corpus, c, b, network))
        for c in third_reports(corpus, a, b)
    ]
    around = neighbourhood(look.guess, bridges)
    return look.cells, np.concatenate([look.seen, around.reshape(len(around), -1)[:, look.cells]])


def alone(corpus: Corpus, a: int, b: int) -> Stack:
    """What the first look sees: the sentences and what they lean on, read closely if they were."""
    own = base(corpus.evidence[a], corpus.evidence[b])
    if not corpus.contexts:
        return own
    close = meeting(corpus.contexts[a], corpus.contexts[b])
    return np.concatenate([own, np.array(close, dtype=np.float32).reshape(-1, *own.shape[1:])])

