"""Quantities: numbers with their unit, their hedge and what is counted, as intervals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from math import inf

from reader.language.line import Line
from reader.language.numerals import STARTS, Numeral, numeral
from reader.language.ratios import score, share
from reader.language.units import LIFETIME, MEASURED, PERCENT, SIGN, UNIT
from reader.language.words import listed
from reader.model import Fact, FactType, Interval


@dataclass(frozen=True, slots=True)
class _Figure:
    """Words ``[first, last)``, characters ``[start, end)``, and the numbers they allow.

    `scale` is what the digits were multiplied by: magnitude times unit. `so_far` is what a count
    that may rise has come to.
    """

    first: int
    last: int
    start: int
    end: int
    low: float
    high: float
    unit: str = ""
    scale: float = 1
    so_far: float = 0


_UNCOUNTED = re.compile(
    r"(?=[\d#hw])(?:(?<!\d)\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}\b|\b\d{3}-\d{4}\b"  # telephones
    r"|\b\d+(?:[:/@]\d+)+(?:\.\d+)?|\bhttps?:\S+|\bwww\.\S+|#\d+)"
)
_BEFORE = re.compile(
    r"""\b(?:
    (?P<just>just\s(?:over|above)|slightly\s(?:more\sthan|over|above))
  | (?P<nearly>nearly|almost|close\sto|just\s(?:under|below|short\sof|shy\sof)|approaching|nearing)
  | (?P<so_far>at\sleast|no\sfewer\sthan)
  | (?P<least>no\sless\sthan|(?:a\s)?minimum\sof
      |(?:well\s|much\s|far\s)?(?:more\sthan|over|above)|greater\sthan|in\sexcess\sof
      |upwards?\sof|exceed(?:s|ed|ing)|better\sthan)
  | (?P<most>up\sto|as\s(?:many|much|high|long|far)\sas|at\smost|not?\smore\sthan
      |(?:a\s)?maximum\sof|(?:less|fewer)\sthan|under|below)
  | (?P<about>about|around|some|roughly|approximately|approx\.?|(?:an\s)?estimated|circa
      |in\sthe\s(?:neighborhood|region)\sof)
    )\s(?:an?\s|the\s)?$""",
    re.VERBOSE | re.IGNORECASE,
)
_POINT = re.compile(r"(?<!\w)\.\d")
_TORN = re.compile(r"(?<![\d,])\d{1,2}, \d{3}(?![\d,])")  # "2, 000ft", as some copy comes
_BEHIND = re.compile(
    r"(?P<least>\+(?!\w)|-plus\b|,?\sor\s(?:more|higher|over|older)\b)|(?P<so_far>\sat\sleast\b)"
    r"|(?P<about>\sor\sso\b|-odd\b)"
    r"|(?P<most>\sor\s(?:less|fewer|younger|under)\b|\sat\smost\b)"
)
_STREET = re.compile(r"(?:\s[A-Z][\w.]*){1,3}?\s(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd)\b")
_NAMED = re.compile(r"((?:[A-Z][\w.'-]*\s){0,3}[A-Z][\w'-]*),\s$")
_AGE_ENDS = re.compile(r"[,.;:)]|\s(?:of|and|was|who|from)\b|\s*$")

_LABEL = listed(
    "no number page chapter section article room channel flight route highway interstate "
    "phase volume episode version apartment apt suite windows verse"
)
_PRONOUN_AFTER = listed("no any every this that each which another some the other")
_PRONOUN_BEFORE = listed("thing day time way side hand point another particular size sided")
_NO_RANK_BEFORE = listed("lady place foremost hand")


def quantities(line: Line, dates: Sequence[Fact] = ()) -> Iterator[Fact]:
    """The quantities of `line` outside its `dates`, as QUANTITY facts in order.

    The value is an Interval; of a score or a vote ("3-1") the digits, larger number first,
    with "score" as the first word of `about`. The span takes in the hedge and the unit.
    """
    starts = [
        i for i, word in enumerate(line.words) if word.form in STARTS or word.form[0].isdigit()
    ]
    if not starts:
        return
    taken = line.under_facts(dates)
    taken |= line.under(match.span() for match in _UNCOUNTED.finditer(line.text))
    last = 0
    for i in starts:
        if i < last or i in taken:
            continue
        fact, last = _at(line, i, taken)
        if fact:
            yield fact


def _at(line: Line, i: int, taken: Set[int]) -> tuple[Fact | None, int]:
    """The quantity that begins with word `i`, if any, and the word after it."""
    ratio = score(line, i) or share(line, i)
    if ratio:
        return ratio
    figure = _figure(line, i)
    if figure is None:
        return None, i + 1
    figure = _aged(line, figure) or _hedged(line, _ranged(line, figure, taken))
    about = _named(line, figure) or line.around(figure.first, figure.last)
    if not about and not figure.unit and line.text[figure.start].isalpha():
        return None, figure.last
    value = Interval(figure.low, figure.high, figure.unit, figure.so_far)
    return line.fact(FactType.QUANTITY, figure.start, figure.end, value, about), figure.last


def _figure(line: Line, i: int) -> _Figure | None:
    """The number at word `i` with its sign or unit."""
    torn = _TORN.match(line.text, line.words[i].start) is not None
    forms = line.run(i + torn)
    number = numeral([line.form(i) + forms[0], *forms[1:]] if torn else forms)
    if number is None:
        return None
    start, last = line.words[i].start, i + torn + number.count
    if number.low == 1 and line.form(i) == "one" and line.form(last) in {"point", "time"}:
        return None
    end, scale = line.words[last - 1].end, 1.0
    if number.ordinal:
        rank = _Figure(i, last, start, end, number.low, number.high, "ordinal")
        return rank if _ranks(line, i, last) else None
    if _POINT.match(line.text, max(start - 1, 0)):
        scale = 10.0 ** (start - end)
        start -= 1
    measure = _measure(line, number, start, last)
    if measure is None or (not measure[0] and _labels(line, i, last)):
        return None
    unit, factor, start, end = measure
    while last < len(line.words) and line.words[last].start < end:
        last += 1
    low, high = number.low, number.high
    if not number.loose and (unit in MEASURED or scale < 1 or number.step < 1 or low >= 1000):
        low, high = number.rounded()
    scale *= factor
    return _Figure(i, last, start, end, low * scale, high * scale, unit, number.times * scale)


def _measure(
    line: Line, number: Numeral, start: int, last: int
) -> tuple[str, float, int, int] | None:
    """A number's unit, how many of it one is, and the characters number and unit take.

    None if the digits are part of something else ("5G").
    """
    end = line.words[last - 1].end
    if sign := SIGN.search(line.text, max(0, start - 8), start):
        home = sign[1] in {None, "US", "U.S."}
        return sign[2] if home else sign[0].strip(), 1.0, sign.start(), end
    if share := PERCENT.match(line.text, end):
        return "%", 1.0, start, share.end()
    if number.suffix:
        attached = UNIT.get(number.suffix)
        return (*attached, start, end) if attached else None
    tied = last < len(line.words) and line.gap(last) in {" ", "-", "\n"}
    if not tied or line.form(last) not in UNIT:
        return "", 1.0, start, end
    unit, factor = UNIT[line.form(last)]
    if unit == "kg" and factor < 1 and number.low >= 1e5:  # millions of pounds are money
        unit, factor = "£", 1.0
    return unit, factor, start, line.words[last].end


def _ranks(line: Line, i: int, after: int) -> bool:
    """Whether an ordinal says which one, and is no part of a name or of a phrase ("at first")."""
    followed = after < len(line.words) and not line.walled(after) and not line.words[after].stop
    capital = line.capital(after) if followed else False
    named = (capital or (i > 0 and line.capital(i))) and not line.headline
    adverb = line.form(after).endswith(("ed", "ing")) or line.form(after) in _NO_RANK_BEFORE
    return followed and not named and not adverb and line.form(i - 1) != "at"


def _labels(line: Line, i: int, last: int) -> bool:
    """Whether a number without a unit is a name, a label or a pronoun and counts nothing."""
    text, word = line.text, line.words[i]
    digits = word.form[0].isdigit()
    before, after = line.form(i - 1), line.form(last)
    end = line.words[last - 1].end
    compared = text.find("-to-", max(0, word.start - 4), end + 4) >= 0  # six-to-one
    if before in _LABEL or compared or _STREET.match(text, end):
        return True
    if digits:
        prefixed = text[max(word.start - 2, 0) : word.start]
        if prefixed.endswith("-") and prefixed[0].isalpha() and not before[0].isdigit():
            return True
        named = i > 1 and line.capital(i - 1) and not line.words[i - 1].stop
        named = named and line.gap(i) in {" ", "-"} and not line.headline
        return named or before == "week"
    if i and line.gap(i) == "-" and line.text[word.start - 2].isalpha():  # one-on-one
        return True
    if line.capital(i) and i and line.gap(i) == " " and not line.headline:
        return True
    if word.form not in {"one", "zero"} or last - i > 1:
        return False
    joined = last < len(line.words) and line.gap(last) in {" ", "-"}
    counted = joined and not line.words[last].stop and after not in _PRONOUN_BEFORE
    return before in _PRONOUN_AFTER or not counted


def _aged(line: Line, figure: _Figure) -> _Figure | None:
    """The figure as an age, if it is one: "26-year-old", "aged 26", "Smith, 26,"."""
    text, unit = line.text, figure.unit
    if unit in LIFETIME and line.form(figure.last) in {"old", "olds"}:
        end, share = line.words[figure.last].end, LIFETIME[unit]
        low, high, last = figure.low * share, figure.high * share, figure.last + 1
        return replace(figure, last=last, end=end, low=low, high=high, unit="age")
    if unit or figure.high > 120 or figure.low % 1:
        return None
    if line.form(figure.first - 1) in {"aged", "age", "ages"}:
        first = figure.first - 1
        return replace(figure, first=first, start=line.words[first].start, unit="age")
    if _named(line, replace(figure, unit="age")) and _AGE_ENDS.match(text, figure.end):
        return replace(figure, unit="age")
    return None


def _named(line: Line, figure: _Figure) -> str:
    """The name that an age stands behind: "Smith, 26," is about "smith"."""
    if figure.unit != "age" or not line.text[figure.start].isdigit():
        return ""
    match = _NAMED.search(line.text, max(0, figure.start - 60), figure.start)
    if match is None:
        return ""
    inside = [word.form for word in line.words if match.start(1) <= word.start < match.end(1)]
    return " ".join(inside)


def _ranged(line: Line, figure: _Figure, taken: Set[int]) -> _Figure:
    """The figure with the one that ends its range, "20 to 30", if there is one."""
    i = figure.last
    between = line.form(figure.first - 1) == "between"
    joint = line.text[figure.end : line.words[i].start] if i < len(line.words) else ""
    if line.form(i) in ({"and", "to"} if between else {"to", "through"}) and not line.walled(i):
        i += 1
    elif "-" not in joint or joint.strip("-$£€ "):
        return figure
    ranges = line.form(figure.first - 1) != "from" and i not in taken
    other = _figure(line, i) if ranges and i < len(line.words) else None
    if other is None or "ordinal" in {figure.unit, other.unit}:
        return figure
    low, high = figure.low, figure.high
    if not figure.unit and figure.scale == 1:
        low, high = low * other.scale, high * other.scale
    alike = figure.unit in {"", other.unit} or other.unit == ""
    if not alike or low > other.low:
        return figure
    unit = figure.unit or other.unit
    return replace(figure, last=other.last, end=other.end, low=low, high=other.high, unit=unit)


def _hedged(line: Line, figure: _Figure) -> _Figure:
    """The figure with the words that loosen it: "more than 20" allows every number from 20 up."""
    first, last, start, end = figure.first, figure.last, figure.start, figure.end
    hedge = _BEFORE.search(line.text, max(0, start - 32), start)
    if hedge and hedge[0].startswith("over") and line.form(first - 2).endswith("ed"):
        hedge = None  # presided over two hearings
    if hedge:
        start = hedge.start()
        while first and line.words[first - 1].start >= start:
            first -= 1
    elif hedge := _BEHIND.match(line.text, end):
        end = hedge.end()
        while last < len(line.words) and line.words[last].start < end:
            last += 1
    else:
        return figure
    how = hedge.lastgroup or "about"
    low, high = {
        "just": (figure.low, figure.high * 1.12),
        "nearly": (figure.low * 0.88, figure.high),
        "so_far": (figure.low, inf),
        "least": (figure.low, inf),
        "most": (0.0, figure.high),
        "about": (figure.low * 0.9, figure.high * 1.1),
    }[how]
    so_far = figure.high if how == "so_far" else 0
    hedged = replace(figure, low=low, high=high, so_far=so_far)
    return replace(hedged, first=first, last=last, start=start, end=end)
