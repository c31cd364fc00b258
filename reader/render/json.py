"""A comparison and a list of articles as values that `json.dumps` takes: a public interface."""

from __future__ import annotations

from datetime import date
from typing import Any

from reader.model import Article, Comparison, Link, Reason, Sentence, Side, Span, Story
from reader.render.shares import Comparisons, overlap, summaries, words


def comparison(c: Comparison) -> dict[str, Any]:
    """Describe one pair, schema ``reader.comparison/1``; offsets are characters of `text`."""
    return {
        "schema": "reader.comparison/1",
        "articles": [_side(c.a), _side(c.b)],
        "links": [
            _link(link, c.a.reading.article.text, c.b.reading.article.text) for link in c.links
        ],
    }


def listing(story: Story, comparisons: Comparisons) -> dict[str, Any]:
    """Describe the articles of a story, schema ``reader.list/1``.

    ``overlap[i][j]`` is the share, 0 to 1, of article i's sentences that article j tells too;
    null on the diagonal.
    """
    count = len(story.articles)
    return {
        "schema": "reader.list/1",
        "story": story.name,
        "articles": [
            {
                **source(article),
                "words": words(article.text),
                "only_here": summary.only_here,
                "in_conflict": summary.in_conflict,
            }
            for article, summary in zip(story.articles, summaries(count, comparisons), strict=True)
        ],
        "overlap": [list(row) for row in overlap(count, comparisons)],
        "faults": list(story.faults),
    }


def source(article: Article) -> dict[str, Any]:
    """Describe where an article is from; `published` is ISO 8601, or null where not known."""
    return {
        "path": article.path,
        "outlet": article.outlet,
        "headline": article.headline,
        "published": _iso(article.published),
        "sha256": article.sha256,
    }


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _side(side: Side) -> dict[str, Any]:
    text = side.reading.article.text
    own = [_link(link, text, text) for link in side.contradictions]
    return {
        **source(side.reading.article),
        "text": text,
        "sentences": [
            _sentence(sentence, text) | {"mark": mark.value}
            for sentence, mark in zip(side.reading.sentences, side.marks, strict=True)
        ],
        "passages": [
            {"start": passage.span.start, "end": passage.span.end, "mark": passage.mark.value}
            for passage in side.passages
        ],
        **({"contradictions": own} if own else {}),
    }


def _sentence(sentence: Sentence, text: str) -> dict[str, Any]:
    value: dict[str, Any] = {
        "index": sentence.index,
        "paragraph": sentence.paragraph,
        **quoted(sentence.span, text),
    }
    if sentence.furniture:
        value["furniture"] = True
    if sentence.repeats is not None:
        value["repeats"] = sentence.repeats
    return value


def _link(link: Link, a: str, b: str) -> dict[str, Any]:
    value: dict[str, Any] = {
        "a": [link.a],
        "b": [link.b],
        "kind": link.kind.value,
        "score": link.score,
        "reasons": [_reason(reason, a, b) for reason in link.reasons],
    }
    if link.by_reporter:
        value["by_reporter"] = True
    if link.doubts:
        value["doubts"] = [_reason(reason, a, b) for reason in link.doubts]
    return value


def _reason(reason: Reason, a: str, b: str) -> dict[str, Any]:
    value = {
        "type": reason.type,
        "a": reason.a and quoted(reason.a, a),
        "b": reason.b and quoted(reason.b, b),
        "why": reason.why,
    }
    return value if reason.confidence == 1 else {**value, "confidence": reason.confidence}


def quoted(span: Span, text: str) -> dict[str, Any]:
    """Describe a span of `text`: its offsets in characters, and its words."""
    return {"start": span.start, "end": span.end, "text": span.of(text)}
