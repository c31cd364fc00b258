"""The articles that notes quote as CSL-JSON, for Zotero, Pandoc and other citation programs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from reader.model import Anchor, Note
from reader.notes.keys import Table
from reader.writing.addresses import on_the_web
from reader.writing.json import as_json


def write(notes: Sequence[Note]) -> str:
    """Each article once, in the order of the first passage that quotes it."""
    cited = {_article(passage): passage for note in notes for passage in note.passages[::-1]}
    first = dict.fromkeys(_article(passage) for note in notes for passage in note.passages)
    return as_json([_item(number, cited[article]) for number, article in enumerate(first, 1)])


def _article(passage: Anchor) -> tuple[str, ...]:
    """What tells the article of a passage from others, whatever version it was read in."""
    if passage.url:
        return (passage.url,)
    if passage.headline:
        return (passage.outlet, passage.headline)
    return (passage.outlet, passage.article)


def _item(number: int, passage: Anchor) -> Table:
    known: Table = {
        "id": f"article-{number}",
        "type": "article-newspaper",
        "title": passage.headline,
        "container-title": passage.outlet,
        "issued": _parts(passage.published),
        "URL": passage.url if on_the_web(passage.url) else "",
        "accessed": _parts(passage.retrieved),
    }
    return {key: value for key, value in known.items() if value}


def _parts(day: date | None) -> Table:
    return {"date-parts": [[day.year, day.month, day.day]]} if day else {}
