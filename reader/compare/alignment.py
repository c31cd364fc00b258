"""How likely each sentence of A and each of B report the same fact, and which pairs are links.

Small networks learned from labelled stories look at a pair of reports: a glance at all their
sentences; a first guess at the plausible ones, where these have been read closely; then a second
look at the same, with the guesses around them and third reports in view.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from reader.compare.bridges import Pair, third_reports
from reader.compare.contextual import meeting, nearest
from reader.compare.corpus import Corpus, Glance
from reader.compare.encoder import Matrix
from reader.compare.features import Rows, base
from reader.compare.neighbourhood import neighbourhood, retold
from reader.compare.network import First, probability, sifted, trained
from reader.compare.novelty import novelty
from reader.compare.portions import portions

THRESHOLD = 0.45
PLAUSIBLE = 0.04  # what the glance gives less has hardly ever been a link
WORTHWHILE = 0.06  # what it gives less has never become one at the second look at what it saw
KEPT = 64  # glances


def scores(corpus: Corpus, a: int, b: int) -> NDArray[np.float32]:
    """Probabilities (sentences of A, sentences of B); 0 where a sentence takes no part."""
    if corpus.rank[b] < corpus.rank[a]:
        return scores(corpus, b, a).T
    known = glance(corpus, a, b)
    if not known.seen.size:
        return known.chance
    second = trained("refined-second" if corpus.contexts else "quick-second")
    return answers(known, second, second_look(corpus, a, b, _first(corpus)))


def first_guess(corpus: Corpus, a: int, b: int) -> NDArray[np.float32]:
    """What `scores` would be if nothing around a pair of sentences were looked at."""
    return guesses(corpus, a, b, _first(corpus))


def know(corpus: Corpus, found: Mapping[Pair, NDArray[np.float32]]) -> None:
    """Have `corpus` know first guesses of pairs in which the reading that ranks first is first."""
    (corpus.guesses if corpus.contexts else corpus.chances).update(found)


def chosen(chance: Matrix) -> list[tuple[int, int]]:
    """The pairs (sentence of A, sentence of B) that are links, in order."""
    rows, columns = np.nonzero(chance >= THRESHOLD)
    return list(zip(rows.tolist(), columns.tolist(), strict=True))


def second_look(corpus: Corpus, a: int, b: int, first: First) -> Rows:
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
        # Found anew, at a tenth of the cost of the pair: kept, it would be a fifth of a megabyte.
        ends = corpus.contexts[a], corpus.contexts[b]
        told = portions(*ends, nearest(*ends), guess)
        seen.append(np.stack([layer[cells] for layer in told], axis=1))
    return np.hstack(seen)


def first_look(corpus: Corpus, a: int, b: int) -> Rows:
    """What the first look sees of each plausible pair of sentences (cells, features).

    The sentences and what they lean on, and if they have been read closely, how their words meet,
    where else in either article these are met, and what is new in both.
    Reading `a` ranks before `b`.
    """
    known = glance(corpus, a, b)
    if not corpus.contexts:
        return known.seen
    met = corpus.meetings.get((a, b))
    if met is None:
        ends = corpus.contexts[a], corpus.contexts[b]
        near = nearest(*ends)
        layers = meeting(*ends, near) + portions(*ends, near)
        layers += novelty(corpus.evidence[a].table, corpus.evidence[b].table)
        met = np.stack([layer[known.cells] for layer in layers], axis=1).astype(np.float16)
        corpus.meetings[a, b] = met
    return np.hstack([known.seen, met])


def guesses(corpus: Corpus, a: int, b: int, first: First) -> NDArray[np.float32]:
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

    The chances are kept, all else only of the last few pairs: of a hundred reports it is half a
    gigabyte, and found again in a millisecond.
    """
    known = corpus.glances.get((a, b))
    if known is None:
        while len(corpus.glances) >= KEPT:
            del corpus.glances[next(iter(corpus.glances))]
        least = PLAUSIBLE if corpus.contexts else WORTHWHILE
        network, chance = sifted("quick-first"), corpus.chances.get((a, b))
        known = glanced(corpus, a, b, network, least, chance)
        corpus.glances[a, b], corpus.chances[a, b] = known, known.chance
    return known


def glanced(
    corpus: Corpus,
    a: int,
    b: int,
    network: First,
    least: float,
    chance: NDArray[np.float32] | None = None,
) -> Glance:
    """All sentences of a pair as `network` sees them, unless their `chance` is known.

    Plausible are those with a chance of `least` or more.
    """
    left, right = corpus.evidence[a], corpus.evidence[b]
    layers = base(left, right)
    features = layers.reshape(len(layers), -1).T
    if chance is None:
        linkable = np.outer(left.linkable, right.linkable)
        likely = probability(network.logits(features)).reshape(linkable.shape)
        chance = np.where(linkable, likely, np.float32(0))
    rows, columns = np.nonzero(chance >= least)
    places = np.ravel_multi_index((rows, columns), chance.shape)
    return Glance(chance, (rows, columns), features.T.take(places, axis=1).T)


def answers(known: Glance, network: First, seen: Rows) -> NDArray[np.float32]:
    """The chances of a pair after `network` has `seen` its plausible sentences."""
    chance = known.chance.copy()
    chance[known.cells] = probability(network.logits(seen))
    return chance


def _first(corpus: Corpus) -> First:
    return trained("refined-first") if corpus.contexts else sifted("quick-first")
