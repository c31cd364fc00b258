"""Bytes from outside become articles: one file a format, one table that picks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reader.model import Article, ReaderError
from reader.sources import apart, foreign
from reader.sources.intake import Source, take, within
from reader.sources.table import FORMATS

__all__ = ["Source", "ending", "read", "read_source"]


def read(target: str | Path, cancelled: Callable[[], bool] = apart.never) -> list[Article]:
    """The articles in a file, or in standard input for "-".

    Raises ReaderError, in one line that names the file, for what is missing, empty, too large,
    not a file, damaged, or of a kind that Reader does not read; and soon after `cancelled` says so.
    """
    return read_source(take(target), cancelled)


def ending(raw: bytes) -> str:
    """What the name of a file that holds `raw` would end in: ".html", ".eml", ".txt"."""
    source = Source(raw, "", "")
    return next(
        (each.ending for each in FORMATS if not each.plain and each.module.recognises(source)),
        ".txt",
    )


def read_source(source: Source, cancelled: Callable[[], bool] = apart.never) -> list[Article]:
    """The articles in bytes that came some other way, as from an address.

    Raises ReaderError as `read` does.
    """
    kind = next(
        (each for each in FORMATS if not each.plain and each.module.recognises(source)), None
    )
    if kind:
        return apart.read(within(source, kind.limit), kind, cancelled)
    if unread := foreign.binary(source.raw) or foreign.written(source.start, source.raw[-100:]):
        raise ReaderError(f"cannot read {source.path}: {unread}; save what it says as text")
    plain = [each for each in FORMATS if each.plain]
    within(source, max(each.limit for each in plain))
    return next(each.module.read(source) for each in plain if each.module.recognises(source))
