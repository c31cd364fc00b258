"""Web archives (WARC, WACZ): the pages in them, with the time that they were fetched at."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from reader.model import Article, ReaderError
from reader.sources import archive, html
from reader.sources.dates import moment
from reader.sources.heading import Heading
from reader.sources.intake import Source
from reader.sources.several import gather

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

_PACKED = b"\x1f\x8b"
_BEGINS = b"WARC/1."
_WARCS = re.compile(r"archive/[^/]+\.warc(?:\.gz)?")
_START = 2_000
_FEWEST = 50
_CHUNK = 65_536
_PAGE = 20_000_000
_LARGEST = 100_000_000
_WHOLE = 300_000_000


def recognises(source: Source) -> bool:
    """Whether the file, unpacked if need be, begins as a WARC file, or holds one as WACZ does."""
    start = source.raw[:_START]
    if start.startswith(_PACKED):
        try:
            start = zlib.decompressobj(31).decompress(start, 100)
        except zlib.error:
            return False
    return start.startswith(_BEGINS) or archive.mentions(source, b"datapackage.json")


def read(source: Source) -> list[Article]:
    """The pages that have a report in them. Raises ReaderError when none has."""
    return gather(source, _pages(source), _page, "page")


def _page(source: Source) -> list[Article]:
    """The report of a page that is more than a frame or an advert."""
    articles = html.read(source)
    words = sum(len(article.text.split()) for article in articles)
    if words < _FEWEST:
        raise ReaderError(f"only {words} words")
    return articles


def _pages(source: Source) -> Iterator[Source]:
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    seen: set[str] = set()
    taken = 0
    for raw in _warcs(source):
        try:
            for record in ArchiveIterator(BytesIO(raw)):
                url = str(record.rec_headers.get_header("WARC-Target-URI") or "")
                if not _is_page(record) or url in seen:
                    continue
                seen.add(url)
                payload = _payload(record)
                taken += len(payload)
                if taken > _WHOLE:
                    raise ReaderError(f"cannot read {source.path}: it unpacks to far too much")
                fetched = moment(record.rec_headers.get_header("WARC-Date"))
                known = Heading(retrieved=fetched if isinstance(fetched, datetime) else None)
                yield source.part(payload, known, _charset(record), url)
        except ArchiveLoadFailed as error:
            raise ReaderError(f"cannot read {source.path}: a damaged web archive") from error


def _warcs(source: Source) -> Iterator[bytes]:
    if not archive.is_archive(source):
        yield source.raw
        return
    parts = archive.unpack(source)
    for name in filter(_WARCS.fullmatch, parts.namelist()):
        yield archive.part(parts, name, source, _LARGEST)


def _is_page(record: ArcWarcRecord) -> bool:
    """Whether a record is a page that was there."""
    if record.rec_type == "response" and record.http_headers:
        if record.http_headers.get_statuscode() != "200":
            return False
        kind = record.http_headers.get_header("Content-Type") or ""
    elif record.rec_type == "resource":
        kind = record.rec_headers.get_header("Content-Type") or ""
    else:
        return False
    return "html" in kind


def _payload(record: ArcWarcRecord) -> bytes:
    """The bytes of a page, unpacked, no more than _PAGE of them."""
    stream, payload = record.content_stream(), bytearray()
    while len(payload) < _PAGE and (chunk := stream.read(_CHUNK)):
        payload += chunk
    return bytes(payload)


def _charset(record: ArcWarcRecord) -> str:
    headers = record.http_headers or record.rec_headers
    found = re.search(r"charset=[\"']?([\w.:-]+)", headers.get_header("Content-Type") or "", re.I)
    return found[1] if found else ""
