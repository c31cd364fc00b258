"""What one report has planned, expected or possible, and the other has as done."""

from __future__ import annotations

from collections.abc import Iterator

from reader.compare.conflicts.judgement import Difference
from reader.compare.conflicts.polarity import topic_of
from reader.compare.conflicts.view import View, setting
from reader.model import Fact, FactType, Span

_AHEAD = frozenset({"planned", "possible", "attempted"})


def statuses(left: View, right: View) -> Iterator[Difference]:
    """Events that are still ahead on one side only."""
    yield from _ahead(left, right, mirrored=False)
    yield from _ahead(right, left, mirrored=True)


def _ahead(early: View, late: View, mirrored: bool) -> Iterator[Difference]:
    coming = _events(late, _AHEAD)
    done = _events(late, frozenset({"done"}))
    behind = _events(early, frozenset({"done"}))
    negated = {str(f.value) for f in late.of_type(FactType.NEGATION)}
    for fact in early.of_type(FactType.STATUS):
        if fact.value not in _AHEAD:
            continue
        topic = [fact.about, *_objects(early, fact)]
        found = [stem for stem in topic[:3] if stem in late.places and stem not in coming]
        if not found or found[0] in behind or found[0] in negated:
            continue
        where = _where(late, found[0], done)
        if any(late_fact.span.overlaps(where) for late_fact in coming.values()):
            continue
        wider = topic_of(early, fact.span, 6)
        a, b = (where, fact.span) if mirrored else (fact.span, where)
        views = (late, early) if mirrored else (early, late)
        yield Difference(
            "status",
            a,
            b,
            head=fact.about,
            signs={
                **setting(views[0], a, views[1], b),
                "value": float(found[0] == fact.about),
                "done": float(found[0] in done),
                "planned": float(fact.value == "planned"),
                "will": float(early.words[early.at(fact.span.start)].form in {"will", "to"}),
                "topic": len(wider & late.stems) / max(1, len(wider)),
                "topic_count": min(1.0, len(wider & late.stems) / 5),
                "other_ahead": float(bool(coming)),
                "ever_done": float(bool(done)),
            },
        )


def _events(view: View, values: frozenset[str]) -> dict[str, Fact]:
    return {f.about: f for f in view.of_type(FactType.STATUS) if f.value in values}


def _objects(view: View, fact: Fact) -> list[str]:
    """The first stems that carry news behind a status."""
    last = view.within(fact.span)[1]
    return [word.stem for word in view.words[last : last + 6] if not word.stop][:3]


def _where(view: View, stem: str, done: dict[str, Fact]) -> Span:
    if stem in done:
        return done[stem].span
    at = view.places[stem][0]
    return view.reach(at, at + 1)
