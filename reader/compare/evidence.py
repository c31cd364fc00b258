"""A reading as the comparison sees it: tables of terms, word vectors, sentence vectors, traits."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from reader.compare.channels import CHANNELS, Lines, Terms, quoted
from reader.compare.encoder import DIMENSIONS, Matrix, encode, sentences, unit
from reader.language.words import Word
from reader.model import Reading

# How much of the story's mean vector is taken out of every sentence's: what all say tells nothing.
CENTRING = 0.8


@dataclass(frozen=True, slots=True)
class Table:
    """The terms of all channels in one reading.

    `terms` are the ids of its terms, ascending, channel after channel (t); `starts` where each
    channel begins in them, and the end (channels + 1). `holds` says which term stands in which
    sentence (t, sentences), `weights` how much each says (t), `totals` what each sentence's terms
    of a channel say together (channels, sentences).
    """

    terms: NDArray[np.int32]
    starts: NDArray[np.int64]
    holds: NDArray[np.bool_]
    weights: Matrix
    totals: Matrix


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The different words of one reading (w), as ids in the story's vocabulary (v), ascending.

    `shares` (sentences, w) is how much of a sentence's weight each of its words has: rows sum to
    one. `near` (v, sentences) is how near each sentence comes to every word of the story, in half
    precision.
    """

    words: NDArray[np.int64]
    shares: Matrix
    near: NDArray[np.float16]


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that the features of a pair are made from, for one of its readings.

    `vectors` (3, n, 256) are the sentences' vectors centred on the story, as they come, and with
    the sentence before mixed in; `traits` (5, n): position from 0 to 1, log length, headline or
    lede, share quoted, figures; `linkable` (n) says which take part.
    """

    lines: Lines
    table: Table
    lexicon: Lexicon
    vectors: Matrix
    traits: Matrix
    linkable: NDArray[np.bool_]

    @property
    def reading(self) -> Reading:
        """The reading itself."""
        return self.lines.reading

    @property
    def words(self) -> tuple[tuple[Word, ...], ...]:
        """The words of each sentence."""
        return self.lines.words


def gather(story: Sequence[Lines]) -> tuple[Evidence, ...]:
    """The evidence of every reading of a story, weighed by what the whole story says."""
    channels = [[channel(one) for one in story] for channel in CHANNELS]
    weights = [rarity(channel) for channel in channels]
    vectors = _sentence_vectors(story)
    lexicons = _lexicons(story, weights[0])
    return tuple(
        Evidence(
            one,
            _table([c[k] for c in channels], weights),
            lexicons[k],
            vectors[k],
            _traits(one),
            np.array([sentence.linkable for sentence in one.reading.sentences], dtype=bool),
        )
        for k, one in enumerate(story)
    )


def rarity(story: Sequence[Terms]) -> dict[str, tuple[int, float]]:
    """For each term an id and its inverse document frequency, log(1 + N/n), over all sentences."""
    count = Counter(chain.from_iterable(line for terms in story for line in terms))
    total = 1 + sum(len(terms) for terms in story)
    return {term: (k, math.log(1 + total / count[term])) for k, term in enumerate(sorted(count))}


def _table(channels: Sequence[Terms], weights: Sequence[dict[str, tuple[int, float]]]) -> Table:
    terms, blocks, values, totals, first = [], [], [], [], 0
    for channel, weight in zip(channels, weights, strict=True):
        said = [weight[term] for line in channel for term in line]
        ids, firsts, rows = np.unique(
            np.array([term for term, _ in said], dtype=np.int64),
            return_index=True,
            return_inverse=True,
        )
        says = np.array([value for _, value in said], dtype=np.float32)
        sentences = np.repeat(np.arange(len(channel)), [len(line) for line in channel])
        holds = np.zeros((len(ids), len(channel)), dtype=bool)
        holds[rows, sentences] = True
        terms.append(first + ids)
        blocks.append(holds)
        values.append(says[firsts])
        totals.append(np.bincount(sentences, says, len(channel)))
        first += len(weight)
    return Table(
        np.concatenate(terms).astype(np.int32),
        np.cumsum([0, *map(len, terms)]),
        np.concatenate(blocks),
        np.concatenate(values),
        np.array(totals, dtype=np.float32),
    )


def _sentence_vectors(story: Sequence[Lines]) -> list[Matrix]:
    texts = [sentences(one.reading) for one in story]
    vector, mean = _encoded({text for rows in texts for text in rows})
    found = []
    for rows in texts:
        plain = np.array([vector[t] for t in rows], dtype=np.float32).reshape(-1, DIMENSIONS)
        centred = unit(plain - CENTRING * mean)
        before = np.vstack([np.zeros_like(centred[:1]), centred[:-1]])
        found.append(np.array([centred, plain, unit(centred + before / 2)]))
    return found


def _lexicons(story: Sequence[Lines], weight: dict[str, tuple[int, float]]) -> list[Lexicon]:
    said = [
        [sorted({(w.form, w.stem) for w in line if not w.stop}) for line in one.words]
        for one in story
    ]
    vector, _ = _encoded({form for lines in said for line in lines for form, _ in line})
    place = {form: k for k, form in enumerate(vector)}
    vectors = np.array(list(vector.values()), dtype=np.float32).reshape(-1, DIMENSIONS)
    found = []
    for lines in said:
        rows = [[place[form] for form, _ in line] for line in lines]
        mine = np.array(sorted({k for row in rows for k in row}), dtype=np.int64)
        shares = np.zeros((len(rows), len(mine)), dtype=np.float32)
        for share, row, line in zip(shares, rows, lines, strict=True):
            values = np.array([weight[stem][1] for _, stem in line], dtype=np.float32)
            share[np.searchsorted(mine, row)] = values / max(float(values.sum()), 1e-6)
        found.append(Lexicon(mine, shares, _near(vectors, mine, rows)))
    return found


def _near(vectors: Matrix, mine: NDArray[np.int64], rows: Sequence[Sequence[int]]) -> Matrix:
    """How near each sentence's nearest word comes to every word of the story, 0 to 1."""
    near = np.clip(vectors[mine] @ vectors.T, 0, 1) ** 2
    best = np.zeros((len(vectors), len(rows)), dtype=np.float16)
    for sentence, row in enumerate(rows):
        if row:
            best[:, sentence] = near[np.searchsorted(mine, row)].max(axis=0)
    return best


def _encoded(texts: set[str]) -> tuple[dict[str, Matrix], Matrix]:
    # In sorted order, so that the sums do not depend on the order of the articles.
    ordered = sorted(texts)
    rows = encode(ordered)
    mean = rows.mean(axis=0) if ordered else np.zeros(DIMENSIONS, dtype=np.float32)
    return dict(zip(ordered, rows, strict=True)), mean


def _traits(one: Lines) -> Matrix:
    n = len(one.words)
    said = [len(terms) for terms in quoted(one)]
    return np.array(
        [
            np.arange(n) / max(1, n - 1),
            [math.log1p(len(line)) for line in one.words],
            [1.0 if k == 0 else 0.5 if k == 1 else 0.0 for k in range(n)],
            [s / max(1, len(line)) for s, line in zip(said, one.words, strict=True)],
            [math.log1p(sum(f.type == "quantity" for f in facts)) for facts in one.facts],
        ],
        dtype=np.float32,
    ).reshape(5, n)
