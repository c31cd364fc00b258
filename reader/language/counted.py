"""What news counts again and again, in whatever words: the dead, the hurt, the rescued."""

from __future__ import annotations

from functools import cache

from reader.language.words import words

_SAID = {
    "dead": "dead die died death deaths kill killed killing fatality fatalities fatally perished"
    " drowned slain",
    "hurt": "hurt injured injury injuries wounded wounds",
    "rescued": "rescued rescue rescuers survived survivors",
    "missing": "missing unaccounted",
    "arrested": "arrested arrest arrests detained detention detentions",
    "evacuated": "evacuated evacuate evacuation evacuations evacuees",
}
KINDS = frozenset(_SAID)
"""What is counted, by the name that stands for all words for it."""


def counted(about: str) -> tuple[str, ...]:
    """The stems in `about`, with the name of its kind for each word of one."""
    return tuple(_kinds().get(stem, stem) for stem in about.split())


@cache
def _kinds() -> dict[str, str]:
    return {word.stem: kind for kind, said in _SAID.items() for word in words(said)}
