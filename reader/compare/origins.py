"""Who seems to have written what: agency copy by its credit, copied text by its words in a row.

Copied text is found by shingles, the runs of five words of a text (Broder, "On the resemblance and
containment of documents", 1997). Some hundred articles are few enough to hold all shingles, so
that shares are exact where MinHash or SimHash would estimate them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence, Set
from itertools import combinations, pairwise

from reader.compare.channels import lines
from reader.model import Article, FactType, Origin, Reading, Telling

RUN = 5
"""The words of a shingle."""
COPIED = 0.5
"""From this share of the shorter one's shingles on, two texts are one copied."""
_FEWEST = 4  # shingles of a sentence from which its being copied is no coincidence

Shingles = frozenset[tuple[str, ...]]


class Copies:
    """Finds out which sentences and which articles of a story are copied from each other."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self.readings = readings
        self._sentences = [_shingles(reading) for reading in readings]
        self._articles = [
            frozenset[tuple[str, ...]]().union(
                *(rows[sentence.index] for sentence in reading.sentences if sentence.linkable)
            )
            for reading, rows in zip(readings, self._sentences, strict=True)
        ]

    def articles(self, a: int, b: int) -> bool:
        """Whether most of one of the two articles stands in the other word for word."""
        return _copied(self._articles[a], self._articles[b])

    def sentences(self, tellings: Iterable[Telling]) -> list[tuple[int, int]]:
        """The articles of each two tellings of which one stands mostly in the other."""
        told = [(t.article, self._sentences[t.article][t.sentence]) for t in tellings]
        long = [(article, shingles) for article, shingles in told if len(shingles) >= _FEWEST]
        return [(a, b) for (a, x), (b, y) in combinations(long, 2) if a != b and _copied(x, y)]


def _shingles(reading: Reading) -> list[Shingles]:
    """Those of each sentence outside quotations: two may hear the same words spoken."""
    of = lines(reading)
    found = []
    for line, quoted in zip(of.words, of.inside(FactType.QUOTATION), strict=True):
        forms = [word.form for word, inside in zip(line, quoted, strict=True) if not inside]
        found.append(frozenset(zip(*(forms[k:] for k in range(RUN)), strict=False)))
    return found


def _copied(a: Shingles, b: Shingles) -> bool:
    shorter = min(len(a), len(b))
    return shorter >= _FEWEST and not a.isdisjoint(b) and len(a & b) >= COPIED * shorter


def origins(readings: Sequence[Reading], copies: Copies) -> tuple[Origin, ...]:
    """The articles of a story by who seems to have written them, every article once.

    Articles that credit one agency, or that are largely copied from each other, have one origin;
    an agency that only contributed did not write the article.
    """
    agencies = _agencies([reading.article for reading in readings])
    pairs = list(combinations(range(len(readings)), 2))
    copied = [pair for pair in pairs if copies.articles(*pair)]
    credited = [(a, b) for a, b in pairs if agencies[a] and agencies[a] == agencies[b]]
    return tuple(
        _origin(group, readings, agencies, {k for pair in copied for k in pair})
        for group in joined(range(len(readings)), copied + credited)
    )


def _origin(
    group: tuple[int, ...], readings: Sequence[Reading], agencies: Sequence[str], copied: Set[int]
) -> Origin:
    count = Counter(agencies[k] for k in group if agencies[k])
    reasons = [f"{n} credit {name}" for name, n in sorted(count.items()) if n > 1]
    if alike := sum(k in copied for k in group):
        reasons.append(f"{alike} have most of their words in a row in common")
    alone = readings[group[0]].article.outlet if len(group) == 1 else ""
    return Origin(" / ".join(sorted(count)) or alone, group, "; ".join(reasons))


def _agencies(articles: Sequence[Article]) -> list[str]:
    """The agency that wrote each article, by its credit or its outlet; "" if none is known to."""
    credits = [
        "" if article.credit.endswith(" contributed") else article.credit for article in articles
    ]
    return [
        credit or (article.outlet if article.outlet in credits else "")
        for credit, article in zip(credits, articles, strict=True)
    ]


def of_claim(
    tellings: Sequence[Telling], origins: Iterable[Origin], copies: Copies
) -> tuple[tuple[int, ...], ...]:
    """The articles of a claim, those in one group that seem to have it from one hand."""
    articles = sorted({telling.article for telling in tellings})
    home = {article: k for k, origin in enumerate(origins) for article in origin.articles}
    by_home: dict[int, list[int]] = defaultdict(list)
    for article in articles:
        by_home[home[article]].append(article)
    together = [pair for group in by_home.values() for pair in pairwise(group)]
    return tuple(joined(articles, together + copies.sentences(tellings)))


def joined(items: Iterable[int], pairs: Iterable[tuple[int, int]]) -> list[tuple[int, ...]]:
    """The items in groups that the pairs connect, each ascending, in the order of the first."""
    group = {item: {item} for item in items}
    for a, b in pairs:
        if group[a] is not group[b]:
            group[a] |= group[b]
            for item in group[b]:
                group[item] = group[a]
    return sorted({tuple(sorted(of)) for of in group.values()})
