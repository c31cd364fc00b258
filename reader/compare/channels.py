"""Kinds of evidence that two sentences can have in common, each a set of terms a sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter

from reader.language.words import Word, words_at
from reader.model import Fact, FactType, Reading

Terms = list[set[str]]  # one set a sentence
_START = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Lines:
    """A reading sentence by sentence: words, with offsets into the article's text, and facts."""

    reading: Reading
    words: tuple[tuple[Word, ...], ...]
    facts: tuple[tuple[Fact, ...], ...]

    def inside(self, *types: FactType) -> list[list[bool]]:
        """For every word of every sentence, whether it stands in a fact of one of `types`."""
        flags = []
        for line, facts in zip(self.words, self.facts, strict=True):
            row = [False] * len(line)
            for span in (fact.span for fact in facts if fact.type in types):
                first = bisect_left(line, span.start, key=_START)
                last = bisect_left(line, span.end, key=_START)
                row[first:last] = [True] * (last - first)
            flags.append(row)
        return flags


def lines(reading: Reading) -> Lines:
    """`reading` taken apart."""
    text = reading.article.text
    found = [tuple(words_at(text, sentence.span)) for sentence in reading.sentences]
    facts: list[list[Fact]] = [[] for _ in found]
    for fact in reading.facts:
        facts[fact.sentence].append(fact)
    return Lines(reading, tuple(found), tuple(tuple(row) for row in facts))


def stems(of: Lines) -> Terms:
    """Every word that carries news."""
    return [{w.stem for w in line if not w.stop} for line in of.words]


def common(of: Lines) -> Terms:
    """The words outside names, figures and dates: what happened, not to whom or how many."""
    taken = of.inside(FactType.NAME, FactType.PLACE, FactType.QUANTITY, FactType.DATE)
    return [
        {w.stem for w, skip in zip(line, flags, strict=True) if not (w.stop or skip)}
        for line, flags in zip(of.words, taken, strict=True)
    ]


def names(of: Lines) -> Terms:
    """The words of names and places in normal form, so that a surname meets the full name."""
    return _values(of, FactType.NAME, FactType.PLACE, part=True)


def figures(of: Lines) -> Terms:
    """Quantities and dates in normal form."""
    return _values(of, FactType.QUANTITY, FactType.DATE)


def speakers(of: Lines) -> Terms:
    """Who is said to have said it."""
    return [
        {term for f in facts if f.type is FactType.ATTRIBUTION for term in f.about.split()}
        for facts in of.facts
    ]


def deeds(of: Lines) -> Terms:
    """The verbs of what was done, planned or denied."""
    return [
        {f.about for f in facts if f.type is FactType.STATUS and f.about}
        | {str(f.value) for f in facts if f.type is FactType.NEGATION}
        for facts in of.facts
    ]


def quoted(of: Lines) -> Terms:
    """Words inside quotation marks."""
    return [
        {w.stem for w, inside in zip(line, flags, strict=True) if inside and not w.stop}
        for line, flags in zip(of.words, of.inside(FactType.QUOTATION), strict=True)
    ]


def couples(of: Lines) -> Terms:
    """Two words side by side once the empty ones are gone."""
    kept = [[w.stem for w in line if not w.stop] for line in of.words]
    return [{f"{x} {y}" for x, y in pairwise(line)} for line in kept]


def verbatim(of: Lines) -> Terms:
    """Three words in a row, the empty ones included: copied text."""
    forms = [[w.form for w in line] for line in of.words]
    return [{" ".join(line[k : k + 3]) for k in range(len(line) - 2)} for line in forms]


def beginnings(of: Lines) -> Terms:
    """The first five letters of words: what "legislature" and "legislative" share."""
    return [{w.form[:5] for w in line if not w.stop} for line in of.words]


def leaning(of: Lines) -> Terms:
    """A sentence's words with those of the one before, which it may lean on."""
    own = stems(of)
    return [line | (own[k - 1] if k else set()) for k, line in enumerate(own)]


CHANNELS: tuple[Callable[[Lines], Terms], ...] = (
    stems, common, names, figures, speakers, deeds, quoted, couples, verbatim, beginnings, leaning,
)  # fmt: skip


def _values(of: Lines, *types: FactType, part: bool = False) -> Terms:
    rows: Terms = []
    for facts in of.facts:
        values = [str(f.value) for f in facts if f.type in types]
        rows.append({t for v in values for t in v.split()} if part else set(values))
    return rows
