"""Text broken into lines of so many terminal cells, as offsets into the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from rich.cells import CellSpan, cell_len, split_graphemes

Lines = tuple[tuple[int, int], ...]

# What news text is made of almost always, one cell a character; anything else is measured.
_PLAIN = re.compile("[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e\ufffd]*")
_LETTER = re.compile("[\U0001f1e6-\U0001f1ff]").fullmatch
_BREAKS = "\n\t\u2028\u2029"


def one_line(text: str) -> str:
    """`text` with a space for every line break and tab: the same length, for showing."""
    # Thirty times as fast as str.translate, on text that is not ASCII throughout.
    for char in _BREAKS:
        text = text.replace(char, " ")
    return text


def wrap(text: str, width: int) -> Lines:
    """The lines of `text`, each at most `width` cells (2 at least), as (start, end) offsets.

    Breaks at spaces, inside a word only where it is longer than a line, never inside a grapheme.
    What lies between two lines is a run of spaces. A text always has a line.
    """
    text = one_line(text)
    lines = _wrap_plain(text, width) if _PLAIN.fullmatch(text) else _wrap_measured(text, width)
    return tuple(lines) or ((0, 0),)


def graphemes(text: str) -> list[CellSpan] | None:
    """The graphemes of `text`: start, end, cells; None where every character is one cell."""
    return None if _PLAIN.fullmatch(text) else _graphemes(text)


def at_cell(text: str, cell: int, *, beyond: bool = False) -> int:
    """The offset of the grapheme that has `cell`, or, `beyond`, of the first that begins there.

    The end of `text` for a cell that it does not reach.
    """
    taken = 0
    for start, _, size in graphemes(text) or ((k, k + 1, 1) for k in range(len(text))):
        if (cell < taken + size and not beyond) or (cell <= taken and beyond):
            return start
        taken += size
    return len(text)


def cells(text: str) -> int:
    """How many cells `text` takes."""
    return len(text) if _PLAIN.fullmatch(text) else cell_len(text)


def fit(text: str, width: int) -> str:
    """`text` in exactly `width` cells, an ellipsis where it had to be cut."""
    text = short(text, width)
    return text + " " * (width - cells(text))


def short(text: str, width: int) -> str:
    """`text` in at most `width` cells, an ellipsis where it had to be cut."""
    text = one_line(text).rstrip("\u200d")
    if cells(text) > width:
        return _head(text, width - 1).rstrip(" \u200d") + "…" if width else ""
    return text


def _graphemes(text: str) -> list[CellSpan]:
    """The graphemes of `text`, each with its own cells: Rich's sums leave out a joiner in front."""
    found: list[CellSpan] = []
    for start, end, _ in split_graphemes(text)[0]:
        # Rich takes the two letters of a flag for one each.
        if found and _LETTER(text[start]) and _LETTER(text[slice(*found[-1][:2])]):
            start = found.pop()[0]
        found.append((start, end, cell_len(text[start:end])))
    return found


def _head(text: str, width: int) -> str:
    taken = 0
    for start, _, size in _graphemes(text):
        if taken + size > width:
            return text[:start]
        taken += size
    return text


def _wrap_plain(text: str, width: int) -> list[tuple[int, int]]:
    lines, start, length = [], _skip(text, 0), len(text.rstrip(" "))
    while start < length:
        end = start + width
        if end >= length:
            end = length
        elif text[end] != " ":
            cut = text.rfind(" ", start, end)
            end = cut if cut > start else end
        lines.append((start, start + len(text[start:end].rstrip(" "))))
        start = _skip(text, end)
    return lines


def _wrap_measured(text: str, width: int) -> list[tuple[int, int]]:
    lines: list[tuple[int, int]] = []
    taken, before = 0, 0
    for word in _words(text):
        size = sum(part for _, _, part in word)
        start, end = word[0][0], word[-1][1]
        if lines and taken + (start - before) + size <= width:
            lines[-1] = (lines[-1][0], end)
            taken += start - before + size
        else:
            lines.append((start, end))
            taken = size
            if size > width:
                lines[-1:], taken = _pieces(word, width)
        before = end
    return lines


def _words(text: str) -> Iterator[list[CellSpan]]:
    """The runs of graphemes between spaces, a space being a grapheme by itself."""
    for space, run in groupby(_graphemes(text), lambda g: text[g[0] : g[1]] == " "):
        if not space:
            yield list(run)


def _pieces(word: list[CellSpan], width: int) -> tuple[list[tuple[int, int]], int]:
    """A word in pieces of at most `width` cells, and the cells of the last one."""
    pieces, taken = [(word[0][0], word[0][0])], 0
    for start, end, size in word:
        if taken + size > width:
            pieces.append((start, end))
            taken = size
        else:
            pieces[-1] = (pieces[-1][0], end)
            taken += size
    return pieces, taken


def _skip(text: str, at: int) -> int:
    """The first offset from `at` on that is not a space."""
    while at < len(text) and text[at] == " ":
        at += 1
    return at
