"""Figures across a story: the quantities and dates of one thing, as each article gives them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, product

from reader.compare.clustering import gather
from reader.compare.conflicts.exclusion import excludes
from reader.compare.conflicts.view import shares
from reader.compare.disputes import Joint
from reader.language.counted import KINDS, counted
from reader.language.periods import agree
from reader.language.words import Word, words
from reader.model import (
    Claim,
    Fact,
    FactType,
    Figure,
    Given,
    Interval,
    Link,
    Mark,
    Period,
    Reading,
    Span,
    Telling,
)

LEAST = 0.2
"""The mean weight from which two groups of figures are of one thing."""
_JUDGED, _SAME, _ALIKE = 1.0, 0.9, 0.6  # a conflict says so; one value, and of one thing; one thing
_ABOUT = 0.5  # the share of what the one is about that the other has to be about
_MONTH = 31
_NAMED = 3  # words in which a row says what it is about
_FIGURES = frozenset({FactType.QUANTITY, FactType.DATE})

Numbered = tuple[int, Fact]
Held = Mapping[Telling, Sequence[int]]  # the figures of each sentence, by number


def figures(
    readings: Sequence[Reading],
    claims: Iterable[Claim],
    between: Mapping[Joint, Link],
    rank: Sequence[int],
) -> tuple[Figure, ...]:
    """The figures of a story: the contested ones first, then those of most articles.

    Two are of one thing if linked sentences give them about the same, or if they agree and are
    about the same wherever they stand. A rank or a count below three is no figure, unless it is
    contested.
    """
    found = sorted(
        (
            (k, fact)
            for k, reading in enumerate(readings)
            for fact in reading.facts
            if fact.type in _FIGURES and reading.sentences[fact.sentence].linkable
        ),
        key=lambda one: (rank[one[0]], one[1].span),
    )
    places = [Telling(k, fact.sentence) for k, fact in found]
    held: dict[Telling, list[int]] = defaultdict(list)
    for n, place in enumerate(places):
        held[place].append(n)
    weights = _everywhere(found) | _in_claims(found, held, claims) | _judged(found, held, between)
    rows = [
        _figure([found[n] for n in group], readings) for group in gather(places, weights, LEAST, 1)
    ]
    kept = [row for row in rows if _counts(row)]

    def order(row: Figure) -> tuple[bool, int, int, int, Span]:
        articles = {given.article for given in row.given}
        first = min((g.fact.sentence, rank[g.article], g.fact.span) for g in row.given)
        return not row.contested, -len(articles), *first

    return tuple(sorted(kept, key=order))


def _everywhere(found: Sequence[Numbered]) -> dict[tuple[int, int], float]:
    """What agrees to the digit and is about the same, in whatever sentence it stands."""
    same: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, (_, fact) in enumerate(found):
        same[fact.type, str(fact.value)].append(n)
    return {
        (m, n): _SAME
        for group in same.values()
        for m, n in combinations(group, 2)
        if shares(_about(found[m][1]), _about(found[n][1]))[1] >= _ABOUT
    }


def _in_claims(
    found: Sequence[Numbered], held: Held, claims: Iterable[Claim]
) -> dict[tuple[int, int], float]:
    """What sentences that tell one thing say of the same."""
    weights = {}
    for claim in claims:
        inside = sorted(n for telling in claim.tellings for n in held.get(telling, ()))
        for m, n in combinations(inside, 2):
            if weight := _alike(found[m][1], found[n][1]):
                weights[m, n] = weight
    return weights


def _alike(a: Fact, b: Fact) -> float:
    if a.type is not b.type or isinstance(a.value, Interval) != isinstance(b.value, Interval):
        return 0.0
    about, other = _about(a), _about(b)
    high = max(shares(about, other))
    if KINDS & about and KINDS & other and not KINDS & about & other:
        return 0.0  # the dead and the rescued are two things
    if isinstance(a.value, Interval) and isinstance(b.value, Interval):
        if a.value.unit != b.value.unit:
            return 0.0
        if a.value.meets(b.value) and (high or a.value.unit):
            return _SAME
        return _ALIKE if high >= _ABOUT and counted(a.about)[0] in other else 0.0
    return _SAME if a.value == b.value or (_day(a, b) and _fine(a) and _fine(b)) else 0.0


def _day(a: Fact, b: Fact) -> bool | None:
    """Whether two dates may be the same; None where that cannot be told."""
    if isinstance(a.value, Interval) or isinstance(b.value, Interval):
        return None
    return agree(a.value, b.value)


def _fine(fact: Fact) -> bool:
    """Whether a date is told to the month or closer: some Wednesday falls in every year."""
    value = fact.value
    return not isinstance(value, Period) or (value.last - value.first).days <= _MONTH


def _judged(
    found: Sequence[Numbered], held: Held, between: Mapping[Joint, Link]
) -> dict[tuple[int, int], float]:
    """What a conflict sets against each other."""

    def at(telling: Telling, span: Span) -> list[int]:
        return [n for n in held.get(telling, ()) if found[n][1].span.overlaps(span)]

    weights = {}
    for (a, b), link in between.items():
        for reason in link.reasons:
            if link.kind is Mark.CONFLICT and reason.differs and reason.a and reason.b:
                for m, n in product(at(a, reason.a), at(b, reason.b)):
                    weights[min(m, n), max(m, n)] = _JUDGED
    return weights


def _figure(group: Sequence[Numbered], readings: Sequence[Reading]) -> Figure:
    facts: dict[int, list[Fact]] = defaultdict(list)
    for k, fact in group:
        facts[k].append(fact)
    # An article that gives what the other does, if in another sentence, does not contradict it.
    apart = {
        k
        for pair in combinations(facts, 2)
        if all(excludes(*both) for both in product(facts[pair[0]], facts[pair[1]]))
        for k in pair
    }
    ordered = sorted(group, key=lambda one: (one[0], one[1].span))
    given = tuple(Given(k, fact, k in apart) for k, fact in ordered)
    return Figure(group[0][1].type, _named(group, readings), given)


def _counts(row: Figure) -> bool:
    value = row.given[0].fact.value
    if row.contested or not isinstance(value, Interval):
        return True
    return value.unit != "ordinal" and (value.unit != "" or value.high > 2)


def _about(fact: Fact) -> set[str]:
    return set(counted(fact.about))


def _named(group: Sequence[Numbered], readings: Sequence[Reading]) -> str:
    """What the figures are about: the words around one of them that most have."""
    told = Counter(stem for _, fact in group for stem in fact.about.split())
    stems = sorted(told, key=lambda stem: (-told[stem], group[0][1].about.find(stem), stem))
    wanted = set(stems[:_NAMED])

    def order(one: Numbered) -> tuple[int, bool]:
        capitals = readings[one[0]].text(one[1].sentence).isupper()
        return len(wanted & set(one[1].about.split())), not capitals

    k, fact = max(group, key=order)
    reading = readings[k]
    start = reading.sentences[fact.sentence].span.start
    near: dict[str, Word] = {}
    for word in words(reading.text(fact.sentence)):
        if word.stem in wanted and not _inside(word, start, fact.span):
            kept = near.get(word.stem)
            if kept is None or _far(word, start, fact.span) < _far(kept, start, fact.span):
                near[word.stem] = word
    text = reading.text(fact.sentence)
    ordered = sorted(near.values(), key=lambda word: word.start)
    return " ".join(text[word.start : word.end] for word in ordered)


def _inside(word: Word, start: int, span: Span) -> bool:
    return span.start <= start + word.start < span.end


def _far(word: Word, start: int, span: Span) -> int:
    at = start + word.start
    return max(span.start - at, at - span.end)
