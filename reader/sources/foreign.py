"""Files of other kinds, told by their first bytes, so that a refusal can say what they are."""

from __future__ import annotations

import re

_MARKS = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a file of an old Office version"),
    (b"\x89PNG\r\n", "an image (PNG)"),
    (b"\xff\xd8\xff", "an image (JPEG)"),
    (b"GIF87a", "an image (GIF)"),
    (b"GIF89a", "an image (GIF)"),
    (b"II*\0", "an image (TIFF)"),
    (b"MM\0*", "an image (TIFF)"),
    (b"\x1f\x8b", "a compressed file (gzip)"),
    (b"BZh", "a compressed file (bzip2)"),
    (b"\xfd7zXZ\0", "a compressed file (xz)"),
    (b"\x28\xb5\x2f\xfd", "a compressed file (zstd)"),
    (b"7z\xbc\xaf\x27\x1c", "an archive (7z)"),
    (b"Rar!\x1a\x07", "an archive (RAR)"),
    (b"SQLite format 3\0", "a database (SQLite)"),
    (b"bplist00", "a property list"),
    (b"\x7fELF", "a program"),
)
_RIFF = {b"WEBP": "an image (WebP)", b"WAVE": "a sound file", b"AVI ": "a film"}
_ZIPPED = (
    (b"xl/", "an Excel file"),
    (b"ppt/", "a PowerPoint file"),
    (b"opendocument", "an OpenDocument file"),
)
_XML = re.compile(r"\s*<\?xml\b", re.I)
_JSON = re.compile(r'\s*(?:\{\s*["}]|\[\s*[{\[\]"\d])')


def binary(raw: bytes) -> str | None:
    """What `raw` is, when its first bytes are those of a known kind that is not text."""
    if raw.startswith(b"PK\x03\x04"):
        # The names of the parts stand uncompressed in the file, the telling ones near an end.
        ends = raw[:65_536] + raw[-65_536:]
        return next((kind for mark, kind in _ZIPPED if mark in ends), "an archive (zip)")
    if raw.startswith(b"RIFF"):
        return _RIFF.get(raw[8:12])
    if raw[4:8] == b"ftyp":
        return "a sound, film or image file (MPEG-4)"
    return next((kind for mark, kind in _MARKS if raw.startswith(mark)), None)


def written(start: str, end: bytes) -> str | None:
    """What text is that begins and ends so, when it is made for a program and not for a reader."""
    if _XML.match(start):
        return "data (XML)"
    if _JSON.match(start) and end.rstrip().endswith((b"}", b"]")):
        return "data (JSON)"
    return None
