"""Which part of a page is the report: trafilatura's answer, readability's, and what both allow."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.sources.blocks import Block, blocks, paragraphs, parse
from reader.sources.web.furniture import is_comment, left_out

_WORD = re.compile(r"\w+")
# Words on which both must agree before one of them is trusted with where the report ends.
_ENOUGH = 100
_Shingles = frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Report:
    """The text of a report and, a line each, what of its page is not in it."""

    text: str
    left_out: tuple[str, ...] = ()


def report(page: str, told: str = "") -> Report:
    """The report in the HTML `page`, which gives its body apart as `told`, or "".

    What trafilatura finds is taken, less what it adds behind the end that readability sees where
    that is comments or teasers. Where it finds far less than readability or than the page tells,
    it has been misled, and theirs is taken.

    Raises ValueError when nothing in the page reads like a report.
    """
    seen = blocks(parse(page))
    first, second = _trafilatura(page), _readability(page)
    text = _untrailed(first, second, seen)
    if _misses(text, second):
        text = second
    if _misses(text, told) and _share(_shingles(text), _shingles(told)) > 0.5:
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


def _untrailed(text: str, second: str, seen: list[Block]) -> str:
    """`text` less the comments and teasers behind the last long block that `second` has too.

    Comments are told by their names in the page, teasers by their links: a true end has few.
    """
    taken, agreed = _shingles(text), _shingles(second)
    long = [at for at, block in enumerate(seen) if len(_WORD.findall(block.text)) > 8]
    shared = [at for at in long if _in(seen[at].text, taken) and _in(seen[at].text, agreed)]
    if sum(len(_WORD.findall(seen[at].text)) for at in shared) < _ENOUGH:
        return text
    trail = seen[shared[-1] + 1 :]
    mine = [block for block in trail if _in(block.text, taken)]
    between = trail[: trail.index(mine[-1]) + 1] if mine else []
    teased = sum(each.linked for each in between) > 0.2 * sum(len(each.text) for each in between)
    dropped = [block for block in mine if teased or is_comment(block)]
    body = frozenset().union(*(_shingles(seen[at].text) for at in shared))
    unwanted = frozenset().union(*(_shingles(block.text) for block in dropped)) - body
    return "\n\n".join(each for each in text.split("\n\n") if not _in(each, unwanted))


def _misses(text: str, other: str) -> bool:
    """Whether `other` has half as many words again as `text`."""
    return 1.5 * len(_WORD.findall(text)) < len(_WORD.findall(other))


def _shingles(text: str) -> _Shingles:
    words = _WORD.findall(text)
    return frozenset(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)))


def _share(part: _Shingles, whole: _Shingles) -> float:
    return len(part & whole) / len(part)


def _in(text: str, whole: _Shingles) -> bool:
    return _share(_shingles(text), whole) > 0.5
