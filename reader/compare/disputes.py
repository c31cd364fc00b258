"""What the tellings of one claim set against each other: each value with the outlets that give it.

Ten outlets of which one says 26 and the others 23 differ in nine links and in one thing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from reader.compare.origins import joined
from reader.language.words import normal
from reader.model import STRENGTH, Dispute, Excerpt, Link, Mark, Reading, Reason, Telling

Joint = tuple[Telling, Telling]
"""Two sentences of two articles."""

Slot = tuple[Mark, str]


def disputes(
    between: Mapping[Joint, Link], readings: Sequence[Reading], rank: Sequence[int]
) -> tuple[Dispute, ...]:
    """The disputes that the links `between` tellings show, conflicts before framings."""
    pairs: dict[Slot, list[tuple[Excerpt, Excerpt]]] = defaultdict(list)
    heads: dict[Excerpt, set[str]] = defaultdict(set)
    for (a, b), link in between.items():
        for reason in link.reasons:
            if link.kind is Mark.SHARED or not (reason.differs and reason.a and reason.b):
                continue
            left, right = Excerpt(a, reason.a), Excerpt(b, reason.b)
            pairs[link.kind, reason.type].append((left, right))
            for excerpt in (left, right):
                heads[excerpt].add(_head(reason))

    def order(excerpt: Excerpt) -> tuple[int, int, int, int]:
        telling, span = excerpt.telling, excerpt.span
        return rank[telling.article], telling.sentence, span.start, span.end

    def value(excerpt: Excerpt) -> str:
        return normal(excerpt.span.of(readings[excerpt.telling.article].article.text))

    # A headline and a lead may differ alike from those of another report: that is one thing.
    alike: dict[tuple[Mark, str, str, frozenset[str]], dict[str, list[Excerpt]]] = {}
    for (kind, type_), set_against in pairs.items():
        excerpts = sorted({end for pair in set_against for end in pair}, key=order)
        number = {excerpt: k for k, excerpt in enumerate(excerpts)}
        for group in joined(range(len(excerpts)), ((number[a], number[b]) for a, b in set_against)):
            same: dict[str, list[Excerpt]] = defaultdict(list)
            for k in group:
                same[value(excerpts[k])].append(excerpts[k])
            said = {head for k in group for head in heads[excerpts[k]]} - {""}
            about = min(said, key=lambda head: (head.isupper(), head), default="")
            told = alike.setdefault((kind, type_, about, frozenset(same)), {})
            for words, given in same.items():
                told[words] = sorted([*told.get(words, ()), *given], key=order)
    found = []
    for (kind, type_, about, _), told in alike.items():
        values = sorted(told.values(), key=lambda of: (-_outlets(of), order(of[0])))
        found.append(Dispute(kind, type_, about, tuple(map(tuple, values))))
    return tuple(
        sorted(
            found,
            key=lambda one: (-STRENGTH[one.kind], one.type, one.about, order(one.values[0][0])),
        )
    )


def _outlets(excerpts: Sequence[Excerpt]) -> int:
    return len({excerpt.telling.article for excerpt in excerpts})


def _head(reason: Reason) -> str:
    head = reason.why.partition(": ")[0]
    return "" if head in {reason.why, reason.type} else head
