"""What one report states and the other negates in the same words: one verb with one object."""

from __future__ import annotations

from collections.abc import Iterator, Set

from reader.compare.conflicts.judgement import CERTAIN, Difference
from reader.compare.conflicts.view import View
from reader.language.words import listed
from reader.model import Fact, FactType, Span

_LIKELY = 0.7  # that an editor calls it a conflict
_SYNONYMS = tuple(map(listed, ("provid give offer submit", "mislead deceiv", "violat break")))
_OPEN = listed("if whether unless should would could might may must without until to")
_NOUNS = listed("no without nobody none nothing neither nor")  # negate nouns, not verbs
_PRONOUNS = listed("it them him her this that")
_REACH = 8  # words behind a verb that may be its object
_FEWEST = 2  # words that both objects have
_BEFORE = 3  # words that may leave open or turn round what follows


def assertions(left: View, right: View) -> Iterator[Difference]:
    """What one side negates and the other states, where verb and object are the same."""
    for fact in left.of_type(FactType.NEGATION):
        if where := _stated(left, fact, right):
            head = left.spoken(str(fact.value), fact.span)
            yield Difference("polarity", fact.span, where, head, signs={CERTAIN: _LIKELY})
    for fact in right.of_type(FactType.NEGATION):
        if where := _stated(right, fact, left):
            head = right.spoken(str(fact.value), fact.span)
            yield Difference("polarity", where, fact.span, head, signs={CERTAIN: _LIKELY})


def _stated(nay: View, fact: Fact, yea: View) -> Span | None:
    """Where `yea` states what `fact` of `nay` negates."""
    first, last = nay.within(fact.span)
    verb = next((k for k in range(first + 1, last) if nay.words[k].stem == fact.value), None)
    # "denied that she gave", but not "denied the report".
    clause = nay.words[first].stop or "that" in (nay.form(k) for k in range(first, last))
    if verb is None or not clause or nay.form(first) in _NOUNS:
        return None
    if _left_open(nay, first) or _turned(nay, first, fact):
        return None
    meant = nay.form(verb + 1) in _PRONOUNS
    # "They looked at the rule, but have not overturned it": what went before says what.
    before = {word.stem for word in nay.words[:first] if not word.stop}
    wanted = before if meant else _object(nay, verb)
    granted = [_object(nay, k) for k in _places(nay, fact) if k != verb]
    for k in _places(yea, fact):
        told = yea.stems if meant else _object(yea, k)
        agreed = any(len(told & each) >= _FEWEST for each in granted)
        left_open = _left_open(yea, k) or _turned(yea, k)
        if len(wanted & told) >= _FEWEST and not (agreed or left_open):
            return yea.reach(k, k + 1)
    return None


def _places(view: View, fact: Fact) -> list[int]:
    """The words that tell what `fact` negates, or the same in another word."""
    verb = str(fact.value)
    synonyms = next((row for row in _SYNONYMS if verb in row), {verb})
    return [k for k, word in enumerate(view.words) if word.stem in synonyms and not word.stop]


def _object(view: View, verb: int) -> Set[str]:
    """The stems that carry news behind a verb, as far as its clause goes."""
    found: set[str] = set()
    for k in range(verb + 1, min(verb + 1 + _REACH, len(view.words))):
        gap = view.text[view.words[k - 1].end : view.words[k].start]
        if gap.strip(" \"“”‘’'-"):
            break
        if not view.words[k].stop:
            found.add(view.words[k].stem)
    return found


def _left_open(view: View, k: int) -> bool:
    """Whether what begins with word `k` is only possible, wished for or asked."""
    return any(view.form(j) in _OPEN for j in range(max(k - _BEFORE, 0), k))


def _turned(view: View, k: int, own: Fact | None = None) -> bool:
    """Whether word `k` stands under a negation other than its `own`."""
    return any(
        view.at(fact.span.start) <= k < view.within(fact.span)[1] + _BEFORE
        for fact in view.of_type(FactType.NEGATION)
        if fact != own
    )
