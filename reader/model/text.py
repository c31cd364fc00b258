"""Text that is fit to be shown, spans of it, and the one family of errors."""

from __future__ import annotations

import re
from dataclasses import dataclass


class ReaderError(Exception):
    """Something the person at the screen should be told: one line, the file named, what to do."""


_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def sanitise(text: str) -> str:
    """`text` with plain line ends, and every control, bidi control and surrogate as U+FFFD.

    Called once, where text comes in; what has passed here cannot move a cursor, retitle a
    terminal, touch a clipboard or fail to encode.
    """
    return _UNSAFE.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def sanitise_line(text: str) -> str:
    """`text` sanitised and on one line, for names, titles, addresses and messages."""
    return " ".join(sanitise(text).split())


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open character offsets ``[start, end)`` into an article's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans have a character in common."""
        return self.start < other.end and other.start < self.end
