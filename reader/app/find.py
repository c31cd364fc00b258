"""Words looked for in the two articles of a comparison."""

from __future__ import annotations

import re

from reader.app.travel import Place
from reader.model import Comparison, Span

# What a keyboard writes for what a newspaper prints.
_TYPED = {"'": "['‘’ʼ]", '"': '["“”„«»]', "-": "[-‐‑‒–—−]"}


def pattern(query: str) -> re.Pattern[str]:
    """`query` as a pattern: case, kinds of quotes, of dashes and of white space do not matter."""
    words = ("".join(_TYPED.get(char, re.escape(char)) for char in word) for word in query.split())
    return re.compile(r"\s+".join(words), re.IGNORECASE)


def find(comparison: Comparison, query: str) -> dict[Place, list[Span]]:
    """Where `query` stands in the sentences of both sides, as spans of the articles."""
    if not query.strip():
        return {}
    wanted, found = pattern(query), {}
    for number, side in enumerate((comparison.a, comparison.b)):
        text = side.reading.article.text
        for sentence in side.reading.sentences:
            matches = wanted.finditer(text, sentence.span.start, sentence.span.end)
            if spans := [Span(*match.span()) for match in matches]:
                found[Place(number, sentence.index)] = spans
    return found
