"""Readings and comparisons made by hand, for tests of what comes after the comparing."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from hypothesis import strategies as st

from reader.model import (
    SIGN,
    Article,
    Comparison,
    Link,
    Reading,
    Reason,
    Sentence,
    Span,
    outline,
    sanitise,
)

ANY_TEXT = st.text(max_size=40)
KIND = {sign: mark for mark, sign in SIGN.items()}


def reading(sentences: Sequence[str], outlet: str = "AP", headline: str = "", **article) -> Reading:
    """Make a reading of `sentences`, one paragraph each, a blank line between."""
    spans, at = [], 0
    for text in sentences:
        spans.append(Span(at, at + len(text)))
        at += len(text) + 2
    text = "\n\n".join(sentences)
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Reading(
        Article(text, sha256, outlet, headline, **article),
        tuple(Sentence(index, index, span) for index, span in enumerate(spans)),
    )


def link(a: int, b: int, sign: str = "=", score: float = 0.9, *reasons: Reason) -> Link:
    return Link(a, b, KIND[sign], score, reasons)


def compared(a: Reading, b: Reading, links: Iterable[Link] = ()) -> Comparison:
    """Compare `a` and `b` by these links; a sentence is one passage of its mark."""
    return outline(a, b, tuple(sorted(links, key=lambda link: (link.a, link.b))))


def pair(a: Sequence[str], b: Sequence[str], *links: Link) -> Comparison:
    """Compare two articles given by their sentences."""
    return compared(reading(a, "AP", "A visit"), reading(b, "Reuters", "The visit"), links)


@st.composite
def comparisons(draw: st.DrawFn, text: st.SearchStrategy[str] = ANY_TEXT) -> Comparison:
    """Any two articles of up to eight sentences, with any links between them."""
    words = text.map(sanitise).filter(str)
    a, b = draw(st.lists(words, max_size=8)), draw(st.lists(words, max_size=8))
    every = [(i, j) for i in range(len(a)) for j in range(len(b))]
    chosen = draw(st.lists(st.sampled_from(every), unique=True)) if every else []
    kinds = st.sampled_from("=~!")
    scores = st.sampled_from([0.3, 0.5, 0.7, 0.95])
    return pair(a, b, *(link(i, j, draw(kinds), draw(scores)) for i, j in chosen))
