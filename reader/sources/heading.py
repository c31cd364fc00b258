"""What the text shows of its headline, byline, dateline, agency and date; all of it stays there."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from datetime import date, datetime

from reader.sources import agencies
from reader.sources.dates import Rank, date_line

_TOP = 8_000
_ROWS = 8
_LINE = 200
_HEADLINE = 160
_BODY = 60

_DATELINE = re.compile(
    r"(?P<place>[^()—–―]{0,60}?)\s*(?:\((?P<agency>[^()]{2,40})\))?"
    r"(?:\s*(?:--+|[—―])|\s+[–-]|(?<=\))\s*[–-])\s*(?P<next>[\"'“‘\[(]*\w)"
)
_BYLINE = re.compile(r"by:?\s+(?P<who>\S.{1,100})", re.IGNORECASE)
_CONTRIBUTED = re.compile(
    rf"\b(?P<who>{agencies.PATTERN})\s+(?:also\s+)?contributed\b", re.IGNORECASE
)
_OWNER = re.compile(
    rf"(?:©|copyright\b)[\s\d©(c),]*(?:by )?(?P<who>{agencies.PATTERN})\b", re.IGNORECASE
)
_SOURCE = re.compile(r"(?:source|outlet|publication):\s*(?P<who>\S.{1,60})", re.IGNORECASE)
# A full stop that ends an abbreviation does not end a sentence: "I.R.S.", "K. C.", "Smith Jr."
_ABBREVIATION = re.compile(
    r"(?:(?:\b[^\W\d_]\.\s?){2,}|\b(?:jr|sr|inc|corp|co|ltd|st|vs|gov|sen|rep)\.)[\"'”’]*$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.,:;][\"'”’)]*$")
_ITEM = re.compile(r"[-*•–—]\s|\d+[.)]\s")
_QUOTED = re.compile(r"[\"'“‘].*[\"'”’]$")
_PARTICLE = re.compile(r"al|and|bin|d[aeiu]|de[lnr]|el|for|la|le|of|the|v[ao]n|with", re.IGNORECASE)
_WHEN = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july"
    r"|august|september|october|november|december|\d.*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands over a report; "" or None for what is unknown.

    `credit` is the agency that wrote it ("AP"), or "AP contributed" where it only did that.
    """

    headline: str = ""
    byline: str = ""
    dateline: str = ""
    credit: str = ""
    outlet: str = ""
    url: str = ""
    published: date | datetime | None = None
    updated: date | datetime | None = None
    retrieved: datetime | None = None

    def or_else(self, other: Heading) -> Heading:
        """The heading with what it does not know taken from `other`."""
        names = [field.name for field in fields(self)]
        return Heading(**{name: getattr(self, name) or getattr(other, name) for name in names})


UNKNOWN = Heading()
"""What is known of a report of which nothing is known."""


def recognise(text: str) -> Heading:
    """The heading of a report, from its first lines and its last, as far as they show it."""
    rows = _rows(text[:_TOP])
    top = _top(rows)
    body = [row for row, _ in rows if row != top.headline and len(row) >= _BODY]
    datelined = next((found for row in body[:3] if (found := _dateline(row))), Heading())
    return top.or_else(datelined).or_else(_foot(text[-_TOP // 4 :]))


def _rows(top: str) -> list[tuple[str, str]]:
    """The first lines that are not blank, each with the line after it, blank or not."""
    lines = [line.strip() for line in top.split("\n")]
    return [(row, after) for row, after in zip(lines, [*lines[1:], ""], strict=True) if row][:_ROWS]


def _top(rows: list[tuple[str, str]]) -> Heading:
    """Headline, byline, agency and date, which stand in any order above the body."""
    heading, rank, opened = Heading(), Rank.NONE, False
    for row, after in rows:
        if len(row) > _LINE:
            opened = True
            continue
        if dated := date_line(row):
            if dated.rank > rank:
                heading, rank = replace(heading, published=dated.day), dated.rank
            row = dated.rest
        if labelled := _byline(row) or _source(row):
            heading = heading.or_else(labelled)
        elif row and not opened:
            opened = True
            if len(rows) > 1 and (dated or _set_off(after)) and _is_headline(row):
                heading = replace(heading, headline=row)
    return heading


def _set_off(after: str) -> bool:
    """Whether what follows a line shows that the line is no part of a paragraph."""
    if not after or len(after) > _LINE:
        return True
    return bool(date_line(after) or _byline(after) or _dateline(after))


def _is_headline(row: str) -> bool:
    """Whether a line that is set off reads like a headline rather than like a sentence."""
    if len(row) > _HEADLINE or _ITEM.match(row) or not any(map(str.isalpha, row)):
        return False
    return bool(
        not _SENTENCE_END.search(row) or _ABBREVIATION.search(row) or _QUOTED.fullmatch(row)
    )


def _byline(row: str) -> Heading | None:
    """Read "By Jane Doe and John Roe, Associated Press"."""
    found = _BYLINE.fullmatch(row)
    if not found or (row.endswith(".") and not _ABBREVIATION.search(row)):
        return None
    who = found["who"].strip()
    names = re.split(r"\s*[,|/–—]\s*|\s+-\s+", who)
    words = names[0].split()
    if not 0 < len(words) <= 12 or _WHEN.fullmatch(words[0]):
        return None
    if not all(word[0].isupper() or _PARTICLE.fullmatch(word) for word in words):
        return None
    credit = next((short for name in names if (short := agencies.agency(name))), "")
    return Heading(byline=who, credit=credit)


def _source(row: str) -> Heading | None:
    """Read "(Reuters)" alone on its line, or "Source: The Guardian"."""
    if short := agencies.agency(row):
        return Heading(credit=short)
    if found := _SOURCE.fullmatch(row):
        short = agencies.agency(found["who"])
        return Heading(credit=short) if short else Heading(outlet=found["who"].strip())
    return None


def _dateline(row: str) -> Heading | None:
    """Read "SEOUL, South Korea (AP) —", "WASHINGTON —", "London (Reuters) -" or "(CNN) --"."""
    found = _DATELINE.match(row[:_HEADLINE])
    if not found or found["next"][-1].islower():
        return None
    place, credit = found["place"].strip(), agencies.agency(found["agency"] or "")
    if not found["agency"] and (last := place.rpartition(" ")[2]).isupper():
        # "Seoul, South Korea CNN —"
        credit = agencies.agency(last)
        place = place.removesuffix(last).strip() if credit else place
    city = place.partition(",")[0]
    capitals = city.isupper() and sum(map(str.isalpha, city)) > 2
    if len(city.split()) > 4 or not (capitals or credit):
        return None
    if place and not place[0].isupper():
        return None
    return Heading(dateline=place, credit=credit or found["agency"] or "")


def _foot(end: str) -> Heading:
    """Read "Reuters contributed to this report" or "© 2024 The Associated Press" at the end."""
    for pattern, credit in ((_OWNER, "{}"), (_CONTRIBUTED, "{} contributed")):
        found = pattern.search(end)
        if found and (short := agencies.agency(found["who"])):
            return Heading(credit=credit.format(short))
    return Heading()
