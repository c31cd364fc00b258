"""How likely each sentence of A and each of B report the same fact, and which pairs are links.

Small networks learned from labelled stories look at a pair of reports: a glance at all their
sentences; a first guess at the plausible ones, where these have been read closely; then a second
look at the same, with the guesses around them and third reports in view.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from reader.compare.contextual import meeting
from reader.compare.corpus import Corpus, Glance
from reader.compare.encoder import Matrix
from reader.compare.features import Rows, base
from reader.compare.neighbourhood import neighbourhood, retold
from reader.compare.network import Network, probability, trained
from reader.compare.novelty import novelty

THRESHOLD = 0.45
PLAUSIBLE = 0.04  # what the glance gives less has hardly ever been a link
THIRD_REPORTS = 3
KEPT = 64  # glances


def scores(corpus: Corpus, a: int, b: int) -> NDArray[np.float32]:
    """Probabilities (sentences of A, sentences of B); 0 where a sentence takes no part."""
    if corpus.rank[b] < corpus.rank[a]:
        return scores(corpus, b, a).T
    known = glance(corpus, a, b)
    if not known.seen.size:
        return known.chance
    stage = "refined" if corpus.contexts else "quick"
    seen = second_look(corpus, a, b, trained(f"{stage}-first"))
    return answers(known, trained(f"{stage}-second"), seen)


def chosen(chance: Matrix) -> list[tuple[int, int]]:
    """The pairs (sentence of A, sentence of B) that are links, in order."""
    return [(int(i), int(j)) for i, j in np.argwhere(chance >= THRESHOLD)]


def second_look(corpus: Corpus, a: int, b: int, first: Network) -> Rows:
    """What the second look sees of each plausible pair of sentences (cells, features).

    `first` makes the first guesses. Reading `a` ranks before `b`.
    """
    bridges = [
        (guesses(corpus, a, c, first), guesses(corpus, c, b, first))
        for c in third_reports(corpus, a, b)
    ]
    cells = glance(corpus, a, b).cells
    guess = guesses(corpus, a, b, first)
    seen = [first_look(corpus, a, b), neighbourhood(guess, bridges, cells)]
    if corpus.contexts:
        within = [guesses(corpus, k, k, first) for k in (a, b)]
        seen.append(retold(guess, within, cells))
    return np.hstack(seen)


def first_look(corpus: Corpus, a: int, b: int) -> Rows:
    """What the first look sees of each plausible pair of sentences (cells, features).

    The sentences and what they lean on, and if they have been read closely, how their words meet
    and what is new in both.
    Reading `a` ranks before `b`.
    """
    known = glance(corpus, a, b)
    if not corpus.contexts:
        return known.seen
    met = corpus.meetings.get((a, b))
    if met is None:
        layers = meeting(corpus.contexts[a], corpus.contexts[b])
        layers += novelty(corpus.evidence[a].table, corpus.evidence[b].table)
        met = np.stack([layer[known.cells] for layer in layers], axis=1).astype(np.float16)
        corpus.meetings[a, b] = met
    return np.hstack([known.seen, met])


def guesses(corpus: Corpus, a: int, b: int, first: Network) -> NDArray[np.float32]:
    """The first guess at a pair; kept, since every third report asks for it again."""
    if corpus.rank[b] < corpus.rank[a]:
        return guesses(corpus, b, a, first).T
    if not corpus.contexts:
        known = corpus.chances.get((a, b))
        return glance(corpus, a, b).chance if known is None else known
    known = corpus.guesses.get((a, b))
    if known is None:
        seen = first_look(corpus, a, b)
        known = corpus.guesses[a, b] = answers(glance(corpus, a, b), first, seen)
    return known


def glance(corpus: Corpus, a: int, b: int) -> Glance:
    """What can be said of all sentences of a pair at once. Reading `a` ranks before `b`.

    The chances are kept, all else only of the last few pairs: of a hundred reports it is a third
    of a gigabyte, and found again in a millisecond.
    """
    known = corpus.glances.get((a, b))
    if known is None:
        while len(corpus.glances) >= KEPT:
            del corpus.glances[next(iter(corpus.glances))]
        known = glanced(corpus, a, b, trained("quick-first"), corpus.chances.get((a, b)))
        corpus.glances[a, b], corpus.chances[a, b] = known, known.chance
    return known


def glanced(
    corpus: Corpus, a: int, b: int, network: Network, chance: NDArray[np.float32] | None = None
) -> Glance:
    """What `network` finds plausible of all sentences of a pair, unless their `chance` is known."""
    layers = base(corpus.evidence[a], corpus.evidence[b])
    if chance is None:
        odds = network.logits(layers.reshape(len(layers), -1).T)
        of_a, of_b = ([s.linkable for s in corpus.readings[k].sentences] for k in (a, b))
        linkable = np.outer(of_a, of_b)
        chance = np.where(linkable, probability(odds).reshape(linkable.shape), np.float32(0))
    rows, columns = np.nonzero(chance >= PLAUSIBLE)
    return Glance(chance, (rows, columns), layers[:, rows, columns].T.astype(np.float16))


def answers(known: Glance, network: Network, seen: Rows) -> NDArray[np.float32]:
    """The chances of a pair after `network` has `seen` its plausible sentences."""
    chance = known.chance.copy()
    chance[known.cells] = probability(network.logits(seen))
    return chance


def third_reports(corpus: Corpus, a: int, b: int) -> list[int]:
    """The reports nearest to both articles, which may bridge what these put differently."""
    near = np.minimum(corpus.closeness[a], corpus.closeness[b])
    known = corpus.contexts or range(len(corpus.readings))
    others = [c for c in known if c not in (a, b) and corpus.readings[c].sentences]
    return sorted(others, key=lambda c: (-near[c], corpus.rank[c]))[:THIRD_REPORTS]
