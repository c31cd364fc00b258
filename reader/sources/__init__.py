"""Bytes from outside become articles: one file a format, one table that picks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from reader.model import Article, ReaderError
from reader.sources import foreign, markdown, plain
from reader.sources.intake import Source, take

__all__ = ["read", "read_source"]


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: how to tell it by its content, and how to read it."""

    name: str
    recognises: Callable[[Source], bool]
    read: Callable[[Source], list[Article]]


FORMATS = (
    Format("Markdown", markdown.recognises, markdown.read),
    Format("text", plain.recognises, plain.read),
)


def read(target: str | Path) -> list[Article]:
    """The articles in a file, or in standard input for "-".

    Raises ReaderError, in one line that names the file, for what is missing, empty, too large,
    not a file, or of a kind that Reader does not read.
    """
    return read_source(take(target))


def read_source(source: Source) -> list[Article]:
    """The articles in bytes that are at hand, whatever they came from.

    Raises ReaderError for what is empty or of a kind that Reader does not read.
    """
    kind = foreign.binary(source.raw) or foreign.written(source.text)
    if kind:
        known = " and ".join(sorted(each.name for each in FORMATS))
        raise ReaderError(f"cannot read {source.path}: {kind}; this version reads {known}")
    return next(each.read(source) for each in FORMATS if each.recognises(source))
