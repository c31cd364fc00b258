"""Quotations: the exact words between quotation marks, and who spoke them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from reader.language.line import Line
from reader.language.marks import passages, within
from reader.language.words import listed
from reader.model import Fact, FactType, Sentence, Span

_SPACED = " \n\t\"'“‘"
_PRONOUNS = listed("he she they")
_NEAR = 4


def quotations(
    text: str,
    sentences: Sequence[Sentence],
    lines: Sequence[Line],
    attributions: Sequence[Fact],
    names: Sequence[Fact],
) -> Iterator[Fact]:
    """The quotations of an article's `text`, as QUOTATION facts, one a sentence they reach into.

    `lines` are the lines of the `sentences`. The span of a fact is what stands between the
    marks, its value the words in normal form, its `about` the speaker by the nearest of the
    `attributions`: a name's normal form, a pronoun or a noun; "" if nobody is named. "He" is
    whom the sentences before speak of, where the `names` leave no doubt.
    """
    quoted = list(passages(text, sentences))
    said = [fact for fact in attributions if fact.about and not within(fact.span, quoted)]
    scene = _Scene(_by_sentence(said), _by_sentence(names), {line.index: line for line in lines})
    starts = [line.start for line in lines]
    speaker, end = "", -1
    for passage in quoted:
        first, last = bisect_right(starts, passage.start), bisect_left(starts, passage.end)
        near = lines[max(first - 1, 0) : last]
        pieces = [piece for line in near if (piece := _piece(passage, text, line))]
        named = [scene.speaker(line, span, text) for line, span in pieces]
        continued = bool(pieces) and pieces[0][0].index - end in {0, 1}
        shared = next(filter(None, named), speaker if continued and _whole(pieces) else "")
        for (line, span), own in zip(pieces, named, strict=True):
            speaker, end = own or shared, line.index
            inner = line.under([(span.start - line.start, span.end - line.start)])
            value = " ".join(line.form(i) for i in sorted(inner))
            if value and not _title(span.of(text), line, speaker):
                yield Fact(FactType.QUOTATION, span, line.index, value, speaker)


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
    inner = line.under([(span.start - line.start, span.end - line.start)])
    return len(inner) == len(line.words)


@dataclass(frozen=True, slots=True)
class _Scene:
    """Who says and who is named, sentence by sentence."""

    said: Mapping[int, Sequence[Fact]]
    names: Mapping[int, Sequence[Fact]]
    lines: Mapping[int, Line]

    def speaker(self, line: Line, span: Span, text: str) -> str:
        """Who speaks by the attribution beside a quotation, or by one that ends with a colon."""
        beside = self.said.get(line.index, ())
        at = bisect_left(beside, span.start, key=lambda fact: fact.span.start)
        before, after = beside[:at][-1:], beside[at : at + 1]
        if not beside and text[max(span.start - 6, 0) : span.start].rstrip(_SPACED).endswith(":"):
            before = self.said.get(line.index - 1, ())[-1:]
        if not before and not after:
            return ""
        closed = text[span.end - 1] in ",?!-—"
        chosen = after[0] if after and (closed or not before) else before[0]
        return self._meant(chosen) if chosen.about in _PRONOUNS else chosen.about

    def _meant(self, pronoun: Fact) -> str:
        """Whom a pronoun stands for: who spoke last, or whom a sentence just before begins with."""
        for index in range(pronoun.sentence - 1, pronoun.sentence - 1 - _NEAR, -1):
            line, named = self.lines.get(index), self.names.get(index, ())
            names = {fact.value for fact in named}
            spoke = [fact.about for fact in self.said.get(index, ()) if fact.about in names]
            if spoke:
                return spoke[-1]
            if named and line and not line.text[: named[0].span.start - line.start].strip(_SPACED):
                return str(named[0].value)
            if any(" " in str(name) for name in names):
                break
        return pronoun.about


def _by_sentence(facts: Sequence[Fact]) -> dict[int, list[Fact]]:
    grouped = groupby(facts, lambda fact: fact.sentence)
    return {index: list(group) for index, group in grouped}


def _title(words: str, line: Line, speaker: str) -> bool:
    """Whether quoted words name a work ("Celebrity Apprentice") and quote nobody."""
    parts = words.split()
    if line.headline or len(parts) > 5 or words[-1] in ",.?!" or (speaker and len(parts) > 3):
        return False
    return all(part[:1].isupper() or len(part) < 4 for part in parts) and parts[0][:1].isupper()
