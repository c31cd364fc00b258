"""Inside a linked sentence: which words the partner has too, and which span is in conflict."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from reader.language.words import Word
from reader.model import STRENGTH, Mark, Passage, Span


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
    layers = [(span, mark) for span, mark in painted if span.overlaps(sentence)]
    if not layers:
        return [Passage(sentence, Mark.UNIQUE)]
    cuts = {sentence.start, sentence.end}
    for span, _ in layers:
        cuts |= {max(span.start, sentence.start), min(span.end, sentence.end)}
    edges = sorted(cuts)
    passages: list[Passage] = []
    for start, end in pairwise(edges):
        piece = Span(start, end)
        marks = [mark for span, mark in layers if span.overlaps(piece)]
        mark = max(marks, key=STRENGTH.__getitem__, default=Mark.UNIQUE)
        if passages and passages[-1].mark is mark:
            passages[-1] = Passage(Span(passages[-1].span.start, end), mark)
        else:
            passages.append(Passage(piece, mark))
    return passages
