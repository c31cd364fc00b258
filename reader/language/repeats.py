"""Sentences that an article says again word for word: its headline or its lede printed twice."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reader.language.words import fold

# Fewer words than these may well be said twice by two people.
_FEWEST_WORDS = 5
_DATELINE = re.compile(r"[A-Z]{2}[^—–()]{1,40}(?:\([^()]{2,30}\))?\s*(?:—|–|--|-)\s+")


def repeats(sentences: Iterable[str]) -> list[int | None]:
    """For each sentence the index of the first one with the same words, None where it is new.

    Case, punctuation, quotes, accents and a dateline make no difference.
    """
    first: dict[str, int] = {}
    return [_first(first, index, sentence) for index, sentence in enumerate(sentences)]


def _first(first: dict[str, int], index: int, sentence: str) -> int | None:
    told = _DATELINE.sub("", sentence, count=1) if _DATELINE.match(sentence) else sentence
    if len(told.split()) < _FEWEST_WORDS:
        return None
    letters = "".join(filter(str.isalnum, fold(told)))
    earlier = first.setdefault(letters, index)
    return earlier if earlier != index else None
