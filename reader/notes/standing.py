"""Where the passages of notes and corrections stand in the articles at hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.model import Anchor, Article, Mark, Override, Reading
from reader.notes.anchors import Found, place

Verdict = tuple[int, int, Mark | None]
"""What a correction says of a sentence of one article and one of another: a kind, or no link."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a passage has been found: the article, the sentence, the words and how surely."""

    article: int
    sentence: int
    found: Found


def standing(passage: Anchor, readings: Sequence[Reading]) -> Standing | None:
    """Where `passage` stands in `readings`; None where its article is not among them."""
    for number, reading in enumerate(readings):
        if from_same(passage, reading.article) and (found := place(passage, reading)):
            for sentence in reading.sentences:
                if sentence.span.overlaps(found.span):
                    return Standing(number, sentence.index, found)
    return None


def verdicts(
    overrides: Iterable[Override], readings: Sequence[Reading]
) -> dict[tuple[int, int], tuple[Verdict, ...]]:
    """What `overrides` say of each pair of `readings`, under both orders of the pair."""
    found: dict[tuple[int, int], list[Verdict]] = {}
    for override in overrides:
        a, b = standing(override.a, readings), standing(override.b, readings)
        if a and b:
            pair, said = (a.article, b.article), (a.sentence, b.sentence, override.kind)
            found.setdefault(pair, []).append(said)
            mirrored = (b.sentence, a.sentence, override.kind)
            found.setdefault(pair[::-1], []).append(mirrored)
    return {pair: tuple(said) for pair, said in found.items()}


def from_same(passage: Anchor, article: Article) -> bool:
    """Whether the passage was taken from this article, or from another version of it."""
    if passage.article.removeprefix("sha256:") in (article.sha256, *article.earlier):
        return True
    if passage.url or article.url:
        return passage.url == article.url
    return (passage.outlet, passage.headline) == (article.outlet, article.headline)
