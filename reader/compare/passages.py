"""Inside a linked sentence: which words the partner has too, and which span is in conflict."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from itertools import groupby, pairwise

from reader.language.words import Word
from reader.model import STRENGTH, Mark, Passage, Span

_MARKS = {strength: mark for mark, strength in STRENGTH.items()}


def shared_spans(a: Sequence[Word], b: Sequence[Word]) -> tuple[list[Span], list[Span]]:
    """The runs of words that both sentences have, on each side; runs that say nothing left out."""
    matcher = SequenceMatcher(None, [w.stem for w in a], [w.stem for w in b], autojunk=False)
    left, right = [], []
    for block in matcher.get_matching_blocks():
        run = a[block.a : block.a + block.size]
        if all(word.stop for word in run):
            continue
        left.append(Span(run[0].start, run[-1].end))
        right.append(Span(b[block.b].start, b[block.b + block.size - 1].end))
    return left, right


def partition(sentence: Span, painted: Iterable[tuple[Span, Mark]]) -> list[Passage]:
    """Passages that cover `sentence` without gaps; where marks overlap the strongest shows."""
    coats = sorted((STRENGTH[mark], span) for span, mark in painted if span.overlaps(sentence))
    colours = bytearray(sentence.end - sentence.start)
    cuts = {0, len(colours)}
    for strength, span in coats:
        start = max(span.start - sentence.start, 0)
        end = min(span.end - sentence.start, len(colours))
        colours[start:end] = bytes([strength]) * (end - start)
        cuts |= {start, end}
    passages: list[Passage] = []
    for strength, edges in groupby(pairwise(sorted(cuts)), lambda edges: colours[edges[0]]):
        pieces = list(edges)
        span = Span(sentence.start + pieces[0][0], sentence.start + pieces[-1][1])
        passages.append(Passage(span, _MARKS[strength]))
    return passages
