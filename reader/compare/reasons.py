"""Why two sentences are linked, in words: the names, figures and words that both have."""

from __future__ import annotations

from collections.abc import Mapping

from reader.compare.channels import Lines
from reader.language.words import Word
from reader.model import Fact, FactType, Reason, Span

MOST = 5  # words named in one reason

_FACTS: tuple[tuple[str, str, frozenset[FactType]], ...] = (
    ("name", "both name", frozenset({FactType.NAME, FactType.PLACE})),
    ("number", "both give", frozenset({FactType.QUANTITY})),
    ("date", "both date it", frozenset({FactType.DATE})),
)


def in_common(
    rarity: Mapping[str, float], left: Lines, i: int, right: Lines, j: int
) -> tuple[Reason, ...]:
    """One reason a kind of evidence that sentence `i` on the left and `j` on the right share.

    `rarity` says how much each stem tells in this story. Never empty: two sentences that are
    linked without a word in common are said to be.
    """
    found = []
    for type_, says, kinds in _FACTS:
        a, b = _valued(left, i, kinds), _valued(right, j, kinds)
        common = sorted(a.keys() & b.keys(), key=lambda value: a[value].span)
        if common:
            told = ", ".join(a[value].span.of(left.reading.article.text) for value in common[:MOST])
            first = common[0]
            why = f"{says}: {' '.join(told.split())}"
            found.append(Reason(type_, a[first].span, b[first].span, why))
    words = _words(rarity, left, i, right, j)
    if words:
        found.append(words)
    elif not found:
        found.append(Reason("meaning", None, None, "no word in common, but close in meaning"))
    return tuple(found)


def _valued(lines: Lines, index: int, kinds: frozenset[FactType]) -> dict[str, Fact]:
    facts = [fact for fact in lines.facts[index] if fact.type in kinds]
    return {str(fact.value): fact for fact in reversed(facts)}


def _words(rarity: Mapping[str, float], left: Lines, i: int, right: Lines, j: int) -> Reason | None:
    a, b = _telling(left, i), _telling(right, j)
    common = sorted(a.keys() & b.keys(), key=lambda stem: (-rarity[stem], stem))[:MOST]
    if not common:
        return None
    ordered = sorted((a[stem] for stem in common), key=lambda word: word.start)
    quoted = ", ".join(word.form for word in ordered)
    spans = [Span(side[common[0]].start, side[common[0]].end) for side in (a, b)]
    return Reason("words", spans[0], spans[1], f"both say: {quoted}")


def _telling(lines: Lines, index: int) -> dict[str, Word]:
    """The words of a sentence outside names, figures and dates, by stem."""
    taken = [f.span for f in lines.facts[index] if any(f.type in kinds for *_, kinds in _FACTS)]
    return {
        word.stem: word
        for word in reversed(lines.words[index])
        if not word.stop and not any(s.start <= word.start < s.end for s in taken)
    }
