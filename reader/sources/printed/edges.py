"""What stands at the edges of pages: running heads and feet, page numbers, notes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from statistics import median

from reader.sources.printed.line import Line

_EDGE = 3
_SMALLER = 0.93
_DIGITS = re.compile(r"\d+|^\W*[ivxlc]+\W*$", re.IGNORECASE)
_NUMBER = re.compile(r"\W*(?:page|seite|p\.)?\W*\d{1,4}\W*(?:(?:of|/|von)\W*\d{1,4})?\W*", re.I)


def without_running(pages: Sequence[Sequence[Line]]) -> tuple[list[list[Line]], list[Line]]:
    """The pages less their running lines, and those lines.

    A line of the first or last few of its page runs where it stands, but for its numbers, at the
    edge of half the pages and of two at least, or is a page number alone.
    """
    edges = [_edges(page) for page in pages]
    counts = Counter(key for edge in edges for key in {_key(line) for line in edge})
    often = max(2, (len(pages) + 1) // 2)
    kept, dropped = [], []
    for page, edge in zip(pages, edges, strict=True):
        running = [line for line in edge if counts[_key(line)] >= often]
        outer = edge[:1] + edge[-1:] if len(pages) > 1 else []
        running += [line for line in outer if _NUMBER.fullmatch(line.text) and line not in running]
        dropped += running
        kept.append([line for line in page if line not in running])
    return kept, dropped


def notes_apart(pages: Sequence[Sequence[Line]]) -> tuple[list[list[Line]], list[Line]]:
    """The pages less the lines of smaller type at their feet, and those lines in order."""
    size = median([line.height for page in pages for line in page] or [0.0])
    kept, notes = [], []
    for page in pages:
        body = [line.bottom for line in page if line.height > _SMALLER * size]
        foot = max(body, default=0.0)
        kept.append([line for line in page if line.top < foot])
        notes += sorted((line for line in page if line.top >= foot), key=lambda line: line.top)
    return kept, notes


def _edges(page: Sequence[Line]) -> list[Line]:
    """The first and last lines of a page from top to bottom."""
    lines = sorted(page, key=lambda line: line.top)
    return lines if len(lines) <= 2 * _EDGE else lines[:_EDGE] + lines[-_EDGE:]


def _key(line: Line) -> tuple[str, int]:
    """A line without its numbers, and about where on its page it stands."""
    return " ".join(_DIGITS.sub("#", line.text).split()), round(line.top / 12)
