"""Runs of capitalised words in a sentence, held together as a name is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from reader.language import roles
from reader.language.gazetteer import atlas
from reader.language.line import Line
from reader.language.words import listed

_OPENING = re.compile(r'(?:^|[\s(\[])["\'(\[*•-]+\s?$|[:.!?…]["\')]*\s+$|\s-+\s?$|^$')
_COMPOUND = listed("led era run own up ex non pro old day all any new off on out in to and of the")


def opens(line: Line, i: int) -> bool:
    """Whether word `i` may have its capital only because a sentence or quotation begins there."""
    gap = line.gap(i)
    if i and gap in {". ", "."} and line.abbreviated(i - 1):
        return False
    return i == 0 or bool(_OPENING.search(gap))


def runs(line: Line, taken: Set[int] = frozenset()) -> Iterator[tuple[int, int]]:
    """Ranges of words ``[first, last)`` that may be one name, outside the `taken` words.

    "of", "for", "the", particles and hyphened syllables are kept inside: "Department of
    Justice", "Vincent van Gogh", "Kim Jong-un".
    """
    last = 0
    for i in line.capitals:
        if i < last or not _capital(line, i, taken):
            continue
        last = i + 1
        while after := _continued(line, i, last, taken):
            last = after
        yield i, last


def _capital(line: Line, i: int, taken: Set[int]) -> bool:
    word = line.words[i]
    if not line.text[word.start].isupper() or line.text.startswith("@", max(word.start - 1, 0)):
        return False
    if word.stop:
        return i > 0 and len(word.form) == 1 and line.text.startswith(". ", word.end)
    return i not in taken


def _continued(line: Line, first: int, i: int, taken: Set[int]) -> int:
    """Where the run from `first` ends if word `i` goes on with it; 0 if it does not."""
    if i >= len(line.words) or line.end(i - 1) < line.words[i - 1].end:
        return 0
    if _joined(line, i):
        form, hyphened = line.form(i), line.gap(i) == "-"
        if _capital(line, i, taken):
            return i + 1
        syllable = len(form) <= 3 and form.isalpha() and form not in _COMPOUND
        if hyphened and syllable and len(line.form(i - 1)) > 2:
            return i + 1
        bridge = _bridge(line, first, i)
        if bridge and bridge < len(line.words) and line.gap(bridge) in {" ", "-", "\n"}:
            return bridge + 1 if _capital(line, bridge, taken) else 0
    return 0


def _joined(line: Line, i: int) -> bool:
    gap, before = line.gap(i), line.form(i - 1)
    if gap in {". ", "."}:
        return line.abbreviated(i - 1)
    if gap == "-":
        apart = line.capital(i) and (_placed(before) or _placed(line.form(i)))
        return not apart and len(before) > 1
    return gap in {" ", "\n", " & "}


def _placed(form: str) -> bool:
    return form in atlas().place or form in atlas().people


def _bridge(line: Line, first: int, i: int) -> int:
    """The word that "of", "for the", "van" or "and" at word `i` leads to; 0 if it is no bridge."""
    form, before = line.form(i), line.form(i - 1)
    if form in roles.PARTICLES:
        return i + 1
    if form in roles.HEADS and before in roles.HEADS[form]:
        return i + 2 if line.form(i + 1) == "the" else i + 1
    inside = {line.form(each) for each in range(first, i)}
    return i + 1 if form == "and" and not inside.isdisjoint({"on", "for", "food"}) else 0
