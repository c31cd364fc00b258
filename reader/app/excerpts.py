"""What a note on a place of a pair is about: the passages, what they are, what they differ in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.app.travel import Place
from reader.model import Anchor, Comparison, Link, Mark, Span
from reader.notes.anchors import anchor


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Passages, the mark of all of them, and the fact that they dispute, "" where they do not."""

    passages: tuple[Anchor, ...]
    kind: Mark = Mark.UNIQUE
    fact: str = ""


def excerpt(comparison: Comparison, place: Place, links: Sequence[Link]) -> Excerpt:
    """The sentence at `place`, with its best partner and what the two differ in, if it has one."""
    sides = (comparison.a.reading, comparison.b.reading)

    def passage(end: Place, words: Span | None = None) -> Anchor:
        reading = sides[end.side]
        made = anchor(reading, reading.sentences[end.sentence].span)
        value = words.of(reading.article.text) if words else ""
        return replace(made, value=" ".join(value.split()))

    if not links:
        return Excerpt((passage(place),))
    best = links[0]
    told = [reason for reason in best.reasons if reason.a and reason.b]
    if best.kind is not Mark.CONFLICT or not told:
        return Excerpt((passage(Place(0, best.a)), passage(Place(1, best.b))), best.kind)
    reason = told[0]
    what, colon, _ = reason.why.partition(": ")
    return Excerpt(
        (passage(Place(0, best.a), reason.a), passage(Place(1, best.b), reason.b)),
        best.kind,
        what if colon else reason.type,
    )
