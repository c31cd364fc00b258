"""What a story's readings say together: how rare each word is, and each sentence's evidence."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from reader.compare.encoder import Matrix, encode, unit
from reader.language.words import Word, words
from reader.model import Reading

# How much of the story's mean vector is taken out of every sentence's: what all say tells nothing.
CENTRING = 0.8


@dataclass(frozen=True)
class Evidence:
    """One reading, as the comparison sees it: the words of each sentence."""

    reading: Reading
    words: tuple[tuple[Word, ...], ...]

    @cached_property
    def stems(self) -> tuple[frozenset[str], ...]:
        """The stems of each sentence's words, the empty ones ("the", "said") left out."""
        return tuple(frozenset(w.stem for w in line if not w.stop) for line in self.words)


class Corpus:
    """The readings of one story, with what makes their words and sentences weigh more or less.

    Results depend on the set of readings, not on their order.
    """

    def __init__(self, readings: Sequence[Reading]) -> None:
        self.readings = tuple(readings)
        self.evidence = tuple(_evidence(reading) for reading in self.readings)
        frequency = Counter(
            stem for one in self.evidence for line in set(one.stems) for stem in line
        )
        total = 1 + sum(len(one.stems) for one in self.evidence)
        self.rarity = {stem: math.log(1 + total / n) for stem, n in frequency.items()}

    @cached_property
    def vectors(self) -> tuple[Matrix, ...]:
        """Per reading, the unit vectors of its sentences, centred on the story."""
        texts = [[r.text(s.index) for s in r.sentences] for r in self.readings]
        flat = sorted({text for lines in texts for text in lines})
        if not flat:
            return tuple(np.zeros((0, 1), dtype=np.float32) for _ in self.readings)
        raw = encode(flat)
        centred = unit(raw - CENTRING * raw.mean(axis=0))
        row = {text: index for index, text in enumerate(flat)}
        return tuple(centred[[row[text] for text in lines]] for lines in texts)


def _evidence(reading: Reading) -> Evidence:
    found = []
    for sentence in reading.sentences:
        start = sentence.span.start
        line = words(sentence.span.of(reading.article.text))
        found.append(tuple(w._replace(start=w.start + start, end=w.end + start) for w in line))
    return Evidence(reading, tuple(found))
