"""Quotations: the exact words between quotation marks, and who spoke them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby

from reader.language.line import Line
from reader.language.words import listed
from reader.model import Fact, FactType, Sentence, Span

_MARKS = re.compile('["“”„‟«»＂″]')
_OPENING, _CLOSING = frozenset("“„«‟"), frozenset("”»")
_SINGLE = re.compile(
    r"(?<![\w.,;:!?)'’])['‘](?!\d|\s|(?:em|til|tis|twas|n|cause|bout|round)\b)"
    r"([^'‘’“”\"]{1,300}(?:['’]\w[^'‘’“”\"]{0,300}){0,12}(?<!\s))['’](?!\w)",
    re.IGNORECASE,
)
_PRONOUNS = listed("he she they")
_NEAR = 4


def quotations(
    text: str,
    sentences: Sequence[Sentence],
    lines: Sequence[Line],
    attributions: Sequence[Fact],
) -> Iterator[Fact]:
    """The quotations of an article's `text`, as QUOTATION facts, one a sentence they reach into.

    `lines` are the lines of the `sentences`. The span of a fact is what stands between the
    marks, its value the words in normal form, its `about` the speaker by the nearest of the
    `attributions`: a name's normal form, a pronoun or a noun; "" if nobody is named.
    """
    passages = list(_passages(text, sentences))
    spoken = [
        fact
        for fact in attributions
        if fact.about and not any(passage.overlaps(fact.span) for passage in passages)
    ]
    starts = [line.start for line in lines]
    speaker, end = "", -1
    for passage in passages:
        first, last = bisect_right(starts, passage.start), bisect_left(starts, passage.end)
        near = lines[max(first - 1, 0) : last]
        pieces = [piece for line in near if (piece := _piece(passage, text, line))]
        named = [_speaker(line, span, text, spoken) for line, span in pieces]
        continued = bool(pieces) and pieces[0][0].index - end in {0, 1}
        within = next(filter(None, named), speaker if continued and _whole(pieces) else "")
        for (line, span), own in zip(pieces, named, strict=True):
            speaker, end = own or within, line.index
            inner = Span(span.start - line.start, span.end - line.start)
            forms = (word.form for word in line.words if inner.start <= word.start < inner.end)
            value = " ".join(forms)
            if value and not _title(span.of(text), line, speaker):
                yield Fact(FactType.QUOTATION, span, line.index, value, speaker)


def _passages(text: str, sentences: Sequence[Sentence]) -> Iterator[Span]:
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
        found += [span for span in _single(text, start, end) if not _within(span, found)]
        yield from sorted(span for span in found if span.start < span.end)


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


def _within(span: Span, others: Sequence[Span]) -> bool:
    return any(span.overlaps(other) for other in others)


def _piece(passage: Span, text: str, line: Line) -> tuple[Line, Span] | None:
    """The part of a passage that stands in a line, without space around it."""
    start = max(passage.start, line.start)
    end = min(passage.end, line.start + len(line.text))
    inner = text[start:end]
    start += len(inner) - len(inner.lstrip())
    end -= len(inner) - len(inner.rstrip())
    return (line, Span(start, end)) if start < end else None


def _whole(pieces: Sequence[tuple[Line, Span]]) -> bool:
    """Whether the quotation leaves no words of its first sentence outside."""
    line, span = pieces[0]
    start, end = span.start - line.start, span.end - line.start
    return all(start <= word.start < end for word in line.words)


def _speaker(line: Line, span: Span, text: str, spoken: Sequence[Fact]) -> str:
    """Who speaks by the attribution beside a quotation in its sentence, "he" by the one before."""
    beside = [fact for fact in spoken if fact.sentence == line.index]
    before = [fact for fact in beside if fact.span.end <= span.start]
    after = [fact for fact in beside if fact.span.start >= span.end]
    closed = text[span.end - 1] in ",?!-—"
    if not before and not after:
        return ""
    chosen = after[0] if after and (closed or not before) else before[-1]
    if chosen.about not in _PRONOUNS:
        return chosen.about
    earlier = [
        fact
        for fact in spoken
        if fact.span < chosen.span
        and line.index - fact.sentence <= _NEAR
        and fact.about not in _PRONOUNS
    ]
    return earlier[-1].about if earlier else chosen.about


def _title(words: str, line: Line, speaker: str) -> bool:
    """Whether quoted words name a work ("Celebrity Apprentice") and quote nobody."""
    parts = words.split()
    if line.headline or len(parts) > 5 or words[-1] in ",.?!" or (speaker and len(parts) > 3):
        return False
    return all(part[:1].isupper() or len(part) < 4 for part in parts) and parts[0][:1].isupper()
