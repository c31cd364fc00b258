"""A story on paper: its sources, claims, figures, quotations, what only one tells, the notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.model import SIGN, Mark, Story, Synopsis
from reader.render import sheets
from reader.render.claims import line
from reader.render.markdown import table
from reader.render.outlets import names
from reader.render.text import MEANING
from reader.writing.markdown import inline, item, link


def report(story: Story, synopsis: Synopsis, notes: Sequence[str]) -> str:
    """Write the story out as Markdown; `notes` are sections under headings of the third level."""
    called = names([reading.article for reading in synopsis.readings])
    parts = {
        "Sources": "\n".join(_sources(synopsis, called)),
        "Claims": _claims(synopsis, called),
        "Figures": table(sheets.figure_grid(synopsis, called)) if synopsis.figures else "",
        "Quotations": table(sheets.quotes(synopsis, called)) if synopsis.quotations else "",
        "Only here": "\n\n".join(_only_here(synopsis, called)),
        "Notes": "\n\n".join(notes),
    }
    sections = [f"## {title}\n\n{told}" for title, told in parts.items() if told]
    faults = [item([f"Not read: {inline(fault)}"]) for fault in story.faults]
    return "\n\n".join((f"# {inline(story.name)}".rstrip(), *faults, *sections)) + "\n"


def _sources(synopsis: Synopsis, called: Sequence[str]) -> Iterator[str]:
    for k, (name, reading) in enumerate(zip(called, synopsis.readings, strict=True)):
        article = reading.article
        day = article.published.isoformat()[:10] if article.published else ""
        origin = sheets.origin(synopsis, k)
        told = (day, link(article.headline, article.url), f"origin: {inline(origin)}")
        yield item([", ".join(filter(None, (f"**{inline(name)}**", *told)))])


def _claims(synopsis: Synopsis, called: Sequence[str]) -> str:
    if not synopsis.claims:
        return ""
    signs = ", ".join(inline(f"{SIGN[mark]} {MEANING[mark]}") for mark in Mark)
    return f"{table(sheets.grid(synopsis, 'conflict', called))}\n\nSigns: {signs}"


def _only_here(synopsis: Synopsis, called: Sequence[str]) -> Iterator[str]:
    for name, reading, alone in zip(called, synopsis.readings, synopsis.only_here, strict=True):
        if alone:
            yield f"### {inline(name)}"
            told = (f"{index + 1}: {inline(line(reading.text(index)))}" for index in alone)
            yield "\n".join(item([each]) for each in told)
