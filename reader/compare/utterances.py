"""Quotations across a story: who is quoted, and in which wordings."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations

from reader.compare.clustering import gather
from reader.language.aliases import aliases
from reader.language.versions import grade
from reader.language.words import Word, words, words_at
from reader.model import Claim, Fact, FactType, Quotation, Reading, Span, Telling, Variant

FEWEST = 3
"""The words from which what stands between marks is an utterance, and no coinage."""
LEAST = 0.4
"""The mean weight from which two groups of quotations are one utterance."""
_WEIGHT = {"identical": 1.0, "typographic": 1.0, "trimmed": 0.9, "altered": 0.7}
_TELLING = 6  # words that two people do not both say by chance
_RUN = 2

Numbered = tuple[int, Fact]


def quotations(
    readings: Sequence[Reading], claims: Iterable[Claim], rank: Sequence[int]
) -> tuple[Quotation, ...]:
    """The quotations of a story: those of most articles first, altered ones before others.

    Two are one utterance if one is a version of the other and they are long enough to be no
    coincidence, or one speaker says them, or sentences that tell one thing have them.
    """
    found = sorted(
        (
            (k, fact)
            for k, reading in enumerate(readings)
            for fact in reading.facts
            if fact.type is FactType.QUOTATION
            and reading.sentences[fact.sentence].linkable
            and len(words(fact.span.of(reading.article.text))) >= FEWEST
        ),
        key=lambda one: (rank[one[0]], one[1].span),
    )
    texts = [fact.span.of(readings[k].article.text) for k, fact in found]
    cast = _Cast(readings, rank)
    weights = _weights(found, texts, cast, claims)
    places = [Telling(k, fact.sentence) for k, fact in found]
    rows = [
        _quotation([found[n] for n in group], readings, cast)
        for group in gather(places, weights, LEAST, 2)
        if not all(_titles(found[n][1]) for n in group)
    ]

    def order(row: Quotation) -> tuple[int, bool, int, int, Span]:
        articles = {variant.article for variant in row.variants}
        altered = any(variant.grade == "altered" for variant in row.variants)
        first = min((v.fact.sentence, rank[v.article], v.fact.span) for v in row.variants)
        return -len(articles), not altered, *first

    return tuple(sorted(rows, key=order))


def _weights(
    found: Sequence[Numbered],
    texts: Sequence[str],
    cast: _Cast,
    claims: Iterable[Claim],
) -> dict[tuple[int, int], float]:
    """How strongly two quotations seem to be one utterance."""
    homes: dict[Telling, set[int]] = defaultdict(set)
    for k, claim in enumerate(claims):
        for telling in claim.tellings:
            homes[telling].add(k)
    weights = {}
    for m, n in _candidates(texts):
        if (graded := grade(texts[m], texts[n])) == "different":
            continue
        spoke = {cast.meant(fact.about) for _, fact in (found[m], found[n])} - {""}
        one, other = (homes[Telling(k, fact.sentence)] for k, fact in (found[m], found[n]))
        long = min(len(words(texts[m])), len(words(texts[n]))) >= _TELLING
        if len(spoke) == 1 or one & other or (long and graded != "altered"):
            weights[m, n] = _WEIGHT[graded]
    return weights


def _titles(fact: Fact) -> bool:
    """Whether words stand between marks because they are the headline."""
    return fact.sentence == 0 and not fact.about


def _candidates(texts: Sequence[str]) -> list[tuple[int, int]]:
    """The pairs worth grading: those with two words in a row in common."""
    runs: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for n, text in enumerate(texts):
        forms = [word.form for word in words(text)]
        for run in sorted({tuple(forms[k : k + _RUN]) for k in range(len(forms) - _RUN + 1)}):
            runs[run].append(n)
    return sorted({pair for held in runs.values() for pair in combinations(held, 2)})


class _Cast:
    """Who speaks in a story: which names are one person, and how that person's name is written."""

    def __init__(self, readings: Sequence[Reading], rank: Sequence[int]) -> None:
        names: dict[str, str] = {}
        speakers = set()
        for k in sorted(range(len(readings)), key=rank.__getitem__):
            for fact in readings[k].facts:
                if fact.type is FactType.NAME:
                    written = fact.span.of(readings[k].article.text)
                    names.setdefault(str(fact.value), " ".join(written.split()))
                elif fact.type is FactType.QUOTATION and fact.about:
                    speakers.add(fact.about)
        self._written = names
        self._fullest = aliases(speakers | names.keys())

    def meant(self, name: str) -> str:
        """The fullest form of the same name, in normal form."""
        return self._fullest.get(name, name)

    def shown(self, name: str) -> str:
        """That, as an article writes it."""
        return self._written.get(self.meant(name), self.meant(name))


def _quotation(group: Sequence[Numbered], readings: Sequence[Reading], cast: _Cast) -> Quotation:
    text = {one: one[1].span.of(readings[one[0]].article.text) for one in group}
    fullest = max(group, key=lambda one: (len(words(text[one])), text[one]))
    variants = [Variant(*fullest, "fullest", cast.shown(fullest[1].about))]
    for one in group:
        if one != fullest:
            graded = grade(text[fullest], text[one])
            changes = tuple(_changes(_words(readings, fullest), _words(readings, one)))
            variants.append(Variant(*one, graded, cast.shown(one[1].about), changes))
    ordered = sorted(variants, key=lambda v: (v.grade != "fullest", v.article, v.fact.span))
    told = Counter(variant.speaker for variant in variants if variant.speaker)
    return Quotation(max(sorted(told), key=told.__getitem__, default=""), tuple(ordered))


def _words(readings: Sequence[Reading], of: Numbered) -> list[Word]:
    """The words of a quotation, with offsets into its article's text."""
    k, fact = of
    return words_at(readings[k].article.text, fact.span)


def _changes(ours: Sequence[Word], theirs: Sequence[Word]) -> Iterator[tuple[Span, Span]]:
    matcher = SequenceMatcher(
        None, [word.form for word in ours], [word.form for word in theirs], autojunk=False
    )
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind != "equal":
            yield _stretch(ours, i, j), _stretch(theirs, k, m)


def _stretch(line: Sequence[Word], first: int, last: int) -> Span:
    """The span of the words ``[first, last)``; an empty one before them where there are none."""
    if first == last:
        at = line[first].start if first < len(line) else line[-1].end
        return Span(at, at)
    return Span(line[first].start, line[last - 1].end)
