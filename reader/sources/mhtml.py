"""Web pages saved whole by a browser (MHTML): the page inside, its pictures left alone."""

from __future__ import annotations

from datetime import datetime
from email import message_from_bytes, policy

from reader.model import Article, ReaderError
from reader.sources import html, mail
from reader.sources.dates import moment
from reader.sources.heading import Heading
from reader.sources.intake import Source


def recognises(source: Source) -> bool:
    """Whether a message holds related parts and was sent to nobody."""
    names = mail.headers(source.start)
    related = "multipart/related" in source.start or "snapshot-content-location" in names
    return related and "mime-version" in names and not names & {"to", "received", "delivered-to"}


def read(source: Source) -> list[Article]:
    """The page. Raises ReaderError when there is none, or no report in it."""
    message = message_from_bytes(source.raw, policy=policy.default)
    pages = (part for part in message.walk() if part.get_content_subtype() == "html")
    page = next(pages, None)
    content = page.get_payload(decode=True) if page else None
    if page is None or not isinstance(content, bytes):
        raise ReaderError(f"cannot read {source.path}: there is no page in it")
    saved = moment(str(message.get("date", "")))
    place = message.get("snapshot-content-location") or page.get("content-location") or ""
    # A browser saves what it shows, whatever the page says of itself.
    charset = page.get_content_charset() or "utf-8"
    known = Heading(retrieved=saved if isinstance(saved, datetime) else None)
    return html.inside(source, source.part(content, known, charset, str(place)))
