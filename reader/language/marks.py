"""Quotation marks, straight, curly and single: where a quoted passage begins and ends."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby

from reader.model import Sentence, Span

_MARKS = re.compile('["“”„‟«»＂″]')
_OPENING, _CLOSING = frozenset("“„«‟"), frozenset("”»")
_SINGLE = re.compile(
    r"(?<![\w.,;:!?)'’])['‘](?!\d|\s|(?:em|til|tis|twas|n|cause|bout|round)\b)"
    r"([^'‘’“”\"]{1,300}(?:['’]\w[^'‘’“”\"]{0,300}){0,12}(?<!\s))['’](?!\w)",
    re.IGNORECASE,
)


def passages(text: str, sentences: Sequence[Sentence]) -> Iterator[Span]:
    """What stands between quotation marks, paragraph by paragraph, in order."""
    paragraphs = [list(group) for _, group in groupby(sentences, lambda each: each.paragraph)]
    for at, paragraph in enumerate(paragraphs):
        start, end = paragraph[0].span.start, paragraph[-1].span.end
        after = paragraphs[at + 1][0].span.start if at + 1 < len(paragraphs) else end
        found = list(_double(text, start, end))
        if found and found[-1].end < 0:
            # A quotation left open goes on in the next paragraph, or its closing mark is missing.
            goes_on = _MARKS.match(text, after) is not None
            first = found[-1].start
            ends = (each.span.end for each in paragraph if each.span.end > first)
            found[-1] = Span(first, end if goes_on else next(ends, end))
        outside = (span for span in _single(text, start, end) if not within(span, found))
        yield from sorted(span for span in [*found, *outside] if span.start < span.end)


def _double(text: str, start: int, end: int) -> Iterator[Span]:
    """Spans inside double marks; the last has an end of -1 if its mark is never closed."""
    opened = -1
    for match in _MARKS.finditer(text, start, end):
        before = text[match.start() - 1 : match.start()] if match.start() > start else ""
        after = text[match.end() : match.end() + 1] if match.end() < end else ""
        free = not before or not (before.isalnum() or before in ".,!?…)")
        opens = match[0] in _OPENING or (match[0] not in _CLOSING and free and after.strip() != "")
        if opened >= 0 and not (opens and (match[0] in _OPENING or before.isspace())):
            yield Span(opened, match.start())
            opened = -1
        elif opens or (opened < 0 and match[0] not in _CLOSING and after.isalpha()):
            opened = match.end()
    if opened >= 0:
        yield Span(opened, -1)


def _single(text: str, start: int, end: int) -> Iterator[Span]:
    for match in _SINGLE.finditer(text, start, end):
        yield Span(*match.span(1))


def within(span: Span, passages: Sequence[Span]) -> bool:
    """Whether a span overlaps one of the `passages`, which are in order and apart."""
    at = bisect_left(passages, span.end, key=lambda passage: passage.start)
    return at > 0 and passages[at - 1].end > span.start
