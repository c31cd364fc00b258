"""Different persons or places in one role: who did it, where it was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from reader.compare.conflicts.judgement import Difference
from reader.compare.conflicts.view import View, setting, shares
from reader.model import Fact, FactType


def names(left: View, right: View, same: Mapping[str, str]) -> Iterator[Difference]:
    """Names, one a side, that stand in the same place and are nowhere in the other sentence.

    `same` gives the fullest form of each name of the two articles.
    """
    ours, theirs = left.of_type(*_NAMED), right.of_type(*_NAMED)
    alone_a = [fact for fact in ours if not _said(fact, right, same)]
    alone_b = [fact for fact in theirs if not _said(fact, left, same)]
    for a in alone_a:
        for b in alone_b:
            signs = _signs(a, b)
            if signs is None:
                continue
            yield Difference(
                "place" if FactType.PLACE in {a.type, b.type} else "person",
                a.span,
                b.span,
                head=min(a.about, b.about) if a.about == b.about else "",
                signs={
                    **setting(left, a.span, right, b.span),
                    **signs,
                    "only": 1 / max(len(alone_a), len(alone_b)),
                },
            )


_ALIKE = 0.75
_NAMED = (FactType.NAME, FactType.PLACE)


def _said(fact: Fact, other: View, same: Mapping[str, str]) -> bool:
    """Whether the other sentence names the same, by any of its names."""
    value = str(fact.value)
    meant = {same.get(str(f.value), str(f.value)) for f in other.of_type(*_NAMED)}
    if same.get(value, value) in meant:
        return True
    forms = {word.form for word in other.words}
    return set(value.split()) <= forms


def _signs(a: Fact, b: Fact) -> dict[str, float] | None:
    """The signs that two names fill one role; None for a place inside the other."""
    one, other = str(a.value), str(b.value)
    if one in b.about or other in a.about:
        return None
    if (a.type is FactType.PLACE) != (b.type is FactType.PLACE):
        return None
    roles_low, roles_high = shares(set(a.about.split()), set(b.about.split()))
    words_low, words_high = shares(set(one.split()), set(other.split()))
    if words_high == 1:
        return None  # a fuller form of the same name
    if not roles_low and not words_low and not _spelt_alike(one, other):
        return None
    return {
        "role_low": roles_low,
        "role_high": roles_high,
        "word": words_low,
        "spelling": float(_spelt_alike(one, other)),
        "surname": float(one.split()[-1] == other.split()[-1]),
        "place": float(a.type is FactType.PLACE),
    }


def _spelt_alike(one: str, other: str) -> bool:
    """Whether two names are one but for a letter or two in ten."""
    if abs(len(one) - len(other)) > 3 or not set(one[:2]) & set(other[:2]):
        return False
    return SequenceMatcher(None, min(one, other), max(one, other)).ratio() > _ALIKE
