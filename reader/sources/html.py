"""Web pages, saved or fetched: the report in them, and in words what of the page is left out."""

from __future__ import annotations

import re
from dataclasses import replace
from hashlib import sha256

from reader.model import Article, ReaderError
from reader.sources import markdown
from reader.sources.article import article
from reader.sources.blocks import parse
from reader.sources.intake import Source
from reader.sources.web import body, data, meta, saved

# Possessive throughout: a file of comments alone must not be tried in every possible division.
_PIECE = re.compile(r"\s*+<(?:article|div|main|section|h1|p|meta|title)\b[^>]*+>", re.IGNORECASE)
_CLOSED = re.compile(r"</(?:article|div|main|section|p)>", re.IGNORECASE)
_PAGE = re.compile(
    r"(?:\s*+<!--(?>.*?-->)|\s*+<\?xml[^>]*+>)*+\s*+<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)


def recognises(source: Source) -> bool:
    """Whether the file begins as a page does, or is a piece of one."""
    start = source.start
    if _PIECE.match(start) and _CLOSED.search(start):
        return source.suffix not in markdown.ENDINGS
    return bool(_PAGE.match(start))


def read(source: Source) -> list[Article]:
    """The one article of the page. Raises ReaderError when nothing of it reads like a report."""
    page = decoded(source)
    try:
        root = parse(page)
        told = data.told(root)
        found = body.report(page, told.body)
    except ValueError:
        raise ReaderError(f"cannot read {source.path}: a web page with no report in it") from None
    heading = meta.heading(root, told).or_else(saved.heading(page))
    return [article(source, found.text, heading, found.left_out)]


def inside(source: Source, page: Source) -> list[Article]:
    """The one article of a `page` that `source` was made to hold, and of which that is the raw."""
    whole = sha256(source.raw).hexdigest()
    return [replace(article, raw=source.raw, sha256=whole) for article in read(page)]


def decoded(source: Source) -> str:
    """The text of a page, in the encoding that its sender or itself names."""
    said = source.encoding or meta.encoding(source.start)
    return Source(source.raw, source.path, source.stem, encoding=said).text
