"""What a story's readings say together: how rare each word is, and each sentence's evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reader.compare.channels import lines
from reader.compare.conflicts import Testimony, contradictions
from reader.compare.contextual import Context
from reader.compare.encoder import DIMENSIONS, Matrix, unit
from reader.compare.evidence import gather
from reader.compare.features import Cells, Rows
from reader.model import THRESHOLD, Link, Reading


class Glance(NamedTuple):
    """A pair at a glance: the `chance` of a link for all sentences (sentences of A, of B).

    `cells` are the places there of those that are plausible, and `seen` their features (cells,
    features).
    """

    chance: NDArray[np.float32]
    cells: Cells
    seen: Rows


class Corpus:
    """The readings of one story, with what makes their words and sentences weigh more or less.

    `rank` is each reading's place in an order that has nothing to do with files; `closeness`
    (readings, readings) is the cosine of the articles' mean vectors. `chances`, `meetings` and
    `guesses` keep what was first seen of a pair and thought of it, `glances` the last few whole.
    Results depend on the set of readings, not on their order. A conflict is called one from a
    confidence of `threshold` on.
    """

    def __init__(self, readings: Sequence[Reading], threshold: float = THRESHOLD) -> None:
        self.threshold = threshold
        self.readings = tuple(readings)
        self.rank = ranks(self.readings)
        story = [lines(reading) for reading in self.readings]
        self.evidence = gather(story)
        self.testimony = Testimony(story)
        self._contradictions: dict[int, tuple[Link, ...]] = {}
        self.closeness = _closeness([one.vectors[1] for one in self.evidence])
        self.chances: dict[tuple[int, int], NDArray[np.float32]] = {}
        self.glances: dict[tuple[int, int], Glance] = {}
        self.meetings: dict[tuple[int, int], NDArray[np.float16]] = {}
        self.guesses: dict[tuple[int, int], NDArray[np.float32]] = {}
        self.contexts: Mapping[int, Context] = {}

    def contradictions(self, report: int) -> tuple[Link, ...]:
        """Where one of the reports contradicts itself; found once."""
        if report not in self._contradictions:
            self._contradictions[report] = contradictions(self.testimony, report)
        return self._contradictions[report]

    def refined(self, contexts: Mapping[int, Context]) -> Corpus:
        """The same corpus, with the readings at these positions read closely.

        Only pairs of those can be compared in it, and only those bridge them.
        """
        closer = copy(self)
        closer.glances, closer.meetings, closer.guesses = {}, {}, {}
        closer.contexts = dict(contexts)
        return closer


def ranks(readings: Sequence[Reading]) -> tuple[int, ...]:
    """Each reading's place in an order that depends on what they say, not on that of the files."""
    articles = (reading.article for reading in readings)
    keys = [
        (a.sha256, a.text, a.outlet, a.headline, a.url, str(a.published), a.path) for a in articles
    ]
    ordered = sorted(range(len(keys)), key=keys.__getitem__)
    places = {k: place for place, k in enumerate(ordered)}
    return tuple(places[k] for k in range(len(keys)))


def _closeness(articles: Sequence[Matrix]) -> Matrix:
    means = [rows.mean(axis=0) if len(rows) else np.zeros(DIMENSIONS) for rows in articles]
    vectors = unit(np.array(means).reshape(-1, DIMENSIONS))
    return np.asarray(vectors @ vectors.T)
