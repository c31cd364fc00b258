"""Web pages saved whole by Safari (webarchive): the page inside, its pictures left alone."""

from __future__ import annotations

import plistlib

from reader.model import Article, ReaderError
from reader.sources import html
from reader.sources.intake import Source

_MAIN = "WebMainResource"


def recognises(source: Source) -> bool:
    """Whether the file is a property list that holds a page."""
    return source.raw.startswith((b"bplist00", b"<?xml")) and _MAIN.encode() in source.raw


def read(source: Source) -> list[Article]:
    """The page. Raises ReaderError when there is none, or no report in it."""
    try:
        page = plistlib.loads(source.raw)[_MAIN]
        content, encoding = page["WebResourceData"], page.get("WebResourceTextEncodingName", "")
        place = page.get("WebResourceURL", "")
    except (
        plistlib.InvalidFileException,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
    ) as error:
        raise ReaderError(f"cannot read {source.path}: a damaged web archive") from error
    if not isinstance(content, bytes):
        raise ReaderError(f"cannot read {source.path}: there is no page in it")
    return html.inside(source, source.part(content, encoding=str(encoding), url=str(place)))
