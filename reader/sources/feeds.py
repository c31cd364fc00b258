"""Feeds (RSS and Atom): an article an entry, as much of it as the feed carries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from html import escape
from io import BytesIO
from time import struct_time
from typing import Any

from reader.model import Article, ReaderError
from reader.sources import xml
from reader.sources.article import article
from reader.sources.blocks import paragraphs, parse
from reader.sources.dates import moment
from reader.sources.heading import Heading
from reader.sources.intake import Source

_ROOTS = ("rss", "feed", "rdf")
_WHOLE = 120
"""Words from which an entry may be all of its report."""


def recognises(source: Source) -> bool:
    """Whether the outermost element is that of a feed."""
    return xml.root_name(source.start).lower() in _ROOTS


def read(source: Source) -> list[Article]:
    """An article for each entry that has words, in the order of the feed.

    Raises ReaderError for a feed without entries, and for XML that is made to expand.
    """
    import feedparser

    xml.refuse_entities(source.raw, source.path)
    # As a stream: a string could be taken for an address.
    feed = feedparser.parse(BytesIO(source.raw))
    outlet = str(feed.feed.get("title", ""))
    articles = list(_articles(source, feed.entries, outlet))
    if not articles:
        raise ReaderError(f"cannot read {source.path}: a feed without entries that have words")
    return articles


def _articles(source: Source, entries: list[Mapping[str, Any]], outlet: str) -> Iterator[Article]:
    for entry in entries:
        body = _body(entry)
        title = _words(str(entry.get("title", "")))
        text = _words(body) or title
        if not text:
            continue
        link = str(entry.get("link", ""))
        known = Heading(
            headline=title,
            byline=str(entry.get("author", "")),
            outlet=str(entry.get("source", {}).get("title", "")) or outlet,
            url=link if link.startswith("http") else "",
            published=moment(_moment(entry.get("published_parsed"))),
            updated=moment(_moment(entry.get("updated_parsed"))),
        )
        brief = len(text.split()) < _WHOLE
        left_out = ["all but what the feed carries: add its address for the whole"] if brief else []
        yield article(source.part(_page(known, body).encode(), known), text, known, left_out)


def _body(entry: Mapping[str, Any]) -> str:
    """The longest text that an entry carries, as HTML."""
    texts = [str(each.get("value", "")) for each in entry.get("content", [])]
    return max([*texts, str(entry.get("summary", ""))], key=len)


def _page(known: Heading, body: str) -> str:
    """All that the feed says of an entry, as a page."""
    link, title, who = (escape(each) for each in (known.url, known.headline, known.byline))
    when = known.published or known.updated
    return (
        f'<meta charset="utf-8">\n<h1><a href="{link}">{title}</a></h1>\n'
        f"<p>{who} {when.isoformat() if when else ''}</p>\n{body}\n"
    )


def _words(html: str) -> str:
    try:
        return paragraphs(parse(html)) if html.strip() else ""
    except ValueError:
        return ""


def _moment(parsed: struct_time | None) -> datetime | None:
    """A time that feedparser has brought to UTC; None for one that no calendar has."""
    try:
        return datetime(*parsed[:6], tzinfo=UTC) if parsed else None
    except ValueError:
        return None
