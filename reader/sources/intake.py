"""A path or standard input becomes bytes: bounded, never hung on, never half read."""

from __future__ import annotations

import stat
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from reader.model import ReaderError, sanitise_line
from reader.sources.decoding import decode

STDIN = "-"
LIMIT = 5_000_000
"""Bytes; a long report is a fiftieth of it, so more is a mistake that would only freeze."""


@dataclass(frozen=True)
class Source:
    """Bytes as they came, and where from; `path` and `stem`, its name alone, fit for the screen.

    `encoding` is what the sender says that text is written in, "" where nobody says; `url` the
    address that the bytes came from.
    """

    raw: bytes
    path: str
    stem: str
    suffix: str
    encoding: str = ""
    url: str = ""

    @cached_property
    def text(self) -> str:
        """The text, sanitised. Raises ReaderError when the bytes are not text."""
        return decode(self.raw, self.path, self.encoding)


def take(target: str | Path) -> Source:
    """The bytes of a file, or of standard input for "-".

    Raises ReaderError for what is missing, empty, forbidden, no file, or larger than LIMIT.
    """
    if str(target) == STDIN:
        return _bounded(Source(_standard_input(), "standard input", "Standard Input", ""))
    path = Path(target)
    shown = sanitise_line(str(path))
    try:
        # Before opening: a pipe that nobody writes to would be waited for without end.
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise ReaderError(f"cannot read {shown} as a report: a folder; open it as a story")
        if not stat.S_ISREG(mode):
            raise ReaderError(f"cannot read {shown}: not a file; to read a pipe, name it -")
        with path.open("rb") as file:
            raw = file.read(LIMIT + 1)
    except OSError as error:
        raise ReaderError(f"cannot read {shown}: {_reason(error)}") from error
    except ValueError as error:
        raise ReaderError(f"cannot read {shown}: no file can have this name") from error
    return _bounded(Source(raw, shown, sanitise_line(path.stem), path.suffix.lower()))


def _standard_input() -> bytes:
    try:
        return sys.stdin.buffer.read(LIMIT + 1) if sys.stdin else b""
    except OSError as error:
        raise ReaderError(f"cannot read standard input: {_reason(error)}") from error


def _bounded(source: Source) -> Source:
    if not source.raw:
        raise ReaderError(f"cannot read {source.path}: it is empty")
    if len(source.raw) > LIMIT:
        most = f"the most is {LIMIT // 1_000_000} MB; cut it into single reports"
        raise ReaderError(f"cannot read {source.path}: too large, {most}")
    return source


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    if isinstance(error, PermissionError):
        return "no permission; ask its owner for the right to read it"
    return sanitise_line(error.strerror or "the system cannot read it")
