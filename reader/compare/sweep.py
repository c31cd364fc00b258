"""A whole story: its articles read, and the links of all pairs of them, by all cores there are."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from itertools import combinations
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from reader.compare.alignment import first_guess, know
from reader.compare.bridges import Pair, bridging
from reader.compare.contextual import Context
from reader.compare.contextual import read as closely
from reader.compare.corpus import Corpus
from reader.compare.crew import Crew, Work
from reader.compare.pairs import links
from reader.language import read
from reader.model import THRESHOLD, Article, Link, Reading

Answer = TypeVar("Answer")
Guesses = dict[Pair, NDArray[np.float32]]
Linked = tuple[int, int, tuple[Link, ...]]
"""The positions of two articles, the lower one first, and the links between them."""

LARGE = 25
"""Reports from which a story is worth starting processes for, which takes half a second."""
MOST = 4
"""Processes, each of which has all of the story in its memory."""
_AT_ONCE = 8  # pairs: a twentieth of a second, so that progress shows and whoever waits can leave


class Sweep(AbstractContextManager["Sweep"]):
    """The work on a whole story, step by step: `read`, `links`, `read_closely`, `links` again.

    Whoever takes the steps may leave between any two; leaving the context ends the processes.
    What is found does not depend on how many there are.
    """

    def __init__(
        self, articles: Sequence[Article], threshold: float = THRESHOLD, hands: int | None = None
    ) -> None:
        # Nothing here asks for the input as it came, which may be large.
        self._articles = tuple(replace(article, raw=b"") for article in articles)
        self._threshold = threshold
        self._crew = Crew(crew_size(len(articles)) if hands is None else hands)
        self.corpus = Corpus((), threshold)

    def __exit__(self, *_: object) -> None:
        self._crew.close()

    def read(self) -> Iterator[int]:
        """Read the articles, and have `corpus` hold them; yield how many are read, one by one."""
        readings: list[Reading] = []
        for article in self._articles:
            # Here, while the processes start: it takes each longer to learn how than all to read.
            readings.append(read(article))
            yield len(readings)
        self.corpus = Corpus(readings, self._threshold)
        self._crew.tell(self.corpus)

    def read_closely(self) -> Iterator[int]:
        """Read the sentences in context, for `corpus` to know; yield how many articles are."""
        contexts: dict[int, Context] = {}
        for place, context in self._crew.do(_context, range(len(self._articles))):
            contexts[place] = context
            yield len(contexts)
        self.corpus = self.corpus.refined(contexts)
        self._crew.tell(self.corpus)

    def links(self) -> Iterator[tuple[Linked, ...]]:
        """The links of all pairs, as `pairs.links` finds them, some pairs at a time."""
        return self.over_pairs(_links)

    def over_pairs(
        self, work: Work[Corpus, Sequence[Pair], tuple[Answer, ...]]
    ) -> Iterator[tuple[Answer, ...]]:
        """What `work` finds of all pairs, some at a time, and of none while it is prepared."""
        pairs = list(combinations(range(len(self._articles)), 2))
        if self._crew:
            # What several of the processes would ask for is found first, for all of them.
            guesses: Guesses = {}
            for _, guessed in self._crew.do(_guesses, _some(bridging(self.corpus, pairs))):
                guesses |= guessed
                yield ()
            self._crew.amend(know, guesses)
        for _, found in self._crew.do(work, _some(pairs)):
            yield found


def crew_size(reports: int) -> int:
    """How many processes to start for a story of so many reports."""
    free = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return min(free, MOST) if reports >= LARGE and free and free > 1 else 0


def _context(corpus: Corpus, place: int) -> Context:
    return closely(corpus.readings[place])


def _some(pairs: Sequence[Pair]) -> Iterator[Sequence[Pair]]:
    return (pairs[k : k + _AT_ONCE] for k in range(0, len(pairs), _AT_ONCE))


def _guesses(corpus: Corpus, pairs: Sequence[Pair]) -> Guesses:
    return {(a, b): first_guess(corpus, a, b) for a, b in pairs}


def _links(corpus: Corpus, pairs: Sequence[Pair]) -> tuple[Linked, ...]:
    return tuple((a, b, links(corpus, a, b)) for a, b in pairs)
