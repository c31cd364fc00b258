"""An article as a comparison needs it: sentences in paragraphs, what to leave out, facts."""

from __future__ import annotations

from bisect import bisect_right

from reader.language.facts import facts_of
from reader.language.furniture import is_furniture
from reader.language.paragraphs import paragraphs
from reader.language.repeats import repeats
from reader.language.sentences import split
from reader.model import Article, Reading, Sentence, Span


def read(article: Article) -> Reading:
    """The reading of `article`: every character of its text in a sentence, or white space."""
    text = article.text
    starts = [start for start, _ in paragraphs(text)]
    spans = [Span(start, end) for start, end in split(text)]
    told = [span.of(text) for span in spans]
    sentences = tuple(
        Sentence(index, bisect_right(starts, span.start) - 1, span, is_furniture(words), repeated)
        for index, (span, words, repeated) in enumerate(
            zip(spans, told, repeats(told), strict=True)
        )
    )
    return Reading(article, sentences, facts_of(text, sentences, article.published))
