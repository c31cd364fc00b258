"""A path or standard input becomes bytes: bounded, never hung on, never half read."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from reader.disk import fault, is_folder, read_whole
from reader.model import ReaderError, sanitise_line
from reader.sources.decoding import decode, opening
from reader.sources.heading import UNKNOWN, Heading

STDIN = "-"
LARGEST = 100_000_000
"""Bytes; more is the archive of an archive. Most formats take far less, see `formats`."""
_START = 16_384


@dataclass(frozen=True)
class Source:
    """Bytes as they came, and where from.

    `path` and `stem`, its name alone, are fit for the screen; `encoding` is what the sender says
    that text is written in, "" where nobody says; `url` the address that the bytes came from;
    `known` what is known of the report beforehand, and better than the bytes show it.
    """

    raw: bytes
    path: str
    stem: str
    suffix: str = ""
    encoding: str = ""
    url: str = ""
    known: Heading = UNKNOWN

    @cached_property
    def text(self) -> str:
        """The text, sanitised. Raises ReaderError when the bytes are not text."""
        return decode(self.raw, self.path, self.encoding)

    @cached_property
    def start(self) -> str:
        """The first characters, to tell a format by; all there are in whatever is text at all."""
        return opening(self.raw[:_START])

    def part(
        self, raw: bytes, known: Heading = UNKNOWN, encoding: str = "", url: str = ""
    ) -> Source:
        """A file inside this one, with what is known of it beside what is known of the whole."""
        known = known.or_else(self.known)
        return Source(raw, self.path, self.stem, "", encoding, url or self.url, known)


def take(target: str | Path) -> Source:
    """The bytes of a file, or of standard input for "-".

    Raises ReaderError for what is missing, empty, forbidden, no file, or larger than LARGEST.
    """
    if str(target) == STDIN:
        return _bounded(Source(_standard_input(), "standard input", "Standard Input"))
    path = Path(target)
    shown = sanitise_line(str(path))
    if is_folder(path):
        raise ReaderError(f"cannot read {shown} as a report: a folder; open it as a story")
    raw = read_whole(path, LARGEST)
    return _bounded(Source(raw, shown, sanitise_line(path.stem), path.suffix.lower()))


def within(source: Source, limit: int) -> Source:
    """The source, where it is no larger than `limit` bytes. Raises ReaderError where it is."""
    if len(source.raw) > limit:
        most = f"the most is {limit // 1_000_000} MB; cut it into single reports"
        raise ReaderError(f"cannot read {source.path}: too large, {most}")
    return source


def _standard_input() -> bytes:
    try:
        return sys.stdin.buffer.read(LARGEST + 1) if sys.stdin else b""
    except OSError as error:
        raise ReaderError(f"cannot read standard input: {fault(error)}") from error


def _bounded(source: Source) -> Source:
    if not source.raw:
        raise ReaderError(f"cannot read {source.path}: it is empty")
    return within(source, LARGEST)
