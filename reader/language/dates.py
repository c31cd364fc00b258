"""Dates and times of day, resolved against the day of publication where there is one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from reader.language import periods
from reader.language.line import Line
from reader.language.numerals import numeral
from reader.language.periods import MONTHS, SEASONS, WEEKDAYS
from reader.language.words import listed
from reader.model import Fact, FactType, Period

_SHORT_MONTHS = {name[:3]: number for number, name in enumerate(MONTHS, 1)} | {"sept": 9}
_MONTHS = _SHORT_MONTHS | {name: number for number, name in enumerate(MONTHS, 1)}
_SHORT_DAYS = dict(zip(("mon", "tues", "wed", "thurs", "fri", "sat", "sun"), WEEKDAYS, strict=True))
_WEEKDAYS = _SHORT_DAYS | {name: name for name in WEEKDAYS}
_TODAY = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_TURN = {"last": -1, "this": 0, "next": 1, "coming": 1}
_AGO = {
    "day": ("day", 1),
    "week": ("week", 1),
    "month": ("month", 1),
    "year": ("year", 1),
    "decade": ("year", 10),
}
_CLOCK = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}

# The name of a month that is also a word or a person's needs one of these before it, or a day.
_LEADS = listed(
    "in of since by until till last next this mid early late from through during for to"
)
_DOUBTFUL = listed("may march april june august") | _SHORT_MONTHS.keys()
_FUTURE = listed("will scheduled expected plans plan due slated upcoming until next")
_COUNTED = listed(
    "people person men women troops soldiers feet ft foot meters metres miles km dollars euros "
    "pounds jobs homes votes points hours yards tons percent workers employees copies students "
    "children protesters demonstrators fans times members words degrees calories"
)
_HEDGES = listed("than least nearly almost approximately roughly some over")
_EDITIONS = listed("bill server windows office agenda")
_OWNERS = listed("my your his her its our their a an this every")
_YEAR_LEADS = listed("in since of from by until circa year before after early late mid")

_DAY = re.compile(
    r"\.?\s(\d{1,2})(?:st|nd|rd|th)?\b(?![,.:]\d|%|\s(?:million|billion|percent|people)\b)"
    r"(?:\s?(?:-|to|and)\s?(\d{1,2})(?:st|nd|rd|th)?\b(?![,.:]\d|\s[ap]\.?\s?m))?"
    r"(?:,?\s(\d{4})\b(?!\s(?:people|troops)))?"
)
_DAY_FIRST = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?(?:\sof)?[\s-]([A-Z][a-z]{2,8})\b\.?(?:,?[\s-](\d{4})\b)?"
)
_YEAR_AFTER = re.compile(r"\.?,?[\s-](?:of\s)?((?:1[5-9]|20)\d\d)\b(?![,.]\d)")
_PART = re.compile(r"\b(early|late|mid)(?:\s(?:in\s)?(?:the\s)?|-)$", re.IGNORECASE)
_PART_OF_DAY = re.compile(r"\s(?:morning|afternoon|evening|night)\b")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?!\d)")
_SLASHED = re.compile(r"(\d{1,2})\s?/\s?(\d{1,2})\s?/\s?(\d{4}|\d\d)(?![\d/])")
_TIME = re.compile(
    r"(1[0-2]|0?\d)(?:[:.]([0-5]\d))?\s?([ap])(?:\.\s?m\b\.?|\s?m\b)(?:\s([ECMP][SD]?T|GMT|UTC|BST)\b)?",
    re.IGNORECASE,
)
_TIMES = re.compile(
    r"(1[0-2]|0?\d)(?:[:.]([0-5]\d))?\s?(?:-|to|and|until)\s?(?=\d[\d:.]{0,4}\s?[ap]\.?\s?m\b)",
    re.IGNORECASE,
)
_CLOCK_24 = re.compile(r"(0\d|1[3-9]|2[0-3]):([0-5]\d)(?![\d:])(?:\s([ECMP][SD]?T|GMT|UTC|BST)\b)?")
_HOURS = re.compile(r"([01]?\d|2[0-3]):?([0-5]\d)()\s(?:hours|hrs|in\sthe\smorning)\b")
_YEARS = re.compile(r"((?:19|20)\d\d)\s?-\s?((?:19|20)?\d\d)(?![\d-])")
_DECADE = re.compile(r"((?:1[5-9]|20)\d0)s|(?<=')(\d0)s")


class _Found(NamedTuple):
    """A date at characters ``[start, end)`` of the line."""

    start: int
    end: int
    value: Period | str


_Finder = Callable[[Line, int, date | None], _Found | None]


def dates(line: Line, published: date | None) -> Iterator[Fact]:
    """The dates and times of `line`, as DATE facts in order.

    The value is a Period; for what cannot be resolved, and for times, one of the forms that
    `reader.language.periods.agree` names. `about` is what happened then.
    """
    forms = enumerate(word.form for word in line.words)
    hinted = [i for i, form in forms if form in _FINDERS or form[0].isdigit()]
    end = 0
    for i in hinted:
        word = line.words[i]
        finder = _FINDERS.get(word.form, _numeric)
        found = finder(line, i, published) if word.start >= end else None
        if found is None:
            continue
        first = last = i
        while first and line.words[first - 1].start >= found.start:
            first -= 1
        while last < len(line.words) and line.words[last].start < found.end:
            last += 1
        fronted = last < len(line.words) and line.gap(last) == ", "
        about = line.before(first, 3, 6) or line.after(last + fronted)
        yield line.fact(FactType.DATE, max(found.start, end), found.end, found.value, about)
        end = found.end


def _future(line: Line, i: int) -> bool:
    return any(word.form in _FUTURE for word in line.words[max(0, i - 10) : i])


def _resolved(period: Period | None, otherwise: str) -> Period | str:
    return otherwise if period is None else period


def _away(published: date | None, unit: str, steps: int) -> Period | str:
    period = periods.away(published, unit, steps) if published else None
    return _resolved(period, f"{unit}{steps:+d}")


def _month(line: Line, i: int, published: date | None) -> _Found | None:
    word, before = line.words[i], line.form(i - 1)
    number = _MONTHS[word.form]
    if not line.capital(i):
        return None
    if match := _DAY.match(line.text, word.end):
        value = _day(line, i, published, number, match[1], match[3])
        if value is not None:
            until = _day(line, i, published, number, match[2] or match[1], match[3])
            if isinstance(value, Period) and isinstance(until, Period) and value.last < until.last:
                value = Period(value.first, until.last)
            return _Found(word.start, match.end(), value)
    if match := _YEAR_AFTER.match(line.text, word.end):
        return _narrowed(line, word.start, match.end(), periods.month(int(match[1]), number))
    if before not in _LEADS and (word.form in _DOUBTFUL or not i):
        return None
    if word.form in _SHORT_MONTHS and word.form != "may":
        return None
    start, turn = word.start, 1 if _future(line, i) else -1
    if before in _TURN:
        start, turn = line.words[i - 1].start, _TURN[before]
    period = periods.recurring(published, number, None, turn) if published else None
    return _narrowed(line, start, line.end(i), _resolved(period, f"{number:02}"))


def _day(
    line: Line, i: int, published: date | None, number: int, at: str, year: str | None
) -> Period | str | None:
    """Day `at` of a month as a Period, as "06-18" without a year, or None if there is none."""
    if not periods.day(2000, number, int(at)):
        return None
    if year:
        period = periods.day(int(year), number, int(at))
    else:
        turn = int(_future(line, i))
        period = periods.recurring(published, number, int(at), turn) if published else None
    return _resolved(period, f"{number:02}-{int(at):02}")


def _narrowed(line: Line, start: int, end: int, value: Period | str) -> _Found:
    """What was found, with "early", "mid" or "late" before it taken in."""
    match = _PART.search(line.text, max(0, start - 12), start)
    if match is None:
        return _Found(start, end, value)
    if isinstance(value, Period):
        value = periods.part(value, match[1].lower())
    return _Found(match.start(), end, value)


def _weekday(line: Line, i: int, published: date | None) -> _Found | None:
    word, before, after = line.words[i], line.form(i - 1), line.form(i + 1)
    short = word.form in _SHORT_DAYS
    if not line.capital(i) or (short and not (line.text[word.end :].startswith("."))):
        return None
    dated = _month if after in _MONTHS else _numeric if after[:1].isdigit() else None
    if dated and line.gap(i + 1) in {" ", ", ", ". ", " ("}:
        found = dated(line, i + 1, published)
        if found and not (isinstance(found.value, str) and ":" in found.value):
            return _Found(word.start, found.end, found.value)
    named = i + 1 < len(line.words) and line.gap(i + 1) == " " and line.capital(i + 1)
    if named and not line.headline and not line.words[i + 1].stop and not dated:
        return None
    turn = before if before in _TURN else ""
    start = line.words[i - 1].start if turn else word.start
    part = _PART_OF_DAY.match(line.text, word.end)
    name = _WEEKDAYS[word.form]
    value = periods.weekday(published, name, _future(line, i), turn) if published else name
    return _Found(start, part.end() if part else line.end(i), value)


def _today(line: Line, i: int, published: date | None) -> _Found | None:
    word = line.words[i]
    named = i and line.capital(i) and line.capital(i - 1) and line.gap(i) == " "
    if line.text.startswith('"', word.end) or (named and not line.headline):
        return None  # the "Today" show, USA Today
    part = _PART_OF_DAY.match(line.text, word.end)
    value = _away(published, "day", _TODAY[word.form])
    return _Found(word.start, part.end() if part else line.end(i), value)


def _turn(line: Line, i: int, published: date | None) -> _Found | None:
    """The date in "last week", "this year", "next summer", "last night", "the next day"."""
    word, unit = line.words[i], line.form(i + 1)
    if i + 1 >= len(line.words) or line.gap(i + 1).strip():
        return None
    end = line.end(i + 1)
    definite = line.form(i - 1) == "the"
    steps = _TURN.get(word.form)
    if definite or steps is None:
        told = word.form in {"previous", "following"} or (word.form, unit) == ("next", "day")
        if not told or unit not in {"day", "night", "morning", "week", "month", "year"}:
            return None
        return _Found(word.start, end, f"{word.form.replace('next', 'following')} {unit}")
    if line.form(i + 2) == "of" and line.form(i - 1) in _OWNERS:
        return None  # "his last year of school", but "was convicted last year of fraud"
    if unit in {"night", "morning", "afternoon", "evening"}:
        return _Found(word.start, end, _away(published, "day", steps))
    if unit in SEASONS and published:
        options = [periods.season(published.year + at, unit) for at in (-2, -1, 0, 1, 2)]
        past = [each for each in options if each.last < published]
        coming = [each for each in options if each.first > published]
        period = {-1: past[-1], 0: options[2], 1: coming[0]}[steps]
        return _Found(word.start, end, period)
    if unit in {"week", "weekend", "month", "year"} or unit in SEASONS:
        return _Found(word.start, end, _away(published, unit, steps))
    return None


def _weekend(line: Line, i: int, published: date | None) -> _Found | None:
    if line.form(i - 1) != "the" or line.form(i - 2) not in {"over", "during", "for", "through"}:
        return None
    begun = published is not None and published.weekday() >= 5
    steps = 0 if begun or _future(line, i) else -1
    return _Found(line.words[i].start, line.end(i), _away(published, "weekend", steps))


def _ago(line: Line, i: int, published: date | None) -> _Found | None:
    """The date in "24 years ago", as fine as its unit."""
    unit, times = _AGO.get(line.form(i - 1).removesuffix("s"), ("", 0))
    for first in range(max(0, i - 5), i - 1):
        forms = line.run(first)
        number = numeral(forms)
        if forms[0] in {"a", "an"}:
            number = number or numeral(["one", *forms[1:]])
        if unit and number and not number.ordinal and first + number.count == i - 1:
            start, end = line.words[first].start, line.words[i].end
            if not number.loose and number.low < 10000:
                return _Found(start, end, _away(published, unit, -int(number.low) * times))
            return _Found(start, end, f"{' '.join(forms[: number.count])} {unit} ago")
    return None


def _clock(line: Line, i: int, _: date | None) -> _Found | None:
    word = line.words[i]
    lower = not line.capital(i) or i == 0
    return _Found(word.start, word.end, _CLOCK[word.form]) if lower else None


def _decade(line: Line, i: int, _: date | None) -> _Found | None:
    word = line.words[i]
    match = _DECADE.match(line.text, word.start)
    if match is None or match.end() != word.end:
        return None
    first = int(match[1]) if match[1] else 1900 + int(match[2])
    return _narrowed(line, word.start - bool(match[2]), word.end, periods.year(first, 10))


def _numeric(line: Line, i: int, published: date | None) -> _Found | None:
    """The date or time that begins with the digits of word `i`."""
    text, start = line.text, line.words[i].start
    if text[max(start - 1, 0) : start] in {"$", "£", "€", "/", ":", "#", "."}:
        return None
    if match := _TIME.match(text, start):
        hour = int(match[1]) % 12 + 12 * (match[3] in "pP")
        return _timed(match, hour, match[2], match[4])
    if (lead := _TIMES.match(text, start)) and (match := _TIME.match(text, lead.end())):
        afternoon = 12 * (match[3] in "pP")
        since = f"{int(lead[1]) % 12 + afternoon:02}:{lead[2] or '00'}"
        until = _timed(match, int(match[1]) % 12 + afternoon, match[2], match[4])
        return _Found(start, until.end, f"{since}-{until.value}")
    if match := _CLOCK_24.match(text, start) or _HOURS.match(text, start):
        return _timed(match, int(match[1]), match[2], match[3])
    if match := _DAY_FIRST.match(text, start):
        number = _MONTHS.get(match[2].lower())
        value = _day(line, i, published, number, match[1], match[3]) if number else None
        if value is not None:
            return _Found(start, match.end(), value)
    if match := _ISO.match(text, start):
        period = periods.day(int(match[1]), int(match[2]), int(match[3]))
        return _Found(start, match.end(), period) if period else None
    if match := _SLASHED.match(text, start):
        year = int(match[3]) + (2000 if len(match[3]) == 2 else 0)
        period = periods.day(year, int(match[1]), int(match[2]))
        return _Found(start, match.end(), period) if period else None
    return _decade(line, i, published) or _year(line, i, published)


def _timed(match: re.Match[str], hour: int, minute: str | None, zone: str | None) -> _Found:
    value = f"{hour:02}:{minute or '00'}" + (f" {zone.lower()}" if zone else "")
    return _Found(match.start(), match.end(), value)


def _year(line: Line, i: int, _: date | None) -> _Found | None:
    """A year, or years, said by four digits that count nothing."""
    word, before = line.words[i], line.form(i - 1)
    if not (len(word.form) == 4 and word.form.isdecimal() and 1500 <= int(word.form) < 2100):
        return None
    if "," in line.text[word.start : word.end] or before in _HEDGES:
        return None
    if line.form(i + 1) in _COUNTED or line.text[word.end :].startswith("%"):
        return None
    hyphened = line.gap(i) == "-" and not line.text[: word.start - 1][-1:].isalpha()
    older = int(word.form) < 1900 and before not in _YEAR_LEADS
    labelled = i > 0 and line.gap(i) == " " and line.capital(i - 1) and before in _EDITIONS
    if hyphened or older or labelled:
        return None
    if match := _YEARS.match(line.text, word.start):
        first, last = match[1], match[1][: 4 - len(match[2])] + match[2]
        if 0 < int(last) - int(first) < 100:
            years = int(last) - int(first) + 1
            return _Found(word.start, match.end(), periods.year(int(first), years))
    start, value = word.start, periods.year(int(word.form))
    for back in (1, 2):
        name = line.form(i - back)
        if name in SEASONS and (back == 1 or before == "of"):
            return _Found(
                line.words[i - back].start, word.end, periods.season(int(word.form), name)
            )
    return _narrowed(line, start, line.end(i), value)


_FINDERS: dict[str, _Finder] = {
    **dict.fromkeys(_MONTHS, _month),
    **dict.fromkeys(_WEEKDAYS, _weekday),
    **dict.fromkeys(_TODAY, _today),
    **dict.fromkeys([*_TURN, "previous", "following"], _turn),
    **dict.fromkeys(_CLOCK, _clock),
    "weekend": _weekend,
    "ago": _ago,
}
