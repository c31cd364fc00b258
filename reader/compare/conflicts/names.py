"""Different persons or places in one role: who did it, where it was."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from reader.compare.conflicts.judgement import CERTAIN, Difference
from reader.compare.conflicts.view import View, once, setting, shares
from reader.language.words import listed
from reader.model import Fact, FactType


def names(left: View, right: View) -> Iterator[Difference]:
    """Names, one a side, that stand in the same place and are nowhere in the other sentence."""
    alone_a, alone_b = _unsaid(left, right), _unsaid(right, left)
    for a in alone_a:
        for b in alone_b:
            signs = _signs(a.type, str(a.value), a.about, b.type, str(b.value), b.about)
            if signs is None and _led(left, a) == _led(right, b) != "":
                # Too seldom in the labelled stories to be learned from them.
                around = setting(left, a.span, right, b.span)
                within = _within(str(a.value), a.about, str(b.value), b.about)
                alike = around["near_low"] >= _SETTING and not within
                signs = {CERTAIN: _ELSEWHERE} if alike else None
            if signs is None:
                continue
            yield Difference(
                "place" if FactType.PLACE in {a.type, b.type} else "person",
                a.span,
                b.span,
                head=min(a.about, b.about) if a.about == b.about else "",
                signs={**signs, "only": 1 / max(len(alone_a), len(alone_b))},
            )


_DATELINE = re.compile(r"[A-Z][A-Z .'-]+(?:, [^-–—\n]{1,30})?\s*(?:\([^)]*\)\s*)?[-–—]+\s")
_ALIKE = 0.75
_MISSPELT = 0.6
_ELSEWHERE = 0.4  # that two places in one setting differ
_SETTING = 0.2  # of what stands around either place
# What people named on the left are called by those who know them.
_FAMILIAR = {
    "william": "bill will billy", "robert": "bob rob bobby", "richard": "dick rick rich",
    "james": "jim jimmy", "john": "jack johnny", "michael": "mike mickey", "charles": "chuck",
    "edward": "ed ted eddie", "theodore": "ted", "elizabeth": "liz beth betsy", "henry": "harry",
    "margaret": "maggie peggy meg", "katherine": "kathy kate katie", "anthony": "tony",
    "joseph": "joe joey", "thomas": "tom tommy", "lawrence": "larry", "francis": "frank",
    "david": "dave", "andrew": "andy drew", "susan": "sue", "patricia": "pat patty",
}  # fmt: skip
_LEADING = listed("in at to from near outside into toward towards")


class _Name(NamedTuple):
    """A name, the fullest form that means the same, and its words."""

    fact: Fact
    meant: str
    words: frozenset[str]


@once
def _named(view: View) -> list[_Name]:
    """The names of a sentence but for that in its dateline."""
    dated = view.index < 3 and view.words and _DATELINE.match(view.text, view.words[0].start)
    start = dated.end() if dated else 0
    return [
        _Name(fact, view.fullest(fact), frozenset(str(fact.value).split()))
        for fact in view.of_type(FactType.NAME, FactType.PLACE)
        if fact.span.start >= start
    ]


def _unsaid(view: View, other: View) -> list[Fact]:
    """The names of which the other sentence has nothing, by any of its names."""
    return [
        name.fact
        for name in _named(view)
        if name.meant not in other.meant and not other.forms.keys() >= name.words
    ]


def _led(view: View, fact: Fact) -> str:
    """The word before a place that says how it stands to what happened; "" for others."""
    at = view.at(fact.span.start) if fact.type is FactType.PLACE else 0
    before = view.form(at - 1) if at else ""
    return before if before in _LEADING else ""


def _within(one: str, about_one: str, other: str, about_other: str) -> bool:
    """Whether one name is of a place inside the other."""
    return one in about_other or other in about_one


@lru_cache(maxsize=16384)
def _signs(
    kind_one: FactType, one: str, about_one: str, kind_other: FactType, other: str, about_other: str
) -> Mapping[str, float] | None:
    """The signs that two names fill one role; None for a place inside the other.

    Kept, since a story has the same few names again and again.
    """
    if _within(one, about_one, other, about_other):
        return None
    if (kind_one is FactType.PLACE) != (kind_other is FactType.PLACE):
        return None
    if _familiar(one, other):
        return None
    located = kind_one is FactType.PLACE
    roles = [set() if located else set(about.split()) for about in (about_one, about_other)]
    roles_low, roles_high = shares(*roles)
    if _misspelt(one.split(), other.split()):
        return {CERTAIN: _MISSPELT}
    common, fuller = shares(set(one.split()), set(other.split()))
    alike = _spelt_alike(one, other)
    if fuller == 1 or not (roles_low or common or alike):
        return None  # a fuller form of the same name, or nothing in common
    return {"role_low": roles_low, "role_high": roles_high, "spelling": float(alike)}


def _familiar(one: str, other: str) -> bool:
    """Whether two names differ only by a first name cut short or made familiar."""
    a, b = one.split(), other.split()
    if a[-1] != b[-1] or len(a) < 2 or len(b) < 2:
        return False
    short, long = sorted((a[0], b[0]), key=len)
    return long.startswith(short) or any(
        x in _FAMILIAR.get(y, "").split() for x, y in ((a[0], b[0]), (b[0], a[0]))
    )


def _misspelt(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names are one in two spellings: one of their words is written in two ways.

    A name in full may meet a single word of it.
    """
    if 1 in {len(one), len(other)} and len(one) != len(other):
        short, full = sorted((one, other), key=len)
        return any(_variant(short[0], word) for word in (full[0], full[-1]))
    apart = [(x, y) for x, y in zip(one, other, strict=False) if x != y]
    return len(one) == len(other) > 1 and len(apart) == 1 and _variant(*apart[0])


def _variant(one: str, other: str) -> bool:
    """Whether two words of a name are one but for a letter or two, and not in their endings."""
    sounds = one[0] == other[0] or {one[0], other[0]} == {"c", "k"}
    stem = min(len(one), len(other)) - 1
    return sounds and one[:stem] != other[:stem] and _spelt_alike(one, other)


def _spelt_alike(one: str, other: str) -> bool:
    """Whether two names are one but for a letter or two in ten."""
    if abs(len(one) - len(other)) > 3 or not set(one[:2]) & set(other[:2]):
        return False
    return SequenceMatcher(None, min(one, other), max(one, other)).ratio() > _ALIKE
