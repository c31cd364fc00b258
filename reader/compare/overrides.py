"""The reporter's corrections put to a comparison: what they say holds, whatever was computed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reader.compare.passages import partition, shared_spans
from reader.language.words import Word, words_at
from reader.model import (
    SIGN,
    Comparison,
    Link,
    Mark,
    Near,
    Passage,
    Reading,
    Reason,
    Side,
    Span,
    strongest,
)

REASON = "reporter"
"""The type of the reason that a corrected link carries."""


@dataclass(frozen=True, slots=True)
class Correction:
    """Sentences `a` and `b` report the same fact, in the way of `kind`; with None they do not."""

    a: int
    b: int
    kind: Mark | None

    def mirrored(self) -> Correction:
        """The same correction seen from the other article."""
        return Correction(self.b, self.a, self.kind)


def broken(corrections: Iterable[Correction]) -> tuple[tuple[int, int], ...]:
    """The pairs of sentences that, by what the reporter said last, do not belong together."""
    said = {(one.a, one.b): one.kind for one in corrections}
    return tuple(pair for pair, kind in said.items() if kind is None)


def apply(comparison: Comparison, corrections: Iterable[Correction]) -> Comparison:
    """`comparison` with its links joined, broken and re-labelled as the reporter says.

    Of two corrections of one pair of sentences the later holds. A corrected link is the
    reporter's, with a reason of type "reporter" before those it had. A broken one stays as the
    nearest of a sentence that has no other. Applying the same corrections again changes nothing,
    and apply(mirror, mirrored corrections) is the mirror of the result.
    """
    ordered, changed = _put_right(comparison.links, corrections)
    if not changed:
        return comparison
    mirror = tuple(link.mirrored() for link in ordered)
    left, right = comparison.a, comparison.b
    return Comparison(
        _side(left, right.reading, ordered, changed),
        _side(right, left.reading, mirror, {(b, a): score for (a, b), score in changed.items()}),
        ordered,
    )


def corrected(links: Iterable[Link], corrections: Iterable[Correction]) -> tuple[Link, ...]:
    """`links` joined, broken and re-labelled as the reporter says, as `apply` has them."""
    return _put_right(links, corrections)[0]


def _put_right(
    of_machine: Iterable[Link], corrections: Iterable[Correction]
) -> tuple[tuple[Link, ...], dict[tuple[int, int], float]]:
    """The links as they ought to be, and the scores of those that changed."""
    links = {(link.a, link.b): link for link in of_machine}
    wanted = {(one.a, one.b): one.kind for one in corrections}
    changed = {}
    for pair, kind in wanted.items():
        was = links.get(pair)
        if kind is None:
            links.pop(pair, None)
            changed[pair] = was.score if was else 0.0
        elif was is None or was.kind is not kind or not was.by_reporter:
            links[pair] = _corrected(Link(*pair, kind, 1.0) if was is None else was, kind)
            changed[pair] = links[pair].score
    return tuple(links[pair] for pair in sorted(links)), changed


def _corrected(link: Link, kind: Mark) -> Link:
    """`link` as `kind`; what was in doubt is settled: a reason of a conflict, else nothing."""
    kept = tuple(reason for reason in link.reasons if reason.type != REASON)
    settled = link.doubts if kind is Mark.CONFLICT else ()
    reason = Reason(REASON, None, None, f"{SIGN[kind]} {kind}: the reporter says so")
    return replace(link, kind=kind, reasons=(reason, *kept, *settled), by_reporter=True, doubts=())


def _side(
    side: Side, other: Reading, links: Sequence[Link], changed: dict[tuple[int, int], float]
) -> Side:
    """`side` with marks, passages and nearest of the changed sentences drawn anew."""
    own: dict[int, list[Link]] = {}
    for link in links:
        own.setdefault(link.a, []).append(link)
    marks, nearest = list(side.marks), list(side.nearest)
    passages = {index: _of(side, index) for index in range(len(side.marks))}
    for (here, there), score in changed.items():
        mine = own.get(here, [])
        marks[here] = strongest(link.kind for link in mine)
        passages[here] = _painted(side.reading, other, here, mine)
        before = nearest[here]
        if mine:
            nearest[here] = None
        elif before is None or before.score < score:
            nearest[here] = Near(there, score)
    every = tuple(passage for index in sorted(passages) for passage in passages[index])
    return replace(side, marks=tuple(marks), passages=every, nearest=tuple(nearest))


def _of(side: Side, index: int) -> list[Passage]:
    span = side.reading.sentences[index].span
    return [passage for passage in side.passages if passage.span.overlaps(span)]


def _painted(reading: Reading, other: Reading, index: int, links: Sequence[Link]) -> list[Passage]:
    """The passages of one sentence: the words its partners have too, and the spans of reasons."""
    painted: list[tuple[Span, Mark]] = []
    for link in links:
        spans, _ = shared_spans(_words(reading, link.a), _words(other, link.b))
        painted += [(span, Mark.SHARED) for span in spans]
        if link.kind is not Mark.SHARED:
            painted += [(reason.a, link.kind) for reason in link.reasons if reason.a]
    return partition(reading.sentences[index].span, painted)


def _words(reading: Reading, index: int) -> list[Word]:
    return words_at(reading.article.text, reading.sentences[index].span)
