"""What one report has planned, expected or possible, and the other has as done."""

from __future__ import annotations

from collections.abc import Iterator, Set

from reader.compare.conflicts.judgement import Difference
from reader.compare.conflicts.polarity import topic_of
from reader.compare.conflicts.view import View, once, setting, shares
from reader.language.words import PAST, listed
from reader.model import Fact, FactType, Span

_AHEAD = frozenset({"planned", "possible", "attempted"})
_FIRM = listed(
    "will shall plan plans planned planning schedule scheduled expect expects expected set due "
    "slated upcoming pending going intend intends intended promise promises promised proposed"
)
_LIGHT = listed(
    "engag hold have take make conduct give deliv issu fil"
)  # their object is the event
_BEFORE_NOUNS = listed("a an the his her its their any some more no")
_NONE: Set[str] = frozenset()
_BEFORE_OBJECTS = _BEFORE_NOUNS | {"in", "into", "on", "up"}
_AWAITED = listed("upcoming pending planned expected scheduled proposed looming slated due")


def statuses(left: View, right: View) -> Iterator[Difference]:
    """Events that are still ahead on one side only."""
    yield from _ahead(left, right, mirrored=False)
    yield from _ahead(right, left, mirrored=True)


def _ahead(early: View, late: View, mirrored: bool) -> Iterator[Difference]:
    if not _coming(early):
        return
    coming = _coming(late)
    done, behind = _past(late), _past(early)
    negated = {str(f.value) for view in (early, late) for f in view.of_type(FactType.NEGATION)}
    for fact in early.of_type(FactType.STATUS):
        if fact.value not in _AHEAD:
            continue
        first, last = early.within(fact.span)
        cue = early.form(first)
        named = cue in _AWAITED and early.form(first + 1) != "to"
        elsewhere = named and first + 1 < last and early.words[first + 1].stop
        if elsewhere or _quality(early, last - 1):
            continue  # "pending in his state", "will be destructive"
        idle = _BEFORE_NOUNS if named else _BEFORE_OBJECTS if fact.about in _LIGHT else _NONE
        topic = [fact.about, *_objects(early, last, idle)]
        found = [stem for stem in topic if stem in late.places and stem not in coming]
        if not found or found[0] in behind or found[0] in negated:
            continue
        where = _where(late, found[0], done)
        if late.form(max(late.at(where.start) - 1, 0)) == "to":
            continue  # as a headline has what is planned: "DeGeneres to Host Oscars"
        if any(each.span.overlaps(where) for each in coming.values()):
            continue
        wider = topic_of(early, fact.span, 6) - {found[0]}
        near = topic_of(late, where, 6) - {found[0]}
        low, high = early.shares(wider, near)
        a, b = (where, fact.span) if mirrored else (fact.span, where)
        views = (late, early) if mirrored else (early, late)
        yield Difference(
            "status",
            a,
            b,
            head=early.spoken(found[0], fact.span),
            signs={
                **setting(views[0], a, views[1], b),
                "value": float(found[0] == fact.about),
                "clause_low": low,
                "clause_high": high,
                "topic": early.weight(wider & late.stems) / max(1e-9, early.weight(wider)),
                "topic_count": min(1.0, len(wider & late.stems) / 5),
                "cast": shares(early.meant, late.meant)[1],
                "other_ahead": float(bool(coming)),
                "doing": float(_doing(late, where)),
                "deed": float(_by_deed(late, where)),
                "firm_deed": float(cue in _FIRM and _by_deed(late, where)),
                "title": float(early.title or late.title),
                "late": min(1.0, min(early.index, late.index) / 10),
            },
        )


@once
def _coming(view: View) -> dict[str, Fact]:
    """What is still ahead."""
    return {f.about: f for f in view.of_type(FactType.STATUS) if f.value in _AHEAD}


@once
def _past(view: View) -> dict[str, Fact]:
    """What is done; not what is the case, as "are watched", nor how: "viewing enhanced ties"."""
    done = {f.about: f for f in view.of_type(FactType.STATUS) if f.value == "done"}
    return {
        stem: fact
        for stem, fact in done.items()
        if view.form(view.at(fact.span.start)) not in {"is", "are", "being"}
        and not view.form(max(view.at(fact.span.start) - 1, 0)).endswith("ing")
    }


def _objects(view: View, last: int, idle: Set[str]) -> list[str]:
    """The stems of the noun that begins at word `last` behind `idle` words, where there are any."""
    found: list[str] = []
    for word in view.words[last : last + 4] if idle else ():
        if not word.stop:
            found.append(word.stem)
        elif found or word.form not in idle:
            break
    return found[:2]


def _quality(view: View, k: int) -> bool:
    """Whether word `k` says how something is, and not what is done to it."""
    before = [view.form(j) for j in range(max(k - 2, 0), k)]
    done = view.form(k) in PAST or view.form(k).endswith(("ed", "ing"))
    return "be" in before and not done


def _where(view: View, stem: str, done: dict[str, Fact]) -> Span:
    if stem in done:
        return done[stem].span
    at = view.places[stem][0]
    return view.reach(at, at + 1)


def _doing(view: View, span: Span) -> bool:
    """Whether what stands at `span` is told as going on: "engaging in talks"."""
    return view.form(view.at(span.start)).endswith("ing")


def _by_deed(view: View, span: Span) -> bool:
    """Whether something done stands at `span` or right before it: "met for summit talks"."""
    near = Span(max(span.start - 25, 0), span.end)
    deeds = (f for f in view.of_type(FactType.STATUS) if f.value == "done")
    return any(fact.span.overlaps(near) for fact in deeds)
