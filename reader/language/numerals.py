"""Digits and number words become the numbers they allow: "2.5 million", "two dozen", "several"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)

SMALL = {word: value for value, word in enumerate(_UNITS.split())}
SMALL |= {word: value for value, word in zip(range(20, 100, 10), _TENS.split(), strict=True)}
ORDINAL = {word: value for value, word in enumerate(_ORDINALS.split(), 1)}
MAGNITUDE = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
DENOMINATOR = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "tenth": 10}

# What an editor lets a loose number stand for.
_LOOSE: dict[str, tuple[float, float]] = {
    "couple": (2, 3),
    "few": (2, 10),
    "handful": (2, 10),
    "several": (3, 12),
    "dozens": (20, 150),
    "scores": (35, 250),
    "hundreds": (150, 2e3),
    "thousands": (1.5e3, 2e4),
    "millions": (1.5e6, 1e9),
    "billions": (1.5e9, 1e12),
}
_TIMES = {"tens": 10.0, "hundreds": 100.0}
_BUNDLE = MAGNITUDE | {"dozen": 12.0}
_LETTERS = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12}
_DIGITS = re.compile(r"(\d{1,15}(?:\.\d{1,9})?)([^\W\d_]*)")
_ROUNDING = 0.025

_OF = {"couple", "handful", "scores"}
_BARE = {"several", "dozens", "hundreds", "thousands", "millions", "billions"}

STARTS = {*SMALL, *ORDINAL, *_OF, *_BARE, "tens", "a", "half"}


@dataclass(frozen=True, slots=True)
class Numeral:
    """The numbers from `low` to `high` that the first `count` words allow.

    `step` is the value of the last digit given: "2.5 million" has a step of 100,000. `suffix`
    holds letters set close to the digits, as in "2000ft"; `times` is the magnitude that a
    number before it in a range may share, as in "3 to 4 million".
    """

    low: float
    high: float
    count: int
    step: float = 1
    ordinal: bool = False
    suffix: str = ""
    times: float = 1

    @property
    def loose(self) -> bool:
        """Whether the words name no single number."""
        return self.low != self.high

    def rounded(self) -> tuple[float, float]:
        """The numbers that a writer may round to this one: half a step, at most one in forty."""
        slack = min(self.step * 0.49, abs(self.low) * _ROUNDING)
        return self.low - slack, self.high + slack


def numeral(words: Sequence[str]) -> Numeral | None:
    """The number that folded `words` begin with, if they do."""
    if not words:
        return None
    if words[0][0].isdigit():
        found = _digits(words)
    elif words[0] in {"a", "half"}:
        found = _half(words) or _loose(words[1:], 1) or _bundled(words)
    else:
        found = _loose(words, 0) or _ordinal(words) or _cardinal(words)
    if found and list(words[found.count : found.count + 3]) == ["and", "a", "half"]:
        more = 0.5 * found.times
        return replace(found, low=found.low + more, high=found.high + more, count=found.count + 3)
    return found


def _digits(words: Sequence[str]) -> Numeral | None:
    match = _DIGITS.fullmatch(words[0])
    if not match or not match[1].isascii():
        return None
    value, suffix, count = float(match[1]), match[2], 1
    _, _, decimals = match[1].partition(".")
    step = 10.0 ** -len(decimals)
    while not decimals and value and value % (step * 10) == 0:
        step *= 10
    if suffix in {"st", "nd", "rd", "th"}:
        return Numeral(value, value, 1, ordinal=True)
    if suffix in _LETTERS:
        times, suffix = _LETTERS[suffix], ""
    elif not suffix and len(words) > 1 and words[1] in _BUNDLE:
        times, count = _BUNDLE[words[1]], 2
    else:
        times = 1
    return Numeral(value * times, value * times, count, step * times, suffix=suffix, times=times)


def _loose(words: Sequence[str], article: int) -> Numeral | None:
    if not words:
        return None
    first, second, third = [*words, "", ""][:3]
    if first in _TIMES and second == "of" and third in {"thousands", "millions", "billions"}:
        low, high = (bound * _TIMES[first] for bound in _LOOSE[third])
        return Numeral(low, high, article + 3)
    low, high = _LOOSE.get(first, (0, 0))
    if second in _BUNDLE and high:
        return Numeral(low * _BUNDLE[second], high * _BUNDLE[second], article + 2)
    if first in _OF and second == "of":
        return Numeral(low, high, article + 2)
    if first in _BARE or (first == "few" and article):
        return Numeral(low, high, article + 1)
    return None


def _half(words: Sequence[str]) -> Numeral | None:
    """The number in "half a million", "half a dozen", "a half-dozen"."""
    phrase = [word for word in words[:3] if word != "a"][:2]
    if len(phrase) < 2 or phrase[0] != "half" or phrase[1] not in _BUNDLE:
        return None
    value = _BUNDLE[phrase[1]] / 2
    return Numeral(value, value, list(words).index(phrase[1]) + 1, value)


def _ordinal(words: Sequence[str]) -> Numeral | None:
    first, second = [*words, ""][:2]
    value = ORDINAL.get(first, 0)
    if value:
        return Numeral(value, value, 1, ordinal=True)
    value = SMALL.get(first, 0) + ORDINAL.get(second, 10)
    if SMALL.get(first, 0) >= 20 and value % 10:
        return Numeral(value, value, 2, ordinal=True)
    return None


def _bundled(words: Sequence[str]) -> Numeral | None:
    """The number in "a hundred and twenty", "a dozen", where "a" stands for one."""
    if words[0] == "a" and len(words) > 1 and words[1] in _BUNDLE:
        return _cardinal(["one", *words[1:]])
    return None


def _cardinal(words: Sequence[str]) -> Numeral | None:
    total, current, step, count = 0.0, 0.0, 1.0, 0
    for i, word in enumerate(words):
        if word in SMALL and _fits(current, SMALL[word]):
            current, step = current + SMALL[word], 1.0
        elif word == "hundred" and 0 < current < 100:
            current, step = current * 100, 100.0
        elif word == "dozen" and 0 < current < 20 and not total:
            return Numeral(current * 11, current * 13, i + 1, 12)
        elif word in MAGNITUDE and word != "hundred" and current:
            total, current, step = total + current * MAGNITUDE[word], 0.0, MAGNITUDE[word]
        elif word == "and" and step >= 100 and words[i + 1 : i + 2] and words[i + 1] in SMALL:
            continue
        else:
            break
        count = i + 1
    times = MAGNITUDE.get(words[count - 1], 1.0)
    value = total + current
    return Numeral(value, value, count, step, times=times) if count else None


def _fits(current: float, small: int) -> bool:
    """Whether the word for `small` may follow: "twenty one", "hundred five", not "two three"."""
    return current % 100 == 0 or (current % 100 >= 20 and current % 10 == 0 and 0 < small < 10)
