"""A text's paragraphs: blank lines end them, and so does a line end that no wrapping explains."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Nobody wraps text by hand beyond this many columns: a longer line is a paragraph to itself.
_WIDEST_WRAP = 120

_MARKER = re.compile(r"\s*(?:([•◦▪●○‣⁃*+–—-])\s|(?:\d{1,3}|[a-z])([.)])\s)")


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the paragraphs of `text`, in order, with only white space around them.

    Within a block of lines, a line end is a wrap, and so mere white space, when the next word
    would not have fitted on the line, or when the next line goes on in lower case.
    """
    block: list[tuple[int, str]] = []
    start = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            block.append((start, line.rstrip()))
        else:
            yield from _unwrapped(block)
            block = []
        start += len(line)
    yield from _unwrapped(block)


def _unwrapped(block: list[tuple[int, str]]) -> Iterator[tuple[int, int]]:
    """The paragraphs of consecutive lines, each given as its offset and its text."""
    if not block:
        return
    # A lone long word sticks out of wrapped text, so it says nothing about the width.
    width = max((len(line) for _, line in block if len(line.split(None, 1)) > 1), default=0)
    first, last = block[0], block[0]
    lists = {_marker(first[1])} - {""}
    for following in block[1:]:
        line, marker = following[1], _marker(following[1])
        hanging = line[0].isspace() and not marker and _marker(first[1])
        if hanging or (marker not in lists and _wrapped(last[1], line, width)):
            last = following
            continue
        yield _span(first, last)
        first = last = following
        lists |= {marker} - {""}
    yield _span(first, last)


def _span(first: tuple[int, str], last: tuple[int, str]) -> tuple[int, int]:
    indent = len(first[1]) - len(first[1].lstrip())
    return first[0] + indent, last[0] + len(last[1])


def _wrapped(line: str, following: str, width: int) -> bool:
    """Whether the writing goes on from `line` to the `following` one."""
    word = following.split(None, 1)[0]
    if line.endswith(",") or (word[0].islower() and not _marker(following)):
        return True
    return len(line) <= _WIDEST_WRAP and len(line) + 1 + len(word) > min(width, _WIDEST_WRAP)


def _marker(line: str) -> str:
    """What kind of list item the line begins, "" if none."""
    match = _MARKER.match(line)
    return (match[1] or f"1{match[2]}") if match else ""
