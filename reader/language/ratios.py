"""Numbers set against each other: scores and votes ("3-1"), shares ("one in five", "half of")."""

from __future__ import annotations

import re

from reader.language.line import Line
from reader.language.numerals import DENOMINATOR, numeral
from reader.language.words import listed
from reader.model import Fact, FactType, Interval

_SCORE = re.compile(r"(?<![\w-])(\d{1,3})-(\d{1,3})(?![\w-]|\.\d)")
_CONTEST = listed(
    "win victori loss defeat lead draw tie record decis score vote margin rule split beat lose "
    "rout improv fall drop edg triumph game pass approv reject"
)
_OF_GAME = listed("first second other latter top bottom better")
_WHOLE = listed("of the its their his her all")


def score(line: Line, i: int) -> tuple[Fact, int] | None:
    """The score or vote that begins with word `i` and the word after it.

    Two rising numbers are a range unless the words around speak of a contest.
    """
    match = _SCORE.match(line.text, line.words[i].start)
    if match is None:
        return None
    high, low = sorted((int(match[1]), int(match[2])), reverse=True)
    around = line.around(i, i + 2)
    contest = not _CONTEST.isdisjoint(around.split())
    if not contest and (int(match[1]) <= int(match[2]) or high > 99):
        return None
    about = f"score {around}".strip()
    fact = line.fact(FactType.QUANTITY, match.start(), match.end(), f"{high}-{low}", about)
    return fact, i + 2


def share(line: Line, i: int) -> tuple[Fact, int] | None:
    """The share of a whole that begins with word `i`, in percent, and the word after it."""
    forms = line.run(i)
    found = _fraction(forms, line.form(i - 1)) or _part(forms)
    if found is None:
        return None
    value, count = found
    last = i + count
    slack = 1.5 if count < 3 else 0.5
    interval = Interval(100 * value - slack, 100 * value + slack, "%")
    start, end = line.words[i].start, line.words[last - 1].end
    after = last + 1 if line.form(last) == "of" else last
    return line.fact(FactType.QUANTITY, start, end, interval, line.around(i, after)), last


def _fraction(forms: list[str], before: str) -> tuple[float, int] | None:
    """The fraction in "half of", "a third of", "two-thirds", and its number of words."""
    if forms[0] == "half":
        whole = forms[1:2] and forms[1] in _WHOLE and before not in _OF_GAME
        return (0.5, 1) if whole else None
    number = None if forms[0] in DENOMINATOR else numeral(forms[:1])
    top, count = (1.0, 1) if forms[0] == "a" else (number.low, 1) if number else (0.0, 0)
    name = forms[1] if len(forms) > 1 else ""
    bottom = DENOMINATOR.get(name.removesuffix("s"))
    if not count or not bottom or not top < bottom:
        return None
    plural = name.endswith("s")
    if plural == (top == 1) or (not plural and forms[2:3] != ["of"]):
        return None
    return top / bottom, 2


def _part(forms: list[str]) -> tuple[float, int] | None:
    """The share in "one in five", "nine out of 10", and its number of words."""
    joint = 3 if forms[1:3] == ["out", "of"] else 2 if forms[1:2] == ["in"] else 0
    top = numeral(forms[:1])
    bottom = numeral(forms[joint : joint + 1]) if joint else None
    if not top or not bottom or top.loose or bottom.loose or top.ordinal or bottom.ordinal:
        return None
    if not 0 < top.low < bottom.low <= 1000 or top.suffix or bottom.suffix:
        return None
    return top.low / bottom.low, joint + 1
