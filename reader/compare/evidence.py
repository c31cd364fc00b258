"""A reading as the comparison sees it: tables of terms, word vectors, sentence vectors, traits."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

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
    """One channel in one reading.

    `terms` are the ids of its terms, ascending (t); `holds` says which sentence holds which
    (sentences, t); `weights` how much each says (t); `totals` each sentence's sum (sentences).
    """

    terms: NDArray[np.int64]
    holds: Matrix
    weights: Matrix
    totals: Matrix


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The different words of one reading (w), with static vectors (w, 256).

    `flat` are the words of one sentence after the other; `spoken` the sentences that have any
    (s), and `starts` where in `flat` each of those begins (s). `shares` (sentences, w) is how
    much of a sentence's weight each of its words has: rows sum to one.
    """

    vectors: Matrix
    flat: NDArray[np.int64]
    spoken: NDArray[np.int64]
    starts: NDArray[np.int64]
    shares: Matrix


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that the features of a pair are made from, for one of its readings.

    `meaning` are the sentences' vectors centred on the story (n, 256), `plain` as they come,
    `leaning` with the sentence before mixed in; `traits` (5, n): position from 0 to 1, log
    length, headline or lede, share quoted, figures.
    """

    lines: Lines
    tables: tuple[Table, ...]
    lexicon: Lexicon
    meaning: Matrix
    plain: Matrix
    leaning: Matrix
    traits: Matrix

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
    found = []
    for k, one in enumerate(story):
        rows = zip(channels, weights, strict=True)
        tables = tuple(_table(channel[k], weight) for channel, weight in rows)
        found.append(Evidence(one, tables, lexicons[k], *vectors[k], _traits(one)))
    return tuple(found)


def rarity(story: Sequence[Terms]) -> dict[str, tuple[int, float]]:
    """For each term an id and its inverse document frequency, log(1 + N/n), over all sentences."""
    count = Counter(term for terms in story for line in terms for term in line)
    total = 1 + sum(len(terms) for terms in story)
    return {term: (k, math.log(1 + total / count[term])) for k, term in enumerate(sorted(count))}


def _table(terms: Terms, weight: dict[str, tuple[int, float]]) -> Table:
    used = sorted({weight[term] for line in terms for term in line})
    column = {k: at for at, (k, _) in enumerate(used)}
    holds = np.zeros((len(terms), len(used)), dtype=np.float32)
    for row, line in zip(holds, terms, strict=True):
        row[[column[weight[term][0]] for term in line]] = 1
    weights = np.array([value for _, value in used], dtype=np.float32)
    return Table(np.array([k for k, _ in used], dtype=np.int64), holds, weights, holds @ weights)


def _sentence_vectors(story: Sequence[Lines]) -> list[tuple[Matrix, Matrix, Matrix]]:
    texts = [sentences(one.reading) for one in story]
    vector, mean = _encoded({text for rows in texts for text in rows})
    found = []
    for rows in texts:
        plain = np.array([vector[t] for t in rows], dtype=np.float32).reshape(-1, DIMENSIONS)
        centred = unit(plain - CENTRING * mean)
        before = np.vstack([np.zeros_like(centred[:1]), centred[:-1]])
        found.append((centred, plain, unit(centred + before / 2)))
    return found


def _lexicons(story: Sequence[Lines], weight: dict[str, tuple[int, float]]) -> list[Lexicon]:
    vector, _ = _encoded(
        {w.form for one in story for line in one.words for w in line if not w.stop}
    )
    return [_lexicon(one, vector, weight) for one in story]


def _lexicon(
    one: Lines, vector: dict[str, Matrix], weight: dict[str, tuple[int, float]]
) -> Lexicon:
    mine = sorted({(w.form, w.stem) for line in one.words for w in line if not w.stop})
    at = {form: k for k, (form, _) in enumerate(mine)}
    vectors = np.array([vector[form] for form, _ in mine], dtype=np.float32).reshape(-1, DIMENSIONS)
    values = np.array([weight[stem][1] for _, stem in mine], dtype=np.float32)
    rows = [sorted({at[w.form] for w in line if not w.stop}) for line in one.words]
    shares = np.zeros((len(rows), len(mine)), dtype=np.float32)
    for share, row in zip(shares, rows, strict=True):
        share[row] = values[row] / max(float(values[row].sum()), 1e-6)
    lengths = np.array([len(row) for row in rows], dtype=np.int64)
    spoken = np.flatnonzero(lengths)
    starts = np.cumsum(lengths)[spoken] - lengths[spoken]
    flat = np.array([k for row in rows for k in row], dtype=np.int64)
    return Lexicon(vectors, flat, spoken, starts, shares)


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
