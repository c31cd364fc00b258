"""Figures about the same thing that no number satisfies."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf, log

from reader.compare.conflicts.judgement import Difference
from reader.compare.conflicts.view import View, shares
from reader.model import Fact, FactType, Interval, Span

_OWNED = 7  # words in which a name before a figure says whose it is


def numbers(left: View, right: View) -> Iterator[Difference]:
    """Figures with one unit and one subject that cannot both be right, where no other agrees."""
    ours, theirs = left.of_type(FactType.QUANTITY), right.of_type(FactType.QUANTITY)
    if not ours or not theirs:
        return
    low, high = left.shares(left.stems, right.stems)
    for a in ours:
        for b in theirs:
            about = _about(a, b)
            if (
                about is None
                or not _apart(a, b)
                or _one(left, a)
                or _one(right, b)
                or _strangers(left, a, right, b)
            ):
                continue
            if any(_same(a, other) for other in theirs) or any(_same(b, other) for other in ours):
                continue
            yield Difference(
                "number",
                a.span,
                b.span,
                head=_head(left, a, b),
                signs={
                    **about,
                    "few": 1 / min(len(ours), len(theirs)),
                    "ratio": _ratio(a, b),
                    "whole_low": low,
                    "whole_high": high,
                },
            )


def _about(a: Fact, b: Fact) -> dict[str, float] | None:
    """The signs that two figures count one thing; None where they cannot."""
    if isinstance(a.value, Interval) != isinstance(b.value, Interval):
        return None
    one, other = a.about.removeprefix("score").split(), b.about.removeprefix("score").split()
    _, high = shares(set(one), set(other))
    unit = a.value.unit if isinstance(a.value, Interval) else "score"
    if isinstance(a.value, Interval) and isinstance(b.value, Interval):
        if a.value.unit != b.value.unit:
            return None
        if not unit and not high:
            return None
    if unit == "age" and one and other and not high:
        return None
    return {
        "about": high,
        "first": float(bool(one and other and one[0] == other[0])),
        "unit": float(unit not in {"", "ordinal"}),
        "ordinal": float(unit == "ordinal"),
        "score": float(unit == "score"),
    }


def _strangers(left: View, a: Fact, right: View, b: Fact) -> bool:
    """Whether two figures are told of two people: "Rossi won 11 percent", "Okafor (12 percent)"."""
    ours, theirs = _owner(left, a), _owner(right, b)
    return bool(ours and theirs and not set(ours.split()) & set(theirs.split()))


def _owner(view: View, fact: Fact) -> str:
    """The name that stands right before a figure, of nobody who only says it; "" for none."""
    first = view.at(fact.span.start)
    near = Span(view.words[max(first - _OWNED, 0)].start, fact.span.start)
    speakers = {said.about for said in view.of_type(FactType.ATTRIBUTION)}
    names = [str(name.value) for name in view.of_type(FactType.NAME) if name.span.overlaps(near)]
    named = [name for name in names if name not in speakers]
    return view.same.get(named[-1], named[-1]) if named else ""


def _one(view: View, fact: Fact) -> bool:
    """Whether a figure may be one of several: "one bridge" leaves room for three more."""
    first, last = view.within(fact.span)
    alone = last == first + 1 and view.form(first) == "one"
    return alone and view.form(max(first - 1, 0)) not in {"only", "just"}


def _apart(a: Fact, b: Fact) -> bool:
    if isinstance(a.value, Interval) and isinstance(b.value, Interval):
        return not _meets(a.value, b.value)
    return a.value != b.value


def _same(a: Fact, b: Fact) -> bool:
    """Whether figure `b` may be what `a` says."""
    if isinstance(a.value, Interval) and isinstance(b.value, Interval):
        return a.value.unit == b.value.unit and _meets(a.value, b.value)
    return a.value == b.value


def _meets(a: Interval, b: Interval) -> bool:
    """Whether some number satisfies both; what only touches where it was rounded does not."""
    if a.low == a.high or b.low == b.high:
        return a.meets(b)
    return a.low < b.high and b.low < a.high


def _ratio(a: Fact, b: Fact) -> float:
    """How close the two figures are: 1 where they touch, less the more they differ."""
    if not (isinstance(a.value, Interval) and isinstance(b.value, Interval)):
        return 0.75 if set(str(a.value).split("-")) & set(str(b.value).split("-")) else 0.25
    (low, high) = sorted((_middle(a.value), _middle(b.value)))
    return 1 / (1 + log(max(high, 1e-9) / max(low, 1e-9)))


def _middle(value: Interval) -> float:
    return value.low if value.high == inf else (value.low + value.high) / 2


def _head(view: View, a: Fact, b: Fact) -> str:
    """What both figures count, in the word that stands by `a` in the sentence of `view`."""
    shared = [stem for stem in a.about.split() if stem in b.about.split()]
    return view.spoken(shared[0], a.span) if shared else ""
