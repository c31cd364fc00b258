"""A comparison and a list of articles as Markdown, in which nothing from outside is markup."""

from __future__ import annotations

from reader.model import DOUBT, Article, Comparison, Link, Mark, Side, Story
from reader.render import tables
from reader.render.shares import Comparisons
from reader.writing.markdown import inline

_SECTIONS = {
    Mark.CONFLICT: "In conflict",
    Mark.FRAMING: "Framed otherwise",
    Mark.SHARED: "Shared",
}


def comparison(c: Comparison) -> str:
    """Write out one pair: the conflicts, the framings, what is shared, what only one report says.

    Every sentence of both is in it, with the letter of its article and its number.
    """
    a, b = _name(c.a.reading.article), _name(c.b.reading.article)
    sections = {
        title: "\n\n".join(_link(link, c) for link in c.links if link.kind is kind)
        for kind, title in _SECTIONS.items()
    }
    sections[f"Only in A, {a}"] = "\n".join(_unlinked("A", c.a, taking_part=True))
    sections[f"Only in B, {b}"] = "\n".join(_unlinked("B", c.b, taking_part=True))
    sections["Not compared"] = "\n".join(
        _unlinked("A", c.a, taking_part=False) + _unlinked("B", c.b, taking_part=False)
    )
    blocks = [
        f"# {a} / {b}",
        _source("A", c.a.reading.article) + "\n" + _source("B", c.b.reading.article),
        *(f"## {title}\n\n{text}" for title, text in sections.items() if text),
    ]
    return "\n\n".join(blocks) + "\n"


def listing(story: Story, comparisons: Comparisons) -> str:
    """Write out the articles of a story, and how much of each the others tell."""
    blocks = [f"# {inline(story.name)}", table(tables.articles(story, comparisons))]
    told_by = tables.told_by(story, comparisons)
    if told_by.lines:
        blocks += [f"## {told_by.title}", table(told_by)]
    return "\n\n".join(blocks) + "\n"


def table(of: tables.Table) -> str:
    """Write out the heads and the lines of a table."""
    lines = [of.heads, ("---",) * len(of.heads), *of.lines]
    return "\n".join("| " + " | ".join(map(inline, line)) + " |" for line in lines)


def _name(article: Article) -> str:
    return inline(article.outlet or article.path)


def _source(letter: str, article: Article) -> str:
    """Say where the article comes from, as one item of a list."""
    details = [_name(article), inline(article.headline)]
    if article.published:
        details.append(article.published.isoformat())
    details.append(inline(article.url))
    return f"- **{letter}** " + ", ".join(filter(None, details))


def _sentence(letter: str, side: Side, index: int) -> str:
    return f"**{letter}{index + 1}** {inline(side.reading.text(index))}"


def _link(link: Link, c: Comparison) -> str:
    """Quote both sentences, and say why they are linked."""
    return "\n".join(
        (
            f"> {_sentence('A', c.a, link.a)}",
            ">",
            f"> {_sentence('B', c.b, link.b)}",
            "",
            *(f"- {inline(reason.said)}" for reason in link.reasons),
            *(f"- {DOUBT} {inline(doubt.said)}" for doubt in link.doubts),
        )
    ).strip()


def _unlinked(letter: str, side: Side, *, taking_part: bool) -> list[str]:
    """Return the sentences without a link as items: those that could have one, or the others."""
    return [
        f"- {_sentence(letter, side, sentence.index)}"
        for sentence, mark in zip(side.reading.sentences, side.marks, strict=True)
        if mark is Mark.UNIQUE and sentence.linkable is taking_part
    ]
