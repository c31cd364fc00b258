"""What one report says happened or is so, and the other negates or denies."""

from __future__ import annotations

from collections.abc import Iterator

from reader.compare.conflicts.judgement import Difference
from reader.compare.conflicts.negation import covered, negated
from reader.compare.conflicts.view import View, once
from reader.model import Fact, FactType, Span

_DENIALS = (
    *("deni", "deny", "refut", "disput", "reject", "rebuf", "fals", "untru", "baseless"),
    *("unfound", "groundless", "fabric", "dismiss", "inaccur"),
)
_CHARGES = ("accus", "alleg", "claim", "blame", "charg", "suspect", "critic", "believ", "report")
_OPPOSING = ("un", "in", "il", "im", "ir", "dis", "non", "mis", "ill")


def polarities(left: View, right: View) -> Iterator[Difference]:
    """Statements that the other side negates, and words that the other side has the opposite of."""
    yield from _contrary(left, right, mirrored=False)
    yield from _contrary(right, left, mirrored=True)
    yield from _opposed(left, right, mirrored=False)
    yield from _opposed(right, left, mirrored=True)


def _contrary(nay: View, yea: View, mirrored: bool) -> Iterator[Difference]:
    """What `nay` negates and `yea` says without negation."""
    if not nay.of_type(FactType.NEGATION):
        return
    theirs = yea.of_type(FactType.NEGATION)
    under = {stem for fact in theirs for stem in (str(fact.value), *fact.about.split())}
    barred = {k for fact in theirs for k in covered(yea, fact)}
    charged = any(stem.startswith(_CHARGES) for stem in yea.stems)
    for fact in nay.of_type(FactType.NEGATION):
        topic = list(dict.fromkeys((str(fact.value), *fact.about.split())))
        wider = topic_of(nay, fact.span)
        if _cues(nay, fact) & yea.stems or all(_elsewhere(nay, fact, stem) for stem in topic):
            continue
        common = nay.plain(wider) & yea.plain(yea.stems)
        found = sorted(k for stem in common for k in yea.places[stem] if k not in barred)
        if not found or str(fact.value) in under:
            continue
        where = _closest(yea, found)
        near = {word.stem for word in yea.told(where)}
        a, b = (where, fact.span) if mirrored else (fact.span, where)
        yield Difference(
            "polarity",
            a,
            b,
            head=nay.spoken(str(fact.value), fact.span),
            signs={
                "said": sum(stem in near for stem in topic) / len(topic),
                "denial": float(_denies(nay, fact)),
                "charge": float(charged),
                "topic": nay.weight(wider & yea.stems) / max(1e-9, nay.weight(wider)),
                "plain": min(1.0, len(common) / 4),
                "quoted": float(_inside(nay, fact.span)),
            },
        )


def _cues(view: View, fact: Fact) -> set[str]:
    """The word that negates, where it carries news itself: "denied", "false", "cancel"."""
    first, _ = view.within(fact.span)
    return {word.stem for word in view.words[first : first + 1] if not word.stop}


def _elsewhere(view: View, fact: Fact, stem: str) -> bool:
    """Whether the sentence says what it negates without negation too."""
    inside = covered(view, fact)
    return any(k not in inside for k in view.places.get(stem, ()))


def _inside(view: View, span: Span) -> bool:
    return any(fact.span.overlaps(span) for fact in view.of_type(FactType.QUOTATION))


def _closest(view: View, found: list[int]) -> Span:
    """The span from the first to the last of the most words of `found` in a short stretch."""
    runs = [[k for k in found if start <= k < start + 8] for start in found]
    best = max(runs, key=len)
    return view.reach(best[0], best[-1] + 1)


def topic_of(view: View, span: Span, reach: int = 10) -> set[str]:
    """The stems that carry news from `span` on, and the two before it."""
    first, last = view.within(span)
    near = (*view.words[max(first - 2, 0) : first], *view.words[first : last + reach])
    return {word.stem for word in near if not word.stop}


def _denies(view: View, fact: Fact) -> bool:
    first, last = view.within(fact.span)
    return any(word.stem.startswith(_DENIALS) for word in view.words[first : max(last, first + 1)])


def _opposed(plain: View, other: View, mirrored: bool) -> Iterator[Difference]:
    """A word on one side that the other side has with a prefix that turns it round."""
    for k, bare in _prefixed(other):
        if other.form(k) in plain.forms:
            continue
        for form in sorted(bare & plain.forms.keys()):
            one, two = plain.forms[form], other.reach(k, k + 1)
            if negated(plain, plain.at(one.start)) or negated(other, k):
                continue  # "not accurate" beside "inaccurate"
            a, b = (two, one) if mirrored else (one, two)
            yield Difference("polarity", a, b, head=form, signs={"opposite": 1.0, "said": 1.0})


@once
def _prefixed(view: View) -> list[tuple[int, frozenset[str]]]:
    """The words with a prefix that may turn them round, and what they are without it."""
    return [
        (k, frozenset(b for p in _OPPOSING if len(b := word.form.removeprefix(p)) > 3))
        for k, word in enumerate(view.words)
        if word.form.startswith(_OPPOSING) and not word.stop
    ]
