"""Dates of the same event that no day satisfies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from reader.compare.conflicts.judgement import Difference
from reader.compare.conflicts.view import View, once, setting
from reader.language.periods import agree, away
from reader.model import Fact, FactType, Interval, Period

Value = Period | str

_REACH = 10  # words on either side that say what a date is the date of
_WEEK, _SEASON = 0.8, 0.2  # the fineness of a week, and of some months
_DISTANCE = re.compile(r"(day|week|month|year)([+-]\d+)")  # from the day of publication


def dates(left: View, right: View) -> Iterator[Difference]:
    """Dates and times that exclude each other, where no other date of either sentence agrees."""
    ours, theirs = _when(left), _when(right)
    for a, day_a in ours:
        for b, day_b in theirs:
            if not apart(day_a, day_b):
                continue
            if any(_settles(day_a, other) for _, other in theirs):
                continue
            if any(_settles(day_b, other) for _, other in ours):
                continue
            deeds = left.deeds(a.span) & right.deeds(b.span)
            yield Difference(
                "date",
                a.span,
                b.span,
                signs={
                    **setting(left, a.span, right, b.span, _REACH),
                    "few": 1 / min(len(ours), len(theirs)),
                    "deed": float(bool(deeds)),
                },
            )


@once
def _when(view: View) -> list[tuple[Fact, Value]]:
    dated = view.of_type(FactType.DATE)
    return [
        (fact, _reckoned(fact.value, view.day))
        for fact in dated
        if not isinstance(fact.value, Interval)
    ]


def _reckoned(value: Value, day: date | None) -> Value:
    """A month or year of a report without a date, reckoned from the day of the other reports."""
    told = _DISTANCE.fullmatch(value) if isinstance(value, str) and day else None
    if told is None or day is None or told[1] not in {"month", "year"}:
        return value
    return away(day, told[1], int(told[2])) or value


def apart(a: Value, b: Value) -> bool:
    """Whether two dates exclude each other, reports of one event being written the same day."""
    if agree(a, b) is not None:
        return agree(a, b) is False
    one, other = _DISTANCE.fullmatch(str(a)), _DISTANCE.fullmatch(str(b))
    return bool(one and other and one[1] == other[1] and a != b)


def _settles(a: Value, b: Value) -> bool:
    """Whether two dates tell the same time; some day of a year is none in particular."""
    rough, fine = sorted((_fine(a), _fine(b)))
    least = _SEASON if isinstance(a, Period) == isinstance(b, Period) else _WEEK
    return bool(agree(a, b)) and (rough >= least or fine < _WEEK)


def _fine(value: Value) -> float:
    """How finely a date is told: 1 a day or less, 0 a year and more."""
    if isinstance(value, Period):
        return 1 / (1 + (value.last - value.first).days / 30)
    return 1.0
