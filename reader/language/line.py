"""A sentence as the finders of facts see it: plain characters, words, what stands around them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from reader.language.roles import ABBREVIATED
from reader.language.words import Word, adverb, listed, words
from reader.model import Fact, FactType, Interval, Period, Sentence, Span

_WALL = re.compile(r'[.,;:!?()\[\]"…]|\s-+\s|--|\n\s*\n')
_TIES = frozenset({" ", "-", "\n", "  ", " -", "- "})
_DIVIDERS = listed("after although and because before but if or than though when while")


@dataclass(frozen=True)
class Line:
    """Sentence `index`, whose plain `text` begins at `start` of the article.

    The offsets of `words` count from the beginning of the line; facts count from the
    beginning of the article.
    """

    index: int
    start: int
    text: str
    words: list[Word]

    @classmethod
    def of(cls, plain: str, sentence: Sentence) -> Line:
        """The line of `sentence` in an article's plain text."""
        text = sentence.span.of(plain)
        return cls(sentence.index, sentence.span.start, text, words(text))

    def fact(
        self, kind: FactType, start: int, end: int, value: Interval | Period | str, about: str = ""
    ) -> Fact:
        """A fact that stands at ``[start, end)`` of the line."""
        return Fact(kind, Span(self.start + start, self.start + end), self.index, value, about)

    def form(self, i: int) -> str:
        """The form of word `i`; "" beyond either end."""
        return self.words[i].form if 0 <= i < len(self.words) else ""

    def abbreviated(self, i: int) -> bool:
        """Whether a full stop behind word `i` only shortens it: "Mr.", "W."."""
        return len(self.form(i)) == 1 or self.form(i) in ABBREVIATED

    def run(self, i: int, reach: int = 8) -> list[str]:
        """The forms from word `i` on that nothing but spaces and hyphens divide."""
        end, most = i + 1, min(i + reach, len(self.words))
        while end < most and self.gap(end) in _TIES:
            end += 1
        return [word.form for word in self.words[i:end]]

    def capital(self, i: int) -> bool:
        """Whether word `i` begins with a capital letter."""
        return self.text[self.words[i].start].isupper()

    def gap(self, i: int) -> str:
        """The characters between word `i - 1` and word `i`, or either end of the line."""
        end = self.words[i].start if i < len(self.words) else len(self.text)
        return self.text[self.words[i - 1].end if i else 0 : end]

    def end(self, i: int) -> int:
        """Where word `i` ends, a possessive left out."""
        end = self.words[i].end
        if self.text.endswith(("'s", "'S"), self.words[i].start + 1, end):
            return end - 2
        return end - self.text.endswith("'", self.words[i].start + 1, end)

    def under(self, spans: Iterable[tuple[int, int]]) -> set[int]:
        """The words that the spans of the line touch."""
        found: set[int] = set()
        for start, end in spans:
            first = bisect_right(self.words, start, key=lambda word: word.end)
            last = bisect_left(self.words, end, key=lambda word: word.start)
            found.update(range(first, last))
        return found

    def under_facts(self, facts: Iterable[Fact]) -> set[int]:
        """The words that the spans of facts touch."""
        return self.under(
            (fact.span.start - self.start, fact.span.end - self.start) for fact in facts
        )

    def walled(self, i: int) -> bool:
        """Whether punctuation stands before word `i`."""
        gap = self.gap(i)
        return bool(_WALL.search(gap)) and not (gap == ". " and self.abbreviated(i - 1))

    def barred(self, i: int) -> bool:
        """Whether punctuation other than a quotation mark or hyphen stands before word `i`."""
        gap = self.gap(i)
        return bool(gap.strip(" -'\"\n")) and not (gap == ". " and self.abbreviated(i - 1))

    def meant(self, i: int, reach: int = 6) -> int:
        """The first word from `i` on that carries meaning and is no name; -1 if none does."""
        for j in range(i, min(i + reach, len(self.words))):
            if self.barred(j):
                return -1
            word = self.words[j]
            named = self.capital(j) and not self.headline
            idle = word.stop or adverb(word.form) or word.form in {"ever", "yet"}
            if not (idle or named):
                return j
        return -1

    @cached_property
    def capitals(self) -> list[int]:
        """The words that begin with a capital letter."""
        return [i for i, word in enumerate(self.words) if self.text[word.start].isupper()]

    @cached_property
    def headline(self) -> bool:
        """Whether the words are set as in a title, so that a capital says nothing."""
        if len(self.capitals) < 3 or "." in self.text[self.words[-1].end :]:
            return False
        long = {
            i for i, word in enumerate(self.words) if i and not word.stop and len(word.form) > 3
        }
        return len(long) > 2 and len(long.intersection(self.capitals)) > 0.7 * len(long)

    def after(self, i: int, most: int = 3, reach: int = 6) -> str:
        """Up to `most` stems of meaning from word `i` on, as far as the phrase goes."""
        return " ".join(self._stems(range(i, min(i + reach, len(self.words))), 0, most))

    def before(self, i: int, most: int = 2, reach: int = 4) -> str:
        """Up to `most` stems of meaning that lead up to word `i`, in their order."""
        found = list(self._stems(range(i - 1, max(i - 1 - reach, -1), -1), 1, most))
        return " ".join(reversed(found))

    def around(self, first: int, last: int) -> str:
        """The stems of meaning after and before words ``[first, last)``, those after them first."""
        return " ".join(filter(None, (self.after(last), self.before(first))))

    def _stems(self, indices: range, side: int, most: int) -> Iterator[str]:
        for i in indices:
            word = self.words[i]
            if self.walled(i + side) or word.form in _DIVIDERS or most == 0:
                return
            if not word.stop and not word.stem[0].isdigit():
                most -= 1
                yield word.stem
