"""An article as a row of words: what each weighs, where it stands, in which sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import log

from reader.model import Sentence, Span

EDGE = "\n"
_UNKNOWN = "\0"
# Scripts that set no spaces between words are read character by character.
_UNSPACED = r"\u3040-\u30ff\u3400-\u9fff"
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+(?:['’][^\W_{_UNSPACED}]+)*")


def words(text: str) -> list[str]:
    """The words of `text` in the form in which they are compared."""
    return [_folded(found.group()) for found in _WORD.finditer(text)]


def _folded(word: str) -> str:
    return word.casefold().replace("’", "'")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in the letters of a page, a letter a word, with the weight of each in nats."""

    letters: str
    weights: tuple[float, ...]

    @property
    def weight(self) -> float:
        """What all its words weigh together."""
        return sum(self.weights)

    def common(self, letters: str) -> float:
        """What those of its words weigh that `letters` has too, in the same order."""
        from rapidfuzz.distance import LCSseq

        blocks = LCSseq.editops(self.letters, letters).as_matching_blocks()
        return sum(sum(self.weights[block.a : block.a + block.size]) for block in blocks)


class Page:
    """The words of an article, numbered from 1, between an edge at 0 and an edge at the end.

    `letters` has one letter a word and an edge, `spans` the characters each covers.
    """

    def __init__(self, text: str, sentences: tuple[Sentence, ...]) -> None:
        found = list(_WORD.finditer(text))
        row = [_folded(word.group()) for word in found]
        starts = [sentence.span.start for sentence in sentences]
        self._homes = [bisect_right(starts, word.start()) for word in found]
        self._sentences = len(sentences)
        self._seen = Counter(word for word, _ in set(zip(row, self._homes, strict=True)))
        self._alphabet = {word: chr(at) for at, word in enumerate([_UNKNOWN, EDGE, *self._seen])}
        self.spans = [Span(*word.span()) for word in found]
        self.spans = [Span(0, 0), *self.spans, Span(len(text), len(text))]
        phrase = self.spell([EDGE, *row, EDGE])
        self.letters, self._weights = phrase.letters, phrase.weights

    def spell(self, words: Iterable[str]) -> Phrase:
        """`words` in the letters of this page; one that it does not have is like no other."""
        words = [self._nearest(word) for word in words]
        letters = "".join(self._alphabet.get(word, _UNKNOWN) for word in words)
        return Phrase(letters, tuple(map(self._weight, words)))

    def _nearest(self, word: str) -> str:
        """`word`, or the word of the page that it is when one of the two has a misprint."""
        if word in self._alphabet or len(word) < 4 or not word.isalpha():
            return word
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extractOne

        found = extractOne(word, list(self._seen), scorer=OSA.distance, score_cutoff=1)
        return found[0] if found else word

    def _weight(self, word: str) -> float:
        """The information in meeting `word` in a sentence of this article; never nothing."""
        return 0.2 + log((self._sentences + 1) / (self._seen[word] + 0.5))

    def weight(self, at: int, end: int) -> float:
        """What the words from `at` to `end` weigh together."""
        return sum(self._weights[at:end])

    def span(self, at: int, end: int) -> Span:
        """The characters that the words from `at` to `end` cover."""
        return Span(self.spans[at].start, self.spans[end - 1].end)

    def whole_sentences(self, at: int, end: int) -> tuple[int, int] | None:
        """The words of the whole sentences that those from `at` to `end` all but are, if any."""
        homes = self._homes
        first, last = homes[at - 1], homes[end - 2]
        begin, stop = bisect_right(homes, first - 1) + 1, bisect_right(homes, last) + 1
        second, before_last = bisect_right(homes, first) + 1, bisect_right(homes, last - 1) + 1
        if 2 * (second - at) < second - begin:
            begin = second
        if 2 * (end - before_last) < stop - before_last:
            stop = before_last
        strays = abs(begin - at) + abs(stop - end)
        return (begin, stop) if begin < stop and 5 * strays <= end - at else None


@lru_cache(maxsize=8)
def page_of(text: str, sentences: tuple[Sentence, ...]) -> Page:
    """The page of an article, kept for the next note on it."""
    return Page(text, sentences)
