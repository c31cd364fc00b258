"""Days, weeks, months and years as periods, reckoned from the day an article was published."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime, timedelta

from reader.model import Period

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
SEASONS = {"spring": 3, "summer": 6, "fall": 9, "autumn": 9, "winter": 12}
_FIRST_YEAR, _LAST_YEAR = 1100, 8000  # between these no distance leaves the calendar
_LONGEST = {"year": 1000, "month": 12000, "week": 52000, "weekend": 52000, "day": 365000}


def reckoned_from(published: date | None) -> date | None:
    """The day from which "last month" is reckoned; None where no day of publication is known."""
    only = published.date() if isinstance(published, datetime) else published
    return only if only and _FIRST_YEAR <= only.year <= _LAST_YEAR else None


def day(year: int, month: int, number: int) -> Period | None:
    """One day, or None where the calendar has no such day."""
    if not (1 <= year <= 9998 and 1 <= month <= 12 and 1 <= number <= monthrange(year, month)[1]):
        return None
    only = date(year, month, number)
    return Period(only, only)


def month(year: int, number: int) -> Period:
    """A whole month."""
    return Period(date(year, number, 1), date(year, number, monthrange(year, number)[1]))


def year(number: int, years: int = 1) -> Period:
    """Whole years from `number` on."""
    return Period(date(number, 1, 1), date(number + years - 1, 12, 31))


def season(number: int, name: str) -> Period:
    """Three months of a year, reckoned as in the north; winter runs on into the next year."""
    first = SEASONS[name]
    last = first + 2
    return Period(date(number, first, 1), month(number + last // 13, (last - 1) % 12 + 1).last)


def part(period: Period, which: str) -> Period:
    """The "early", "mid" or "late" third of a period."""
    third = (period.last - period.first + timedelta(days=1)) / 3
    at = {"early": 0, "mid": 1, "late": 2}[which]
    last = period.last if at == 2 else period.first + third * (at + 1)
    return Period(period.first + third * at, last)


def away(published: date, unit: str, steps: int) -> Period | None:
    """The day, week (Monday to Sunday), weekend, month, year or season `steps` from now."""
    if abs(steps) > _LONGEST.get(unit, 1000):
        return None
    if unit == "day":
        only = published + timedelta(days=steps)
        return Period(only, only)
    if unit in {"week", "weekend"}:
        monday = published + timedelta(days=7 * steps - published.weekday())
        return Period(monday + timedelta(days=5 * (unit == "weekend")), monday + timedelta(days=6))
    if unit == "month":
        months = published.year * 12 + published.month - 1 + steps
        return month(months // 12, months % 12 + 1)
    if unit in SEASONS:
        return season(published.year + steps, unit)
    return year(published.year + steps)


def weekday(published: date, name: str, future: bool, turn: str = "") -> Period:
    """The day called `name` nearest to publication, before it or, where told so, after it."""
    steps = (WEEKDAYS.index(name) - published.weekday()) % 7
    if turn == "last" or not (future or turn == "next"):
        steps -= 7 if steps or turn == "last" else 0
    elif turn == "next":
        steps = steps or 7
    only = published + timedelta(days=steps)
    return Period(only, only)


def recurring(published: date, number: int, at: int | None, turn: int) -> Period | None:
    """Month `number`, or day `at` of it: the last (`turn` -1), the next (1) or the nearest (0)."""
    years = range(published.year - 1, published.year + 2)
    periods = [day(each, number, at) if at else month(each, number) for each in years]
    known = [period for period in periods if period]
    if turn:
        known = [
            period
            for period in known
            if (period.first <= published if turn < 0 else period.last >= published)
        ]
    return min(known, key=lambda period: abs(period.first - published), default=None)


_MONTH = re.compile(r"(\d\d)(?:-(\d\d))?")
_TIME = re.compile(r"(\d\d:\d\d)(?: (\w+))?")
_YEARS = re.compile(r"year[+-]\d+")


def agree(a: Period | str, b: Period | str) -> bool | None:
    """Whether two dates in normal form may be the same; None where that cannot be told.

    Unresolved forms are "tuesday", "06-18", "06", "16:30", "16:30 et" and distances from the
    day of publication: "day-1", "week+1", "year-24".
    """
    if isinstance(a, Period) and isinstance(b, Period):
        return a.meets(b)
    if isinstance(a, Period):
        return _falls(b, a) if isinstance(b, str) else None
    if isinstance(b, Period):
        return _falls(a, b)
    if a == b:
        return True
    if a in WEEKDAYS and b in WEEKDAYS:
        return False
    if (left := _TIME.fullmatch(a)) and (right := _TIME.fullmatch(b)):
        zones = {left[2], right[2]} - {None}
        return left[1] == right[1] if len(zones) < 2 else None
    if _MONTH.fullmatch(a) and _MONTH.fullmatch(b):
        return a.startswith(b) or b.startswith(a)
    return False if _YEARS.fullmatch(a) and _YEARS.fullmatch(b) else None


def _falls(form: str, period: Period) -> bool | None:
    """Whether a day of `period` has the unresolved `form`."""
    days = (period.last - period.first).days
    if form in WEEKDAYS:
        return days >= 6 or (WEEKDAYS.index(form) - period.first.weekday()) % 7 <= days
    match = _MONTH.fullmatch(form)
    if match is None:
        return None
    if days >= 365:
        return True
    number, at = int(match[1]), int(match[2] or 0)
    dates = (period.first + timedelta(days=step) for step in range(days + 1))
    return any(each.month == number and at in {0, each.day} for each in dates)
