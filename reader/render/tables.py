"""The tables of a story as plain text, for whatever prints them."""

from __future__ import annotations

from dataclasses import dataclass

from reader.model import Story
from reader.render.dates import local
from reader.render.shares import Comparisons, overlap, percent, summaries, words


@dataclass(frozen=True, slots=True)
class Table:
    """A title, a head a column, and lines with a cell for each head."""

    title: str
    heads: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]


def articles(story: Story, comparisons: Comparisons) -> Table:
    """List the articles: who, when, how long, how much only they say, how much is contested."""
    together = zip(story.articles, summaries(len(story.articles), comparisons), strict=True)
    return Table(
        story.name,
        ("", "outlet", "headline", "published", "words", "only here", "in conflict"),
        tuple(
            (
                str(number),
                article.outlet or article.path,
                article.headline,
                local(article.published),
                str(words(article.text)),
                percent(summary.only_here),
                str(summary.in_conflict),
            )
            for number, (article, summary) in enumerate(together, 1)
        ),
    )


def told_by(story: Story, comparisons: Comparisons) -> Table:
    """Show in each line how much of one article the others tell; no line for one alone."""
    numbers = tuple(str(number) for number in range(1, len(story.articles) + 1))
    shares = overlap(len(story.articles), comparisons)
    lines = tuple(
        (number, *map(percent, line)) for number, line in zip(numbers, shares, strict=True)
    )
    return Table("Told by the others too", ("", *numbers), lines if len(lines) > 1 else ())
