"""One pair of 40-sentence articles, warm: Reader against difflib's ratio of all sentence pairs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from importlib.util import find_spec
from itertools import product
from pathlib import Path
from time import perf_counter

from reader.compare import Corpus, alignment, compare, pair
from reader.language import read
from reader.model import Reading
from reader.settings import resource_folder
from reader.sources import read as articles
from tests.bench.line import Line, faster

SENTENCES = 40
ROUNDS = 7


def lines() -> list[Line]:
    """One pair: of an open story, of two texts alone, by difflib, and by CollateX if it is there.

    In an open story the words have been weighed and the vectors computed. The best of several
    runs, in turn: what the work takes when nothing else does.
    """
    first, *middle, last = sorted(resource_folder("seeds").iterdir())
    a, b = _joined([first, *middle]), _joined([last, *middle[::-1]])
    lines_a, lines_b = ([each.text(i) for i in range(SENTENCES)] for each in (a, b))
    story = Corpus((a, b))

    def links() -> None:
        story.glances.clear()
        story.chances.clear()
        alignment.chosen(alignment.scores(story, 0, 1))

    def whole() -> None:
        story.glances.clear()
        story.chances.clear()
        pair(story, 0, 1)

    def by_difflib() -> None:
        for x, y in product(lines_a, lines_b):
            SequenceMatcher(None, x, y, autojunk=False).ratio()

    rivals = (links, whole, lambda: compare(a, b), by_difflib)
    times = [[_seconds(rival) for rival in rivals] for _ in range(1 + ROUNDS)]
    linked, judged, alone, difflib = (min(column) for column in zip(*times[1:], strict=True))
    beside = "difflib's ratio of all sentence pairs"
    found = [
        faster("links of two articles of 40 sentences, in an open story", linked, beside, difflib),
        faster("the same with kinds, reasons and marks", judged, beside, difflib),
        faster("the same on their own, weighed and read closely first", alone, beside, difflib),
    ]
    if find_spec("collatex") and find_spec("Levenshtein"):
        import collatex

        def by_collatex() -> None:
            collation = collatex.Collation()
            for name, side in (("a", lines_a), ("b", lines_b)):
                collation.add_plain_witness(name, " ".join(side))
            collatex.collate(collation, segmentation=False)

        taken = _seconds(by_collatex)
        found.append(faster("the links again", linked, "CollateX, word by word", taken))
    return found


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
