"""Where words that the reporter gives stand in an article."""

from __future__ import annotations

import re

from reader.model import Anchor, ReaderError, Reading, Span, sanitise_line
from reader.notes.matching import best_match

_MARKS = str.maketrans("“”„«»‘’‚", '"""""\'\'\'')


def quoted_in(reading: Reading, words: str) -> Span:
    """Where `words` stand in `reading`, whatever its line ends and quotation marks.

    Raises ReaderError where they stand nowhere, with what is most like them, or several times.
    """
    wanted = words.translate(_MARKS).split()
    pattern = r"\s+".join(map(re.escape, wanted))
    text = reading.article.text
    found = [Span(*match.span()) for match in re.finditer(pattern, text.translate(_MARKS))]
    if wanted and len(found) == 1:
        return found[0]
    shown = f"“{sanitise_line(words)[:60]}”"
    if wanted and found:
        raise ReaderError(f"{shown} stands there {len(found)} times: quote more of the sentence")
    near = best_match(Anchor("", words, 0, 0), reading) if len(words) <= len(text) else None
    hint = f": “{sanitise_line(near.span.of(text))}” is most like it" if near else ""
    raise ReaderError(f"{shown} is not in {reading.article.outlet or reading.article.path}{hint}")
