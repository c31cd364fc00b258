"""What is too slow for the screen to wait for: reading a story and comparing its articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from reader.model import THRESHOLD, Comparison, Reading, Story
from reader.settings import resource_folder

if TYPE_CHECKING:
    from reader.compare import Corpus

_BATCH = 0.05
"""Seconds of comparing between two steps: often enough to see, seldom enough to cost nothing."""


@dataclass(frozen=True, slots=True)
class Opened:
    """The articles are there."""

    story: Story


@dataclass(frozen=True, slots=True)
class Progress:
    """So many of so many are done."""

    what: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Prepared:
    """The articles have been read, and their words weighed: pairs can be compared.

    `strays` are the articles that seem to tell another story than most.
    """

    corpus: Corpus
    strays: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Compared:
    """Comparisons, each with the positions of its two articles, the lower one first.

    `done` of `total` pairs are compared; both are 0 for a pair compared out of turn.
    """

    pairs: tuple[tuple[int, int, Comparison], ...]
    done: int
    total: int


Step = Opened | Progress | Prepared | Compared


def open_and_compare(targets: Sequence[str | Path], threshold: float = THRESHOLD) -> Iterator[Step]:
    """Read a story, its sentences and facts, and compare all its pairs, step by step.

    Without any targets it is the sample story. Made for a thread: whoever takes the steps may
    stop between any two. What is slow to import is imported here. Raises ReaderError when
    nothing can be read.
    """
    from reader.library import open_story, sample_story

    story = open_story(targets) if targets else sample_story(resource_folder("seeds"))
    yield Opened(story)
    yield from compare_all(story, threshold)


def compare_all(story: Story, threshold: float = THRESHOLD) -> Iterator[Step]:
    """Compare all pairs of the articles of `story`, step by step.

    Twice: quickly, so that there is something to see, then with every article read closely.
    """
    from reader.language import read

    total = len(story.articles)
    yield Progress("reading", 0, total)
    readings: list[Reading] = []
    for done, article in enumerate(story.articles, 1):
        readings.append(read(article))
        yield Progress("reading", done, total)

    from reader.compare import Corpus, read_closely

    corpus = Corpus(readings, threshold)
    yield from _compared(corpus)
    contexts = {}
    for done, reading in enumerate(readings):
        yield Progress("reading closely", done, total)
        contexts[done] = read_closely(reading)
    yield from _compared(corpus.refined(contexts))


def _compared(corpus: Corpus) -> Iterator[Step]:
    from reader.compare import pair
    from reader.compare.grouping import strays

    yield Prepared(corpus, strays([evidence.lines for evidence in corpus.evidence]))
    pairs = list(combinations(range(len(corpus.readings)), 2))
    batch: list[tuple[int, int, Comparison]] = []
    since = monotonic()
    for done, (a, b) in enumerate(pairs, 1):
        batch.append((a, b, pair(corpus, a, b)))
        if done == len(pairs) or monotonic() - since > _BATCH:
            yield Compared(tuple(batch), done, len(pairs))
            batch, since = [], monotonic()
