"""Two versions of one sentence: which of the few words that changed make a difference."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import product

from reader.compare.conflicts.exclusion import excludes
from reader.compare.conflicts.judgement import CERTAIN, Difference
from reader.compare.conflicts.numbers import counts
from reader.compare.conflicts.quotes import quotes
from reader.compare.conflicts.view import View
from reader.language.opposites import opposite
from reader.language.standing import NEGATIVES
from reader.language.words import Word, listed
from reader.model import Fact, FactType, Span

_KEPT = 0.7  # of the words of the longer version
_FEWEST = 4  # words that both versions have
_MOST_CHANGES = 4
_LONGEST = 5  # words; a longer change is rewriting
_SURE = 0.95  # that one slot changed in what is otherwise the same sentence
_TURNING = NEGATIVES | listed("denied denies deny")  # turn round a sentence otherwise the same
_NAMED = (FactType.NAME, FactType.PLACE)
_TYPES = {
    FactType.QUANTITY: "number",
    FactType.DATE: "date",
    FactType.PLACE: "place",
    FactType.NAME: "person",
}

Change = tuple[Span, Span]


def revised(left: View, right: View) -> list[Change] | None:
    """The spans that changed between two versions of a sentence; None where they are not that.

    A span without words lies between its neighbours.
    """
    if len(left.stems & right.stems) < _KEPT * _KEPT * max(len(left.stems), len(right.stems)):
        return None
    ours, theirs = left.wording, right.wording
    least = max(_FEWEST, _KEPT * max(len(ours), len(theirs)))
    common = Counter(ours) & Counter(theirs)
    if len(common) < _FEWEST or common.total() < least:
        return None  # in whatever order
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    if sum(block.size for block in matcher.get_matching_blocks()) < least:
        return None
    found = []
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            continue
        if max(j - i, m - k) > _LONGEST:
            return None
        found.append((_span(left, i, j), _span(right, k, m)))
    return found if len(found) <= _MOST_CHANGES else None


def revisions(left: View, right: View, changes: list[Change]) -> Iterator[Difference]:
    """What of the changes is a figure, a date, a name or a negation, and what differs in quotes."""
    for a, b in changes:
        slots = list(_slots(left, a, right, b))
        yield from slots
        ours, theirs = left.told(a), right.told(b)
        if _turning(ours) != _turning(theirs) or _opposed(ours, theirs):
            yield _difference("polarity", left, a, right, b)
        elif not slots and _digits(left, a) and _digits(right, b) and not _agree(left, a, right, b):
            yield _difference("number", left, a, right, b)
        elif not slots and _renamed(left, a, right, b):
            yield _difference("person", left, a, right, b)
    yield from quotes(left, right)


def _slots(left: View, a: Span, right: View, b: Span) -> Iterator[Difference]:
    ours = [f for f in left.of_type(*_TYPES) if f.span.overlaps(a)]
    theirs = [f for f in right.of_type(*_TYPES) if f.span.overlaps(b)]
    for x, y in product(ours, theirs):
        alike = x.type is y.type or {x.type, y.type} <= set(_NAMED)
        if not alike or (x.type in _NAMED and not (_only(left, a, x) and _only(right, b, y))):
            continue
        if _differ(x, y, left.same):
            kind = _TYPES[FactType.PLACE if FactType.PLACE in {x.type, y.type} else x.type]
            yield _difference(kind, left, x.span, right, y.span)


def _agree(left: View, a: Span, right: View, b: Span) -> bool:
    """Whether figures or dates put differently may be the same: "23" and "more than 20".

    Where one word gave way to one, what hedges the figure stayed: "up to 55" and "up to 58".
    """
    if all(view.at(s.end) - view.at(s.start) == 1 for view, s in ((left, a), (right, b))):
        return False
    ours, theirs = (
        [f for f in view.of_type(FactType.QUANTITY, FactType.DATE) if f.span.overlaps(span)]
        for view, span in ((left, a), (right, b))
    )
    return any(x.type is y.type and x.value != y.value for x, y in product(ours, theirs))


def _renamed(left: View, a: Span, right: View, b: Span) -> bool:
    """Whether a name on one side gave way to words in capitals on the other."""
    named = any(
        fact.span.overlaps(span)
        for view, span in ((left, a), (right, b))
        for fact in view.of_type(*_NAMED)
    )
    return named and all(
        view.text[word.start].isupper() and not word.stop
        for view, span in ((left, a), (right, b))
        for word in view.told(span)
    ) and a.start < a.end and b.start < b.end  # fmt: skip


def _differ(a: Fact, b: Fact, same: Mapping[str, str]) -> bool:
    """Whether two facts of a kind cannot both be right."""
    if a.type not in _NAMED:
        return excludes(a, b)
    one, other = str(a.value), str(b.value)
    return same.get(one, one) != same.get(other, other)


def _only(view: View, span: Span, name: Fact) -> bool:
    """Whether nothing that carries news changed but the name."""
    inside = view.told(span)
    return all(w.stop or name.span.start <= w.start < name.span.end for w in inside)


def _difference(kind: str, left: View, a: Span, right: View, b: Span) -> Difference:
    if a.start == a.end or b.start == b.end:
        a, b = _widened(left, a), _widened(right, b)
    head = _counted(left, a, right, b) if kind == "number" else ""
    return Difference(kind, a, b, head, signs={CERTAIN: _SURE})


def _counted(left: View, a: Span, right: View, b: Span) -> str:
    """What figures in two places count; "" where it is not the same."""
    ours, theirs = (
        [f for f in view.of_type(FactType.QUANTITY) if f.span.overlaps(span)]
        for view, span in ((left, a), (right, b))
    )
    return next((head for x, y in product(ours, theirs) if (head := counts(left, x, y))), "")


def _span(view: View, first: int, last: int) -> Span:
    if first < last:
        return view.reach(first, last)
    at = view.words[first].start if first < len(view.words) else view.words[-1].end
    return Span(at, at)


def _widened(view: View, span: Span) -> Span:
    """The span with the word behind it, or before it at the end of the sentence."""
    first, last = view.within(span)
    if last < len(view.words):
        return view.reach(first, last + 1)
    return view.reach(max(first - 1, 0), last)


def _turning(words: Sequence[Word]) -> bool:
    """Whether one of `words` negates, whatever it negates."""
    return any(word.form in _TURNING or word.form.endswith("n't") for word in words)


def _opposed(ours: Sequence[Word], theirs: Sequence[Word]) -> bool:
    """Whether a word gave way to its opposite."""
    return any(opposite(one.form, other.form) for one, other in product(ours, theirs))


def _digits(view: View, span: Span) -> bool:
    return any(w.form[0].isdigit() for w in view.told(span))
