"""Which names of a story mean the same person, place or body."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from reader.language.gazetteer import atlas
from reader.language.roles import ENDINGS
from reader.language.words import listed

_SMALL = listed("of the and for on in to a at de la")


def aliases(names: Iterable[str]) -> dict[str, str]:
    """For each of the normal forms `names` the fullest form that means the same.

    "kim" is "kim jong un" where no other Kim is named, "nra" the "national rifle association",
    "russian" is "russia". A name that could be two stays itself. The order of `names` does
    not matter, and a spelling is never corrected: "vicente fox" is not "vincente fox".
    """
    known = {name: _placed(name) for name in sorted(set(names))}
    full = _merged(name for name in known.values() if " " in name)
    ends: defaultdict[str, set[str]] = defaultdict(set)
    juniors: defaultdict[str, set[str]] = defaultdict(set)
    starts: defaultdict[str, set[str]] = defaultdict(set)
    initials: defaultdict[str, set[str]] = defaultdict(set)
    for name, fullest in full.items():
        parts = name.split()
        for i in range(1, len(parts)):
            ends[" ".join(parts[i:])].add(fullest)
        if parts[-1] in ENDINGS:
            juniors[parts[-2]].add(fullest)
        starts[parts[0]].add(fullest)
        initials["".join(part[0] for part in parts if part not in _SMALL)].add(fullest)
        initials["".join(part[0] for part in parts)].add(fullest)
    found = {}
    for name, placed in known.items():
        fullest = full.get(placed, placed)
        if placed not in atlas().place.values():
            fullest = _only((ends[placed] or juniors[placed]) - {fullest}) or fullest
            if " " not in placed and fullest == placed:
                short = initials[placed] if 1 < len(placed) < 7 else set()
                fullest = (
                    _only(short) or (_only(starts[placed]) if not ends[placed] else "") or placed
                )
        found[name] = fullest
    return {name: found.get(fullest, fullest) for name, fullest in found.items()}


def _placed(name: str) -> str:
    """The one name of a place, or of the country a people belongs to; other names as they are."""
    return atlas().place.get(name) or atlas().people.get(name, name)


def _merged(names: Iterable[str]) -> dict[str, str]:
    """Names of several words, each with the fullest that differs in middle names only."""
    alike: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for name in sorted(set(names)):
        parts = [part for part in name.split() if len(part) > 1] or name.split()
        alike[parts[0], " ".join(parts[-1:])].append(name)
    merged = {}
    for group in alike.values():
        fullest = max(group, key=lambda name: (len(name.split()), name))
        rivals = {_initials(name) for name in group} - {""}
        for name in group:
            within = set(name.split()) <= set(fullest.split())
            merged[name] = fullest if within and len(rivals) < 2 else name
    return merged


def _initials(name: str) -> str:
    return " ".join(part for part in name.split() if len(part) == 1)


def _only(names: set[str]) -> str:
    return next(iter(names)) if len(names) == 1 else ""
