"""Which part of a page is the report: trafilatura's answer, readability's, and what both allow."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from reader.sources.blocks import Block, blocks, paragraphs, parse
from reader.sources.web.furniture import is_comment, left_out

_WORD = re.compile(r"\w+")
# Words on which both must agree before one of them is trusted with where the report ends.
_ENOUGH = 100
# How many paragraphs further on the place of a block may be.
_AHEAD = 40
# Words of a paragraph that is longer than teasers are.
_PROSE = 35
_Shingles = frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Report:
    """The text of a report and, a line each, what of its page is not in it."""

    text: str
    left_out: tuple[str, ...] = ()


def report(page: str, told: str = "") -> Report:
    """The report in the HTML `page`, which gives its body apart as `told`, or "".

    What trafilatura finds is taken, less what it adds behind the end that readability sees where
    that is comments or teasers, and with what it skips of what readability has. Where it finds
    far less than readability or than the page tells, it has been misled, and theirs is taken.

    Raises ValueError when nothing in the page reads like a report.
    """
    seen = blocks(parse(page))
    first, second = _trafilatura(page), _readability(page)
    text = _settled(first, second, seen)
    if _misses(text, second):
        text = second
    if _misses(text, told) and (not text or _share(_shingles(text), _shingles(told)) > 0.5):
        text = told
    if not _WORD.search(text):
        raise ValueError("nothing reads like a report")
    taken = _shingles(text)
    return Report(text, left_out([block for block in seen if not _in(block.text, taken)]))


def _trafilatura(page: str) -> str:
    """What trafilatura takes for the report, a blank line between paragraphs; "" for nothing.

    Source: Barbaresi, "Trafilatura: A Web Scraping Library and Command-Line Tool for Text
    Discovery and Extraction", ACL-IJCNLP 2021 demonstrations.
    """
    from trafilatura import extract

    found = extract(page, include_comments=False) or ""
    return "\n\n".join(line for line in found.split("\n") if line.strip())


def _readability(page: str) -> str:
    """What readability takes for the report, a blank line between paragraphs; "" for nothing."""
    from readability import Document
    from readability.readability import Unparseable

    try:
        return paragraphs(parse(Document(page).summary(html_partial=True)))
    except (Unparseable, ValueError):
        return ""


def _settled(first: str, second: str, seen: list[Block]) -> str:
    """`first` with its end and its holes mended where `second` knows better."""
    mine, theirs = _shingles(first), _shingles(second)
    shared = [
        at
        for at, block in enumerate(seen)
        if _length(block.text) > 8 and _in(block.text, mine) and _in(block.text, theirs)
    ]
    if sum(_length(seen[at].text) for at in shared) < _ENOUGH:
        return first
    return _filled(_untrailed(first, seen, shared), theirs, seen, shared)


def _untrailed(text: str, seen: list[Block], shared: list[int]) -> str:
    """`text` less the comments and teasers behind the last block that both have.

    Comments are told by their names in the page, teasers by their links and their shortness.
    """
    taken = _shingles(text)
    trail = seen[shared[-1] + 1 :]
    mine = [block for block in trail if _in(block.text, taken)]
    between = trail[: trail.index(mine[-1]) + 1] if mine else []
    linked = sum(each.linked for each in between) > 0.2 * sum(len(each.text) for each in between)
    teased = linked and sum(map(_is_prose, mine)) < 2
    dropped = [block for block in mine if teased or is_comment(block)]
    body = frozenset().union(*(_shingles(seen[at].text) for at in shared))
    unwanted = frozenset().union(*(_shingles(block.text) for block in dropped)) - body
    return "\n\n".join(each for each in text.split("\n\n") if not _in(each, unwanted))


def _filled(text: str, theirs: _Shingles, seen: list[Block], shared: list[int]) -> str:
    """`text` with the paragraphs and headings that it skips up to the last that both have.

    Only what stands in the same element as they do: captions and adverts have one of their own.
    """
    rows, taken = text.split("\n\n"), _shingles(text)
    homes = {_home(seen[at]) for at in shared}
    at = 0
    for place, block in enumerate(seen[: shared[-1] + 1]):
        # Text that stands loose between paragraphs stands in what holds them.
        near = not homes.isdisjoint({_home(block), (block.within, block.names)})
        inside = near and 2 * block.linked < len(block.text)
        # Before the first of them stand bylines and dates, too; a lead is longer.
        fewest = 3 if place > shared[0] else 16
        if _in(block.text, taken):
            own = _shingles(block.text)
            ahead = enumerate(rows[at : at + _AHEAD], at + 1)
            at = next((after for after, row in ahead if _in(row, own)), at)
        elif inside and _length(block.text) >= fewest and _in(block.text, theirs):
            rows.insert(at, block.text)
            at += 1
    return "\n\n".join(rows)


def _home(block: Block) -> tuple[tuple[str, ...], str]:
    return block.within[:-1], block.names


def _is_prose(block: Block) -> bool:
    """Whether a block is longer than teasers are, and neither a comment nor full of links."""
    plain = 10 * block.linked < len(block.text)
    return plain and _length(block.text) >= _PROSE and not is_comment(block)


def _misses(text: str, other: str) -> bool:
    """Whether `other` has half as many words again as `text`."""
    return 1.5 * _length(text) < _length(other)


def _length(text: str) -> int:
    return len(_WORD.findall(text))


@lru_cache(maxsize=4096)
def _shingles(text: str) -> _Shingles:
    words = _WORD.findall(text)
    return frozenset(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)))


def _share(part: _Shingles, whole: _Shingles) -> float:
    return len(part & whole) / len(part)


def _in(text: str, whole: _Shingles) -> bool:
    return _share(_shingles(text), whole) > 0.5
