"""Dates as machines and as outlets write them: "2024-06-18T10:00Z", "MAY 3, 2013 AT 1:10PM"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from enum import IntEnum

_FIRST, _LAST = 1000, 9998
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th)?\b"
_DATE = re.compile(
    r"(?<![\d/])(?:"
    + rf"{_MONTH.format('m1')}\s*{_DAY.format('d1')}(?:[\s,]+(?P<y1>\d{{4}})\b)?"
    + rf"|{_DAY.format('d2')}[\s.]+{_MONTH.format('m2')}[\s,]+(?P<y2>\d{{4}})\b"
    + r"|(?P<y3>\d{4})[-./](?P<m3>\d{1,2})[-./](?P<d3>\d{1,2})(?![\d/])T?"
    + r"|(?P<n1>\d{1,2})\s?[/.]\s?(?P<n2>\d{1,2})\s?[/.]\s?(?P<y4>\d{4})\b"
    + r")",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\d{1,2}[:.]\d\d(?:[:.]\d\d(?:\.\d+)?)?(?:\s?[ap](?:\.?\s?m\b\.?)?(?!\w))?(?:\s?(?:hrs?|h)\b)?",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:(?P<first>\b(?:first |originally )?(?:published|posted)"
    r"|^\W*(?:(?:story )?created|released?|(?:publication )?date))"
    r"|(?P<later>\b(?:last )?(?:updated|modified|edited)))\b"
    r"|[|·•]",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?", re.IGNORECASE
)
# Zones as they are printed, in capitals, some with an offset.
_ZONE = re.compile(
    r"\b(?:GMT|UTC|[A-Z]{1,3}[SD]?T|UK|Z)\b(?:\s?[+-]\s?\d{1,2}(?:\s?:\s?\d{1,2})?)?"
)
_JOINT = re.compile(r"\b(?:on|at)\b", re.IGNORECASE)
_LETTER = re.compile(r"[^\W_]")


class Rank(IntEnum):
    """How much a date line tells about when the report came out."""

    NONE = 0
    UPDATED = 1
    PLAIN = 2
    PUBLISHED = 3


@dataclass(frozen=True, slots=True)
class DateLine:
    """What a line says of its date, and `rest`, the line without it: "" for a mere date line.

    `day` is None where the date lacks its year or may be read in two ways, as 03/08/2013.
    """

    rank: Rank
    day: date | None
    rest: str


def date_line(line: str) -> DateLine | None:
    """`line` read as a date line, or as one that a labelled date ends; None where it is neither."""
    label = _LABEL.search(line)
    start = label.start() if label else 0
    tail = line[start:]
    found = _DATE.search(tail)
    if not found and not (label and _TIME.search(tail)):
        return None
    if _LETTER.search(_without_dates(tail)):
        return None
    rest = line[:start]
    if label and _LETTER.search(rest) and not _LETTER.search(_without_dates(rest)):
        # "21 July 2013 Last updated at 11:11 GMT": the date belongs to the report.
        found, rest = _DATE.search(line), ""
    day = calendar_day(found) if found else None
    return DateLine(_rank(label) if day else Rank.NONE, day, rest.strip(" |,;-–—"))


def moment(value: object) -> date | datetime | None:
    """A date, or text that shows one, as a date or with its time; None for anything else.

    ISO 8601 and the dates of mail (RFC 5322) keep their time and zone, of other text the day.
    """
    if isinstance(value, date):
        return _credible(value)
    if not isinstance(value, str):
        return None
    for read in (date.fromisoformat, datetime.fromisoformat, parsedate_to_datetime):
        try:
            return _credible(read(value.strip()))
        except (ValueError, OverflowError):
            continue
    return find_day(value)


def _credible(when: date) -> date | None:
    """A date as it is, or in UTC where its zone is none that a clock has; None for year 1 and 9999.

    Programs that know no date write the first or the last that they can.
    """
    if not _FIRST <= when.year <= _LAST:
        return None
    if isinstance(when, datetime) and (zone := when.utcoffset()) and zone % timedelta(minutes=1):
        return when.astimezone(UTC)
    return when


def _rank(label: re.Match[str] | None) -> Rank:
    if label and label["first"]:
        return Rank.PUBLISHED
    return Rank.UPDATED if label and label["later"] else Rank.PLAIN


def find_day(text: str) -> date | None:
    """The first date in `text` that can be read in one way only."""
    return next((day for found in _DATE.finditer(text) if (day := calendar_day(found))), None)


def calendar_day(found: re.Match[str]) -> date | None:
    """The day that a match of the pattern means, None where it is unclear or impossible."""
    group = found.groupdict()
    if group["m1"]:
        year, month, day = group["y1"], _number(group["m1"]), group["d1"]
    elif group["m2"]:
        year, month, day = group["y2"], _number(group["m2"]), group["d2"]
    elif group["y3"]:
        year, month, day = group["y3"], int(group["m3"]), group["d3"]
    else:
        first, second = int(group["n1"]), int(group["n2"])
        if max(first, second) <= 12 and first != second:
            return None
        year, month, day = group["y4"], min(first, second), max(first, second)
    try:
        return _credible(date(int(year), month, int(day))) if year else None
    except ValueError:
        return None


def _number(month: str) -> int:
    return _MONTHS.index(month[:3].casefold()) + 1


def _without_dates(line: str) -> str:
    for pattern in (_LABEL, _DATE, _TIME, _WEEKDAY, _ZONE, _JOINT):
        line = pattern.sub(" ", line)
    return line
