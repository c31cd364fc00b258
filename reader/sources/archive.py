"""Files that are zip archives, opened only as far as they unpack to what a report may hold."""

from __future__ import annotations

import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from reader.model import ReaderError
from reader.sources.intake import Source

_PARTS = 5_000
_WHOLE = 300_000_000
_PART = 30_000_000
"""Bytes, unpacked: of all parts together, and of one that is to be read."""
_ENCRYPTED = 0x1


def is_archive(source: Source) -> bool:
    """Whether the file begins as a zip archive does."""
    return source.raw.startswith(b"PK\x03\x04")


def mentions(source: Source, name: bytes) -> bool:
    """Whether an archive has a part of that name, as far as its two ends show without unpacking."""
    return is_archive(source) and (name in source.raw[:65_536] or name in source.raw[-262_144:])


def unpack(source: Source) -> ZipFile:
    """The archive, nothing of it unpacked yet, and never on disk.

    Raises ReaderError for one that is damaged, asks for a password, or unpacks to too much.
    """
    try:
        archive = ZipFile(BytesIO(source.raw))
    except (BadZipFile, ValueError, NotImplementedError) as error:
        raise ReaderError(f"cannot read {source.path}: a damaged archive; save it anew") from error
    parts = archive.infolist()
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise ReaderError(f"cannot read {source.path}: it asks for a password; save it without")
    texts = [
        part.file_size for part in parts if part.filename.endswith((".xml", ".xhtml", ".html"))
    ]
    total = sum(part.file_size for part in parts)
    if len(parts) > _PARTS or total > _WHOLE or sum(texts) > _PART:
        unpacked = max(total, sum(texts)) // 1_000_000
        raise ReaderError(
            f"cannot read {source.path}: it unpacks to {unpacked:,} MB in {len(parts):,} parts,"
            " far more than a report; save it as text"
        )
    return archive


def part(archive: ZipFile, name: str, source: Source, limit: int = _PART) -> bytes:
    """The bytes of one part. Raises ReaderError where it is missing, damaged or too large."""
    try:
        size = archive.getinfo(name).file_size
        if size <= limit:
            return archive.read(name)
    except KeyError:
        raise ReaderError(f"cannot read {source.path}: it lacks a part; save it anew") from None
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        raise ReaderError(f"cannot read {source.path}: a damaged archive; save it anew") from error
    raise ReaderError(
        f"cannot read {source.path}: a part of it unpacks to {size // 1_000_000:,} MB"
    )
