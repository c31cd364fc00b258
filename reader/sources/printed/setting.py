"""Set lines become paragraphs again: breaks found by space, size and indent, hyphens undone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from reader.sources.printed.line import Line

_END = re.compile(r"[.!?:]['\"”’»)\]]*$")
_WORD = re.compile(r"\w+(?:-\w+)*")
_BROKEN = re.compile(r"(\w+)(-|\u00ad|\u2010|\x02|\ufffe)$")
# A soft hyphen may be set apart by the space that fills out its line.
_SPACED = re.compile(r"(?<=\w) ([\u00ad\x02\ufffe])$")
_SOFT = "\u00ad\x02\ufffe"


def paragraphs(*parts: Sequence[Line]) -> str:
    """The lines of each part, in order, as paragraphs with a blank line between."""
    known = {
        word for part in parts for line in part for word in _WORD.findall(line.text.casefold())
    }
    return "\n\n".join(_unbroken(group, known) for part in parts for group in _groups(part))


def _groups(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines of one paragraph after those of another."""
    steps = [(b.top - a.top) / b.height for a, b in pairwise(lines) if b.top > a.top + 1]
    leading = median(steps or [1.2])
    group: list[Line] = []
    for line in lines:
        if group and _opens(group, line, leading * line.height):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _opens(group: Sequence[Line], line: Line, pitch: float) -> bool:
    """Whether a line begins a paragraph after `group`; lines stand `pitch` points apart."""
    last = group[-1]
    if abs(line.height - last.height) > 0.15 * max(line.height, last.height):
        return True
    width = max(each.right for each in group) - min(each.left for each in group)
    short = last.right < max(each.right for each in group) - 0.1 * width or len(group) == 1
    ended = bool(_END.search(last.text.rstrip()))
    step = line.top - last.top
    if step < 0 or step > 4 * pitch:
        # The top of the next column or page: only a true end ends a paragraph there.
        return ended and short and len(group) > 1
    indented = line.left > min(each.left for each in group[1:] or group) + 0.6 * line.height
    return step > 1.25 * pitch or (indented and ended) or (ended and short and len(group) > 1)


def _unbroken(group: Sequence[Line], known: set[str]) -> str:
    """The words of a paragraph; a hyphen at a line's end stays where the word has it elsewhere."""
    text = ""
    for line in group:
        words = _SPACED.sub(r"\1", " ".join(line.text.split()))
        broken = _BROKEN.search(text)
        rest = _WORD.match(words)
        if broken and rest:
            whole = f"{broken[1]}{rest[0]}".casefold()
            parted = f"{broken[1]}-{rest[0]}".casefold()
            soft = broken[2] in _SOFT
            keep = not soft and whole not in known and (parted in known or not words[0].islower())
            text = text[: broken.start(2)] + ("-" if keep else "") + words
        else:
            text = f"{text} {words}" if text else words
    return text
