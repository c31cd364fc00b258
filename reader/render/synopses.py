"""A story's matrix, figures and quotations as values that `json.dumps` takes: public interfaces."""

from __future__ import annotations

from collections.abc import Sequence
from math import isinf
from typing import Any

from reader.model import (
    Article,
    Claim,
    Dispute,
    Excerpt,
    Fact,
    Figure,
    Interval,
    Period,
    Quotation,
    Story,
    Synopsis,
    Telling,
    Variant,
)
from reader.render.json import quoted, source


def matrix(story: Story, of: Synopsis, claims: Sequence[Claim]) -> dict[str, Any]:
    """Describe `claims` and what each article tells alone, schema ``reader.matrix/1``.

    Articles are named by their position in ``articles``; offsets are characters of their text.
    """
    return {
        **_head("reader.matrix/1", story, of),
        "claims": [_claim(claim, of) for claim in claims],
        "only_here": [
            [_excerpt(of.whole(Telling(article, index)), of) for index in alone]
            for article, alone in enumerate(of.only_here)
        ],
    }


def figures(story: Story, of: Synopsis) -> dict[str, Any]:
    """Describe the figures, schema ``reader.figures/1``; null is no bound, or no known day."""
    return {**_head("reader.figures/1", story, of), "figures": [_figure(f, of) for f in of.figures]}


def quotes(story: Story, of: Synopsis) -> dict[str, Any]:
    """Describe the quotations, schema ``reader.quotes/1``; the fullest variant comes first."""
    quotations = [_quotation(quotation, of) for quotation in of.quotations]
    return {**_head("reader.quotes/1", story, of), "quotations": quotations}


def _head(schema: str, story: Story, of: Synopsis) -> dict[str, Any]:
    return {
        "schema": schema,
        "story": story.name,
        "articles": [_source(reading.article) for reading in of.readings],
        "origins": [
            {"name": one.name, "articles": list(one.articles), "why": one.why} for one in of.origins
        ],
        "faults": list(story.faults),
    }


def _source(article: Article) -> dict[str, Any]:
    return {**source(article), "credit": article.credit}


def _claim(claim: Claim, of: Synopsis) -> dict[str, Any]:
    return {
        "gist": of.text(claim.gist),
        "marks": [mark and mark.value for mark in claim.marks],
        "outlets": len(claim.articles),
        "origins": [list(group) for group in claim.origins],
        "tellings": [_excerpt(of.whole(telling), of) for telling in claim.tellings],
        "disputes": [_dispute(dispute, of) for dispute in claim.disputes],
    }


def _dispute(dispute: Dispute, of: Synopsis) -> dict[str, Any]:
    return {
        "kind": dispute.kind.value,
        "type": dispute.type,
        "about": dispute.about,
        "values": [[_excerpt(excerpt, of) for excerpt in value] for value in dispute.values],
    }


def _figure(figure: Figure, of: Synopsis) -> dict[str, Any]:
    return {
        "type": figure.type.value,
        "about": figure.about,
        "contested": figure.contested,
        "given": [
            {
                **_excerpt(given.excerpt, of),
                "value": _value(given.fact),
                "contested": given.contested,
            }
            for given in figure.given
        ],
    }


def _value(fact: Fact) -> dict[str, Any] | str:
    match fact.value:
        case Interval(low, high, unit):
            return {
                "low": None if isinf(low) else low,
                "high": None if isinf(high) else high,
                "unit": unit,
            }
        case Period(first, last):
            return {"first": first.isoformat(), "last": last.isoformat()}
        case str(words):
            return words


def _quotation(quotation: Quotation, of: Synopsis) -> dict[str, Any]:
    return {
        "speaker": quotation.speaker,
        "variants": [_variant(variant, quotation, of) for variant in quotation.variants],
    }


def _variant(variant: Variant, quotation: Quotation, of: Synopsis) -> dict[str, Any]:
    fullest = of.readings[quotation.variants[0].article].article.text
    own = of.readings[variant.article].article.text
    return {
        **_excerpt(variant.excerpt, of),
        "grade": variant.grade,
        "speaker": variant.speaker,
        "changes": [
            {"fullest": quoted(there, fullest), "here": quoted(here, own)}
            for there, here in variant.changes
        ],
    }


def _excerpt(excerpt: Excerpt, of: Synopsis) -> dict[str, Any]:
    article, sentence = excerpt.telling
    text = of.readings[article].article.text
    return {"article": article, "sentence": sentence, **quoted(excerpt.span, text)}
