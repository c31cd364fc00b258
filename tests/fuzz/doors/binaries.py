"""Files that take a large parser, with a payload inside, written as they ask or not."""

from __future__ import annotations

import gzip
import io
import plistlib
import re
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from html import escape
from pathlib import Path
from zipfile import ZipFile

from reader.sources import Source, read_source
from tests.fuzz.doors.checks import clean, refused

FILES = Path(__file__).parents[2] / "sources" / "files"
_WORDS = re.compile(rb"Eastport|EASTPORT|Nora Lindqvist|20(?:24|26)-\d\d|bridge|section0001")
Plant = Callable[[bytes], bytes]


def binaries(payload: str, _: Path) -> None:
    """Every format in which a report can come, with the payload for its words."""
    raw = payload.encode("utf-8", "surrogatepass")
    readable = escape(payload).encode("utf-8", "replace")
    for file in sorted(FILES.iterdir()):
        if file.suffix != ".py":
            _read(_planted(file.read_bytes(), lambda text: _WORDS.sub(lambda _: readable, text)))
            _read(_planted(file.read_bytes(), lambda text: _WORDS.sub(lambda _: raw, text, 1)))
    for made in _made(payload, raw):
        _read(made)


def _read(raw: bytes) -> None:
    clean(refused(lambda: read_source(Source(raw or b"x", "the file", "the-file"))) or [])


def _planted(raw: bytes, plant: Plant) -> bytes:
    """The file with `plant` done to what it packs, or to itself."""
    if raw.startswith(b"\x1f\x8b"):
        return gzip.compress(plant(gzip.decompress(raw)), 1)
    if not raw.startswith(b"PK"):
        return plant(raw)
    packed = io.BytesIO()
    with ZipFile(io.BytesIO(raw)) as whole, ZipFile(packed, "w") as archive:
        for name in whole.namelist():
            archive.writestr(name, plant(whole.read(name)))
    return packed.getvalue()


def _made(payload: str, raw: bytes) -> Iterator[bytes]:
    """Files of formats that say how long each of their parts is."""
    page = b"<html><title>%b</title><article><h1>%b</h1><p>%b" % (raw, raw, raw + b" words " * 30)
    http = b"HTTP/1.1 200 %b\r\nContent-Type: text/html; charset=%b\r\n\r\n%b" % (raw, raw, page)
    yield (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/%b\r\n"
        b"WARC-Date: %b\r\nContent-Type: application/http\r\nContent-Length: %d\r\n\r\n%b\r\n\r\n"
    ) % (raw, raw, len(http), http)
    text = payload.encode("utf-8", "replace").decode()
    main = {"WebResourceData": page, "WebResourceURL": text, "WebResourceTextEncodingName": text}
    yield plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY)
    words = raw.translate(None, b"()\\\r\n")
    shown = b"BT /F 12 Tf 9 99 Td (%b and more words) Tj ET" % words
    yield (
        b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 900 200]/Contents 4 0 R"
        b"/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n"
        b"4 0 obj<</Length %d>>stream\n%b\nendstream endobj\n"
        b"5 0 obj<</Title(%b)/Author(%b)>>endobj\ntrailer<</Root 1 0 R/Info 5 0 R>>\n%%%%EOF\n"
    ) % (len(shown), shown, words, words)
    letter = EmailMessage()
    letter["Subject"] = letter["From"] = "Somebody"
    letter.set_content(f"The minister came on Tuesday. {text}\n")
    letter.add_attachment(page, "text", "html", filename="Somebody")
    for word in (b"Somebody", b"utf-8", b"base64", b"mixed"):
        written = letter.as_bytes().replace(word, b" ".join(raw.splitlines()))
        yield written
        yield b"From a@b.example Tue Jun 18 21:05:00 2024\n" + written
