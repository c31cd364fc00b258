"""What one report states and the other negates: one verb with one object, or of one subject."""

from __future__ import annotations

from collections.abc import Iterator, Set

from reader.compare.conflicts.judgement import CERTAIN, Difference
from reader.compare.conflicts.negation import negated
from reader.compare.conflicts.view import View
from reader.language.words import listed
from reader.model import Fact, FactType, Span

_LIKELY = 0.7  # that an editor calls it a conflict
_SYNONYMS = tuple(map(listed, ("provid give offer submit", "mislead deceiv", "violat break")))
_OPEN = listed("if whether unless should would could might may must without until to")
_NOUNS = listed("no without nobody none nothing neither nor")  # negate nouns, not verbs
_PRONOUNS = listed("it them him her this that")
_REACH = 8  # words behind a verb that may be its object
_BEHIND = 4  # words of a verb among which its subject ends
_JOINED = " \"“”‘’'-"  # stands between words of one clause
_FEWEST = 2  # words that both objects have
_BEFORE = 3  # words that may leave open what follows


def assertions(left: View, right: View) -> Iterator[Difference]:
    """What one side negates and the other states, where verb and object or subject are the same."""
    for denied, stated, head in _contradicted(left, right):
        yield Difference("polarity", denied, stated, head, signs={CERTAIN: _LIKELY})
    for denied, stated, head in _contradicted(right, left):
        yield Difference("polarity", stated, denied, head, signs={CERTAIN: _LIKELY})


def _contradicted(nay: View, yea: View) -> Iterator[tuple[Span, Span, str]]:
    """Where `nay` negates what `yea` states, where that is, and the verb of it."""
    for fact in nay.of_type(FactType.NEGATION):
        first = nay.at(fact.span.start)
        for verb, subject in _verbs(nay, fact):
            if stated := _place(nay, verb, subject, first, yea):
                word = nay.words[verb]
                denied = Span(fact.span.start, max(fact.span.end, word.end))
                yield denied, stated, nay.text[word.start : word.end]
                break


def _verbs(nay: View, fact: Fact) -> list[tuple[int, str]]:
    """The verbs that `fact` may negate, each with its subject; none where it leaves them open."""
    first, last = nay.within(fact.span)
    verb = next((k for k in range(first + 1, last) if nay.words[k].stem == fact.value), None)
    # "denied that she gave", but not "denied the report".
    clause = nay.words[first].stop or "that" in (nay.form(k) for k in range(first, last))
    if verb is None or not clause or nay.form(first) in _NOUNS:
        return []
    if _left_open(nay, first) or negated(nay, first, but=fact):
        return []
    if nay.words[first].stop:
        return [(verb, _subject(nay, first))]
    # A denial tells what is denied in a clause of its own: "denied that the ferry was overloaded".
    return [(k, _subject(nay, k)) for k in (verb, *_behind(nay, verb))]


def _place(nay: View, verb: int, subject: str, first: int, yea: View) -> Span | None:
    """Where `yea` states the verb of `nay` of the same object, or of the same subject alone."""
    meant = nay.form(verb + 1) in _PRONOUNS
    # "They looked at the rule, but have not overturned it": what went before says what.
    before = {word.stem for word in nay.words[:first] if not word.stop}
    wanted = before if meant else _object(nay, verb)
    stem = nay.words[verb].stem
    granted = [_object(nay, k) for k in _places(nay, stem) if k != verb]
    for k in _places(yea, stem):
        told = yea.stems if meant else _object(yea, k)
        agreed = any(len(told & each) >= _FEWEST for each in granted)
        left_open = _left_open(yea, k) or negated(yea, k)
        of_one = bool(subject) and subject == _subject(yea, k) and not (wanted and told)
        if (of_one or len(wanted & told) >= _FEWEST) and not (agreed or left_open):
            return yea.reach(k, k + 1)
    return None


def _places(view: View, verb: str) -> list[int]:
    """The words with the stem `verb`, or that say the same in another word."""
    synonyms = next((row for row in _SYNONYMS if verb in row), {verb})
    return [k for k, word in enumerate(view.words) if word.stem in synonyms and not word.stop]


def _object(view: View, verb: int) -> Set[str]:
    """The stems that carry news behind a verb, as far as its clause goes."""
    return {view.words[k].stem for k in _behind(view, verb)}


def _behind(view: View, verb: int) -> list[int]:
    """The words that carry news behind a verb, as far as its clause goes."""
    found = []
    for k in range(verb + 1, min(verb + 1 + _REACH, len(view.words))):
        gap = view.text[view.words[k - 1].end : view.words[k].start]
        if gap.strip(_JOINED):
            break
        if not view.words[k].stop:
            found.append(k)
    return found


def _subject(view: View, verb: int) -> str:
    """The stem that carries news right before a verb, in its clause; "" for none."""
    for k in range(verb - 1, max(verb - 1 - _BEHIND, -1), -1):
        gap = view.text[view.words[k].end : view.words[k + 1].start]
        if gap.strip(_JOINED):
            return ""
        if not view.words[k].stop:
            return view.words[k].stem
    return ""


def _left_open(view: View, k: int) -> bool:
    """Whether what begins with word `k` is only possible, wished for or asked."""
    return any(view.form(j) in _OPEN for j in range(max(k - _BEFORE, 0), k))
