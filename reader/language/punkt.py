"""The judge of full stops: nltk's Punkt, with parameters of our own, so nothing is downloaded."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from reader.language.abbreviations import (
    ABBREVIATIONS,
    AFTER_CLOCK,
    BEFORE_NUMBERS,
    CAPITALISED,
    MAY_CLOSE,
    NEVER_LAST,
    STARTERS,
)
from reader.language.toolkit import alone

if TYPE_CHECKING:
    from nltk.tokenize.punkt import PunktSentenceTokenizer

_ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_TRAILING = ".,;:!?…)]}\"'"
_INITIAL = re.compile(r"[^\W\d_]\.")


@lru_cache(maxsize=4096)
def ends_sentence(word: str, following: str) -> bool:
    """Whether the full stop after `word` ends a sentence when `following` is the next word.

    Both are non-empty, `word` without the stop. After Kiss and Strunk, "Unsupervised Multilingual
    Sentence Boundary Detection", Computational Linguistics 32 (2006).
    """
    kind = word.lower()
    if kind in CAPITALISED and word == kind:
        return True
    if kind in NEVER_LAST:
        return False
    if kind in MAY_CLOSE:
        if following[0].islower():
            return False
    elif _ACRONYM.fullmatch(word):
        word = "U.S"  # no list holds all acronyms, and they behave alike
    if following[0].isdigit():
        following = "1"
    elif _INITIAL.match(following):
        following = "Initial"  # so that "A." is not taken for the article
    # A stop that follows the next word is no concern of this one.
    context = f"{word}. {following.rstrip(_TRAILING) or following[0]}"
    return bool(_punkt().text_contains_sentbreak(context))


@cache
def _punkt() -> PunktSentenceTokenizer:
    with alone():
        from nltk.tokenize.punkt import _ORTHO_MAP, PunktParameters, PunktSentenceTokenizer

    parameters = PunktParameters()
    parameters.abbrev_types = set(ABBREVIATIONS)
    parameters.sent_starters = set(STARTERS)
    parameters.collocations = {(word, "##number##") for word in BEFORE_NUMBERS}
    parameters.collocations |= {(clock, word) for clock in ("a.m", "p.m") for word in AFTER_CLOCK}
    for word in STARTERS:
        parameters.add_ortho_context(word, _ORTHO_MAP["internal", "lower"])
    return PunktSentenceTokenizer(parameters)
