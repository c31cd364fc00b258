"""Figures about the same thing that no number satisfies."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf, log

from reader.compare.conflicts.exclusion import excludes
from reader.compare.conflicts.judgement import Difference
from reader.compare.conflicts.view import View, shares
from reader.language.counted import KINDS, counted
from reader.language.gazetteer import atlas
from reader.language.words import normal
from reader.model import Fact, FactType, Interval, Span

_OWNED = 7  # words in which a name before a figure says whose it is
_NEAR = 0.7  # "more than 100" may be the 130 of another report, not its 300


def numbers(left: View, right: View) -> Iterator[Difference]:
    """Figures with one unit and one subject that cannot both be right, where no other agrees."""
    ours, theirs = left.of_type(FactType.QUANTITY), right.of_type(FactType.QUANTITY)
    if not ours or not theirs:
        return
    low, high = left.shares(left.stems, right.stems)
    alike = {(a, b): about for a in ours for b in theirs if (about := _about(a, b))}
    for (a, b), about in alike.items():
        if not excludes(a, b) or _one(left, a) or _one(right, b):
            continue
        if _strangers(left, a, right, b):
            continue
        if any(_same(a, other) for other in theirs) or any(_same(other, b) for other in ours):
            continue
        rivals = [
            signs
            for (one, other), signs in alike.items()
            if (one is a) != (other is b) and signs["about"] >= about["about"]
        ]
        yield Difference(
            "number",
            a.span,
            b.span,
            head=counts(left, a, b),
            signs={
                **about,
                "few": 1 / (1 + len(rivals)),
                "ratio": _ratio(a, b),
                "whole_low": low,
                "whole_high": high,
            },
        )


def _about(a: Fact, b: Fact) -> dict[str, float] | None:
    """The signs that two figures count one thing; None where they cannot."""
    if isinstance(a.value, Interval) != isinstance(b.value, Interval):
        return None
    one, other = (counted(fact.about.removeprefix("score")) for fact in (a, b))
    kinds, others = KINDS & set(one), KINDS & set(other)
    if kinds and others and not kinds & others:
        return None  # the dead are not set against the hurt
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
    others = {said.about for said in view.of_type(FactType.ATTRIBUTION)}
    named = [
        str(name.value)
        for name in view.of_type(FactType.NAME)
        if name.span.overlaps(near) and name.value not in others and not _people(view, name)
    ]
    return view.same.get(named[-1], named[-1]) if named else ""


def _people(view: View, name: Fact) -> bool:
    """Whether a name says where somebody is from: "an Australian" has another name elsewhere."""
    return normal(name.span.of(view.text)) in atlas().people


def _one(view: View, fact: Fact) -> bool:
    """Whether a figure may be one of several: "one bridge" leaves room for three more."""
    first, last = view.within(fact.span)
    alone = last == first + 1 and view.form(first) == "one"
    return alone and view.form(max(first - 1, 0)) not in {"only", "just"}


def _same(a: Fact, b: Fact) -> bool:
    """Whether figure `b` may be what `a` says, and does not just leave room for it."""
    return not excludes(a, b) and (a.value == b.value or _ratio(a, b) >= _NEAR)


def _ratio(a: Fact, b: Fact) -> float:
    """How close the two figures are: 1 where they touch, less the more they differ."""
    if not (isinstance(a.value, Interval) and isinstance(b.value, Interval)):
        return 0.75 if set(str(a.value).split("-")) & set(str(b.value).split("-")) else 0.25
    (low, high) = sorted((_middle(a.value), _middle(b.value)))
    return 1 / (1 + log(max(high, 1e-9) / max(low, 1e-9)))


def _middle(value: Interval) -> float:
    return value.low if value.high == inf else (value.low + value.high) / 2


def counts(view: View, a: Fact, b: Fact) -> str:
    """What both figures count, in the word that stands by `a` in the sentence of `view`."""
    others = counted(b.about)
    shared = [stem for stem in counted(a.about) if stem in others]
    kinds = [stem for stem in shared if stem in KINDS]
    return kinds[0] if kinds else view.spoken(shared[0], a.span) if shared else ""
