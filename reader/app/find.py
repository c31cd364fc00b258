"""Words looked for in articles."""

from __future__ import annotations

import re

from reader.app.travel import Place
from reader.model import Comparison, Reading, Span, sanitise_line
from reader.render.wrap import short

_SAID = 40
"""Cells of what was looked for, as it is said again."""
# What a keyboard writes for what a newspaper prints.
_TYPED = {"'": "['‘’ʼ]", '"': '["“”„«»]', "-": "[-‐‑‒–—−]"}


def pattern(query: str) -> re.Pattern[str]:
    """`query` as a pattern: case, kinds of quotes, of dashes and of white space do not matter."""
    words = ("".join(_TYPED.get(char, re.escape(char)) for char in word) for word in query.split())
    return re.compile(r"\s+".join(words), re.IGNORECASE)


def missing(query: str, where: str) -> str:
    """Say that `query` does not stand `where`."""
    words = short(sanitise_line(query), _SAID)
    return f"“{words}” is not in {where}" if words else "nothing to look for: search first"


def find(comparison: Comparison, query: str) -> dict[Place, list[Span]]:
    """Where `query` stands in the sentences of both sides, as spans of the articles."""
    readings = (comparison.a.reading, comparison.b.reading)
    return {
        Place(side, sentence): spans
        for side, reading in enumerate(readings)
        for sentence, spans in find_in(reading, query).items()
    }


def find_in(reading: Reading, query: str) -> dict[int, list[Span]]:
    """Where `query` stands in the sentences of an article, as spans of it."""
    if not query.strip():
        return {}
    wanted, text, found = pattern(query), reading.article.text, {}
    for sentence in reading.sentences:
        matches = wanted.finditer(text, sentence.span.start, sentence.span.end)
        if spans := [Span(*match.span()) for match in matches]:
            found[sentence.index] = spans
    return found
