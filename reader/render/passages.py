"""The passages of a comparison's side, sentence by sentence, and the sign at a sentence's edge."""

from __future__ import annotations

from bisect import bisect_left

from reader.model import SIGN, Passage, Side


def of_sentences(side: Side) -> tuple[tuple[Passage, ...], ...]:
    """Group the side's passages by the sentence they stand in, in order."""
    starts = [passage.span.start for passage in side.passages]
    spans = (sentence.span for sentence in side.reading.sentences)
    return tuple(
        side.passages[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        for span in spans
    )


def sign(side: Side, index: int) -> str:
    """Return the gutter sign of sentence `index`; a blank where it takes no part."""
    return SIGN[side.marks[index]] if side.reading.sentences[index].linkable else " "
