"""What is too slow for the screen to wait for: reading a story and comparing its articles."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reader.model import THRESHOLD, Comparison, Link, Reading, Story
from reader.settings import resource_folder

if TYPE_CHECKING:
    from reader.compare import Sweep


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
    """The articles have been read, and their words weighed: `compare` compares any two whole.

    `strays` are the articles that seem to tell another story than most.
    """

    readings: tuple[Reading, ...]
    compare: Callable[[int, int], Comparison]
    strays: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Linked:
    """The links of pairs, each with the positions of its two articles, the lower one first.

    `done` of `total` pairs have theirs now.
    """

    pairs: tuple[tuple[int, int, tuple[Link, ...]], ...]
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Compared:
    """Articles `a` and `b`, the lower one first, compared whole."""

    a: int
    b: int
    comparison: Comparison


Step = Opened | Progress | Prepared | Linked | Compared


def open_and_compare(
    targets: Sequence[str | Path], threshold: float, cancelled: Callable[[], bool]
) -> Iterator[Step]:
    """Read a story, its sentences and facts, and compare all its pairs, step by step.

    Without any targets it is the sample story. Made for a thread: whoever takes the steps may
    stop between any two, and have `cancelled` end the reading of a file. What is slow to import is
    imported here. Raises ReaderError when nothing can be read.
    """
    from reader.library import open_story, sample_story

    story = open_story(targets, cancelled) if targets else sample_story(resource_folder("seeds"))
    yield Opened(story)
    yield from compare_all(story, threshold)


def compare_all(story: Story, threshold: float = THRESHOLD) -> Iterator[Step]:
    """Link all pairs of the articles of `story`, step by step.

    Twice: quickly, so that there is something to see, then with every article read closely.
    """
    total = len(story.articles)
    yield Progress("reading", 0, total)

    from reader.compare import Sweep

    with Sweep(story.articles, threshold) as sweep:
        for done in sweep.read():
            yield Progress("reading", done, total)
        yield from _linked(sweep)
        yield Progress("reading closely", 0, total)
        for done in sweep.read_closely():
            yield Progress("reading closely", done, total)
        yield from _linked(sweep)


def _linked(sweep: Sweep) -> Iterator[Step]:
    from reader.compare import pair
    from reader.compare.grouping import strays

    corpus = sweep.corpus
    astray = strays([evidence.lines for evidence in corpus.evidence])
    yield Prepared(corpus.readings, partial(pair, corpus), astray)
    reports = len(corpus.readings)
    done, total = 0, reports * (reports - 1) // 2
    for pairs in sweep.links():
        done += len(pairs)
        yield Linked(pairs, done, total)
