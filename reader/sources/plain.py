"""Plain text, with or without front matter."""

from __future__ import annotations

from reader.model import Article
from reader.sources import front_matter
from reader.sources.article import article
from reader.sources.intake import Source


def recognises(source: Source) -> bool:
    """Whatever is text at all can be read as plain text."""
    return bool(source.text)


def read(source: Source) -> list[Article]:
    """The one article of the file. Raises ReaderError for broken front matter."""
    given, text = front_matter.split(source.text, source.path)
    return [article(source, text, given)]
