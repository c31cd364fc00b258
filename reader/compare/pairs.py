"""One pair of articles compared: scores, links, their kinds and reasons, the marks of each side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reader.compare import alignment
from reader.compare.bridges import third_reports
from reader.compare.conflicts import Judge
from reader.compare.contextual import read as read_closely
from reader.compare.corpus import Corpus
from reader.compare.encoder import Matrix
from reader.compare.passages import partition, shared_spans
from reader.compare.reasons import in_common
from reader.model import (
    THRESHOLD,
    Comparison,
    Link,
    Mark,
    Near,
    Passage,
    Reading,
    Side,
    Span,
    strongest,
)

Painted = dict[int, list[tuple[Span, Mark]]]


def compare(
    a: Reading, b: Reading, others: Sequence[Reading] = (), threshold: float = THRESHOLD
) -> Comparison:
    """Compare two readings; `others`, further reports of the event, lend their words and names.

    A conflict is called one from a confidence of `threshold`, 0 to 1, on.
    """
    corpus = Corpus((a, b, *others), threshold)
    needed = (0, 1, *third_reports(corpus, 0, 1))
    return pair(corpus.refined({k: read_closely(corpus.readings[k]) for k in needed}), 0, 1)


def links(corpus: Corpus, a: int, b: int) -> tuple[Link, ...]:
    """The links of readings `a` and `b` as `pair` has them, but for what the two have in common.

    Of the reasons they have those for which the kind is not "shared". That is all a whole story
    asks of its pairs, and half the work.
    """
    if corpus.rank[b] < corpus.rank[a]:
        mirrored = (link.mirrored() for link in links(corpus, b, a))
        return tuple(sorted(mirrored, key=lambda link: (link.a, link.b)))
    return _links(corpus, a, b, alignment.scores(corpus, a, b))


def pair(corpus: Corpus, a: int, b: int) -> Comparison:
    """Compare readings `a` and `b` of the corpus; pair(corpus, b, a) is the mirror image."""
    if corpus.rank[b] < corpus.rank[a]:
        # Always computed in one order, so that no rounding depends on which side is which.
        return pair(corpus, b, a).mirrored()
    chance = alignment.scores(corpus, a, b)
    left, right = corpus.evidence[a], corpus.evidence[b]
    found = []
    painted: tuple[Painted, Painted] = ({}, {})
    for link in _links(corpus, a, b, chance):
        common = in_common(corpus.testimony.rarity, left.lines, link.a, right.lines, link.b)
        found.append(replace(link, reasons=link.reasons + common))
        shared = shared_spans(left.words[link.a], right.words[link.b])
        differing = [r.a for r in link.reasons], [r.b for r in link.reasons]
        ends = link.a, link.b
        for side, sentence, same, apart in zip(painted, ends, shared, differing, strict=True):
            layers = side.setdefault(sentence, [])
            layers += [(span, Mark.SHARED) for span in same]
            layers += [(span, link.kind) for span in apart if span]
    return Comparison(
        _side(corpus, a, [link.a for link in found], found, painted[0], chance),
        _side(corpus, b, [link.b for link in found], found, painted[1], chance.T),
        tuple(found),
    )


def _links(corpus: Corpus, a: int, b: int, chance: Matrix) -> tuple[Link, ...]:
    judge = Judge(corpus.testimony, a, b, threshold=corpus.threshold)
    chosen = set(alignment.chosen(chance))
    found = []
    for (i, j), judged in judge.links(chosen, chance).items():
        score = float(chance[i, j]) if (i, j) in chosen else judged.confidence
        kind, reasons, doubts = judged.kind, judged.reasons, judged.doubts
        found.append(Link(i, j, kind, round(score, 4), reasons, doubts=doubts))
    return tuple(found)


def _side(
    corpus: Corpus,
    report: int,
    ends: Sequence[int],
    links: Sequence[Link],
    painted: Painted,
    chance: Matrix,
) -> Side:
    kinds: dict[int, list[Mark]] = {}
    for end, link in zip(ends, links, strict=True):
        kinds.setdefault(end, []).append(link.kind)
    reading = corpus.readings[report]
    sentences = reading.sentences
    passages: list[Passage] = []
    for sentence in sentences:
        passages += partition(sentence.span, painted.get(sentence.index, ()))
    return Side(
        reading,
        tuple(strongest(kinds.get(s.index, ())) for s in sentences),
        tuple(passages),
        tuple(
            None if s.index in kinds else near
            for s, near in zip(sentences, _nearest(chance), strict=True)
        ),
        corpus.contradictions(report),
    )


def _nearest(chance: Matrix) -> list[Near | None]:
    """The likeliest partner of each sentence, where any is likely at all."""
    if not chance.size:
        return [None] * len(chance)
    best = chance.argmax(axis=1)
    scores = chance.max(axis=1)
    found = zip(best, scores, strict=True)
    return [Near(int(k), round(float(score), 4)) if score else None for k, score in found]
