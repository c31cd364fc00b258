"""One pair of 40-sentence articles, warm: Reader against difflib's ratio of all sentence pairs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import product
from pathlib import Path
from time import perf_counter

from reader.compare import Corpus, compare, pair
from reader.language import read
from reader.model import Reading
from reader.settings import resource_folder
from reader.sources import read as articles

SENTENCES = 40
ROUNDS = 7


def measure() -> tuple[float, float, float]:
    """Return the seconds for one pair: of an open story, of two texts alone, and by difflib.

    In an open story the words have been weighed and the vectors computed. The best of several
    runs, in turn: what the work takes when nothing else does.
    """
    first, *middle, last = sorted(resource_folder("seeds").iterdir())
    a, b = _joined([first, *middle]), _joined([last, *middle[::-1]])
    lines_a, lines_b = ([each.text(i) for i in range(SENTENCES)] for each in (a, b))
    story = Corpus((a, b))

    def by_difflib() -> None:
        for x, y in product(lines_a, lines_b):
            SequenceMatcher(None, x, y, autojunk=False).ratio()

    rivals = (lambda: pair(story, 0, 1), lambda: compare(a, b), by_difflib)
    times = [[_seconds(rival) for rival in rivals] for _ in range(1 + ROUNDS)]
    opened, alone, difflib = zip(*times[1:], strict=True)
    return min(opened), min(alone), min(difflib)


def _joined(paths: Sequence[Path]) -> Reading:
    """One article of 40 sentences, made of those of several files."""
    parts = [article for path in paths for article in articles(path)]
    text = "\n\n".join(article.text for article in parts)
    reading = read(replace(parts[0], text=text))
    return replace(
        reading,
        sentences=reading.sentences[:SENTENCES],
        facts=tuple(fact for fact in reading.facts if fact.sentence < SENTENCES),
    )


def _seconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start
