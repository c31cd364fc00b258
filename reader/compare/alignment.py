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
THIRD_REPORTS = 3


def scores(corpus: Corpus, a: int, b: int) -> NDArray[np.float32]:
    """Probabilities (sentences of A, sentences of B); 0 where a sentence takes no part."""
    shape = len(corpus.readings[a].sentences), len(corpus.readings[b].sentences)
    if 0 in shape:
        return np.zeros(shape, dtype=np.float32)
    stage = "refined" if corpus.contexts else "quick"
    seen = layers(corpus, a, b, trained(f"{stage}-first"))
    return answers(corpus, a, b, trained(f"{stage}-second"), seen)


def chosen(chance: Matrix) -> list[tuple[int, int]]:
    """The pairs (sentence of A, sentence of B) that are links, in order."""
    return [(int(i), int(j)) for i, j in np.argwhere(chance >= THRESHOLD)]


def layers(corpus: Corpus, a: int, b: int, network: Network) -> Stack:
    """What the second look sees of a pair (features, sentences of A, sentences of B).

    `network` makes the first guesses.
    """
    own = alone(corpus, a, b)
    bridges = [
        (first(corpus, a, c, network), first(corpus, c, b, network))
        for c in third_reports(corpus, a, b)
    ]
    return np.concatenate([own, neighbourhood(first(corpus, a, b, network), bridges)])


def alone(corpus: Corpus, a: int, b: int) -> Stack:
    """What the first look sees: the sentences and what they lean on, read closely if they were."""
    own = base(corpus.evidence[a], corpus.evidence[b])
    if not corpus.contexts:
        return own
    close = meeting(corpus.contexts[a], corpus.contexts[b])
    return np.concatenate([own, np.array(close, dtype=np.float32).reshape(-1, *own.shape[1:])])


def first(corpus: Corpus, a: int, b: int, network: Network) -> NDArray[np.float32]:
    """The first guess at a pair; kept, since every third report asks for it again."""
    if corpus.rank[b] < corpus.rank[a]:
        return first(corpus, b, a, network).T
    known = corpus.guesses.get((a, b))
    if known is None:
        seen = alone(corpus, a, b)
        known = corpus.guesses[a, b] = answers(corpus, a, b, network, seen)
    return known


def answers(corpus: Corpus, a: int, b: int, network: Network, seen: Stack) -> NDArray[np.float32]:
    """What `network` makes of what is `seen` of a pair; 0 where a sentence takes no part."""
    chance = probability(network.logits(seen.reshape(len(seen), -1).T)).reshape(seen.shape[1:])
    of_a, of_b = ([s.linkable for s in corpus.readings[k].sentences] for k in (a, b))
    return np.where(np.outer(of_a, of_b), chance, np.float32(0))


def third_reports(corpus: Corpus, a: int, b: int) -> list[int]:
    """The reports nearest to both articles, which may bridge what these put differently."""
    near = np.minimum(corpus.closeness[a], corpus.closeness[b])
    known = corpus.contexts or range(len(corpus.readings))
    others = [c for c in known if c not in (a, b) and corpus.readings[c].sentences]
    return sorted(others, key=lambda c: (-near[c], corpus.rank[c]))[:THIRD_REPORTS]
