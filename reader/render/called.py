"""What the reports are called in a terminal: by their outlets, none longer than a line bears."""

from __future__ import annotations

from collections.abc import Sequence

from reader.model import Anchor, Article
from reader.render.outlets import name, numbered
from reader.render.wrap import short

LONGEST = 28
"""Cells that the name of an outlet takes at most, so that a line of 80 cells bears two."""


def outlet(article: Article) -> str:
    """Who published the article, or the file it came from."""
    return short(name(article), LONGEST)


def published_by(passage: Anchor) -> str:
    """Who published what a note stands on, as far as that is known."""
    return short(passage.outlet, LONGEST)


def called(articles: Sequence[Article]) -> tuple[str, ...]:
    """The outlets, with a number where several are called the same."""
    return numbered([outlet(article) for article in articles])
