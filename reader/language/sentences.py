"""A text's sentences, as offsets. Nothing but white space lies between them."""

from __future__ import annotations

from collections.abc import Iterator

from reader.language.paragraphs import paragraphs
from reader.language.seams import seams
from reader.language.stops import STOP, closed, ends

# One straight quote and one space stand for all others, so that none changes what is decided.
_PLAIN = str.maketrans("“”„‟«»″‘’‚‛′\n\r\t\xa0\u202f", '"' * 7 + "'" * 5 + " " * 5)


def split(text: str) -> list[tuple[int, int]]:
    """The spans ``[start, end)`` of the sentences of `text`, in order, none of them empty.

    Time grows with the length of the text only, whatever it holds.
    """
    plain = text.translate(_PLAIN)
    return [
        sentence
        for start, end in paragraphs(text)
        for piece in _pieces(plain, start, end)
        for sentence in _sentences(plain, *piece)
    ]


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for cut in [*seams(text, start, end), end]:
        piece = _trimmed(text, start, cut)
        if piece[0] < piece[1]:
            yield piece
        start = cut


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for stop in STOP.finditer(text, start, end):
        if stop.end() < end and ends(text, start, stop):
            cut = closed(text, stop)
            yield start, cut
            start = _trimmed(text, cut, end)[0]
    yield start, end


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without the white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
