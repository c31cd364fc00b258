"""An accusation that one report states and the other only passes on."""

from __future__ import annotations

from collections.abc import Iterator

from reader.compare.conflicts.judgement import Difference
from reader.compare.conflicts.polarity import topic_of
from reader.compare.conflicts.view import View, setting
from reader.language.words import listed
from reader.model import FactType, Mark, Span

_LOOSE = frozenset({"alleged", "accused", "believed", "claimed", "reported", "suggested"})
_HEDGED = listed("suspected potential potentially apparent possible possibly")


def framings(left: View, right: View) -> Iterator[Difference]:
    """What is alleged, claimed or believed on one side and stated on the other."""
    yield from _framed(left, right, mirrored=False)
    yield from _framed(right, left, mirrored=True)


def _framed(loose: View, flat: View, mirrored: bool) -> Iterator[Difference]:
    if not any(fact.value in _LOOSE for fact in loose.of_type(FactType.ATTRIBUTION)):
        return
    attributed = {str(fact.value) for fact in flat.of_type(FactType.ATTRIBUTION)}
    if attributed & _LOOSE or any(word.form in _HEDGED for word in flat.words):
        return
    possible = any(fact.value == "possible" for fact in flat.of_type(FactType.STATUS))
    for fact in loose.of_type(FactType.ATTRIBUTION):
        if fact.value not in _LOOSE:
            continue
        first, last = loose.within(fact.span)
        topic = topic_of(loose, fact.span, 8)
        places = [
            k for k, w in enumerate(loose.words[last : last + 8], last) if w.stem in flat.places
        ]
        if not places:
            continue
        there = flat.places[loose.words[places[0]].stem][0]
        a, b = loose.reach(first, places[0] + 1), flat.reach(there, there + 1)
        yield _difference(a, b, loose, flat, mirrored, {
            "topic": len(topic & flat.stems) / max(1, len(topic)),
            "topic_count": min(1.0, len(topic & flat.stems) / 5),
            "said": float(bool(attributed)),
            "possible": float(possible),
            "alleged": float(fact.value == "alleged"),
            "accused": float(fact.value == "accused"),
            "believed": float(fact.value == "believed"),
            "claimed": float(fact.value == "claimed"),
            "reported": float(fact.value == "reported"),
        })  # fmt: skip


def _difference(
    a: Span, b: Span, loose: View, flat: View, mirrored: bool, signs: dict[str, float]
) -> Difference:
    if mirrored:
        a, b, loose, flat = b, a, flat, loose
    signs = {**setting(loose, a, flat, b), **signs}
    return Difference("attribution", a, b, "standing", Mark.FRAMING, signs)
