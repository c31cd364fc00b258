"""What one report says happened or is so, and the other negates or denies."""

from __future__ import annotations

from collections.abc import Iterator

from reader.compare.conflicts.judgement import Difference
from reader.compare.conflicts.view import View, setting
from reader.language.words import listed
from reader.model import Fact, FactType, Span

_DENIALS = listed(
    "deny refut disput reject rebuf fals untru baseless unfound groundless fabric dismiss inaccur"
)
_CHARGES = listed("accus alleg claim blame charg suspect critic believ report")
_OPPOSING = ("un", "in", "il", "im", "ir", "dis", "non", "mis", "ill")


def polarities(left: View, right: View) -> Iterator[Difference]:
    """Statements that the other side negates, and words that the other side has the opposite of."""
    yield from _negated(left, right, mirrored=False)
    yield from _negated(right, left, mirrored=True)
    yield from _opposed(left, right, mirrored=False)
    yield from _opposed(right, left, mirrored=True)


def _negated(nay: View, yea: View, mirrored: bool) -> Iterator[Difference]:
    """What `nay` negates and `yea` says without negation."""
    theirs = yea.of_type(FactType.NEGATION)
    under = {stem for fact in theirs for stem in (str(fact.value), *fact.about.split())}
    denied = any(_denies(yea, fact) for fact in theirs)
    for fact in nay.of_type(FactType.NEGATION):
        topic = list(dict.fromkeys((str(fact.value), *fact.about.split())))
        said = [stem for stem in topic if stem in yea.places]
        if not said or str(fact.value) in under:
            continue
        where = _told(yea, said, topic)
        wider = topic_of(nay, fact.span)
        event = [f for f in yea.of_type(FactType.STATUS) if f.span.overlaps(where)]
        a, b = (where, fact.span) if mirrored else (fact.span, where)
        views = (yea, nay) if mirrored else (nay, yea)
        yield Difference(
            "polarity",
            a,
            b,
            head=str(fact.value),
            signs={
                **setting(views[0], a, views[1], b),
                "said": len(said) / len(topic),
                "value": float(topic[0] in yea.places),
                "denial": float(_denies(nay, fact)),
                "charge": float(any(stem in _CHARGES for stem in yea.stems)),
                "other_denial": float(denied),
                "other_negates": float(bool(theirs)),
                "overlap": len(under & set(topic)) / len(topic),
                "topic": len(wider & yea.stems) / max(1, len(wider)),
                "topic_count": min(1.0, len(wider & yea.stems) / 5),
                "done": float(any(f.value == "done" for f in event)),
                "open": float(any(f.value in {"planned", "possible"} for f in event)),
            },
        )


def topic_of(view: View, span: Span, reach: int = 10) -> set[str]:
    """The stems that carry news from `span` on, and the two before it."""
    first, last = view.within(span)
    near = (*view.words[max(first - 2, 0) : first], *view.words[first : last + reach])
    return {word.stem for word in near if not word.stop}


def _denies(view: View, fact: Fact) -> bool:
    first, last = view.within(fact.span)
    return any(
        word.stem.startswith(tuple(_DENIALS)) for word in view.words[first : max(last, first + 1)]
    )


def _told(view: View, said: list[str], topic: list[str]) -> Span:
    """The words of `said` that stand closest together, the first of the topic among them."""
    anchor = view.places[said[0]][0]
    near = [k for stem in said for k in view.places[stem] if abs(k - anchor) <= len(topic) + 3]
    return view.reach(min(near), max(near) + 1)


def _opposed(plain: View, other: View, mirrored: bool) -> Iterator[Difference]:
    """A word on one side that the other side has with a prefix that turns it round."""
    for k, word in enumerate(other.words):
        for prefix in _OPPOSING:
            bare = word.form.removeprefix(prefix)
            if bare == word.form or len(bare) < 4 or word.stop:
                continue
            found = [each for each in plain.words if each.form == bare]
            if found and not any(each.form == word.form for each in plain.words):
                one, two = Span(found[0].start, found[0].end), other.reach(k, k + 1)
                a, b = (two, one) if mirrored else (one, two)
                views = (other, plain) if mirrored else (plain, other)
                yield Difference(
                    "polarity",
                    a,
                    b,
                    head=bare,
                    signs={**setting(views[0], a, views[1], b), "opposite": 1.0, "said": 1.0},
                )
