"""Where a quotation and the words around it fit best into an article, by words not characters.

Every distinct word is written as one letter, so that rapidfuzz's longest common subsequence
compares words; a word counts the more, the fewer sentences of the article have it.
"""

from __future__ import annotations

from dataclasses import dataclass

from reader.model import Anchor, Reading, Span
from reader.notes.page import EDGE, Page, Phrase, page_of, words

CONTEXT = 32
_CONTEXT = 0.5
_DISTANCE = 0.1
_ALIKE = 0.4
_MOST = 0.7
_SLACK = 2
_NEAR = 5
_PEAKS = 6
_MOST_STEPS = 20_000


@dataclass(frozen=True, slots=True)
class Match:
    """A passage like the one looked for.

    `score`, 0 to 1, is how much the two have in common with the words around them; `alike` says
    that they have much in common themselves, `same` that they are the same but for misprints,
    `whole` that this one is all or almost all of its sentences, and `cut` that what stood before
    and after the old passage now meets here, with nothing between.
    """

    span: Span
    score: float
    alike: bool
    same: bool
    whole: bool
    cut: bool


@dataclass(frozen=True, slots=True)
class _Target:
    """What is looked for on a page: a quotation, the words on either side, the old position."""

    page: Page
    before: Phrase
    quote: Phrase
    after: Phrase
    start: int

    def share(self, at: int, end: int) -> float:
        """Dice's coefficient of the quotation and the words from `at` to `end`, by weight."""
        total = self.quote.weight + self.page.weight(at, end)
        return 2 * self.quote.common(self.page.letters[at:end]) / total

    def fit(self, at: int, end: int) -> float:
        """How well the words from `at` to `end` fit, 0 to 1.

        Dice's coefficient again, but over the words around them too, which count less; and the
        way from the old position costs a little, so that of two alike the nearer is taken.
        """
        page = self.page
        start = max(0, at - len(self.before.letters) - _SLACK)
        stop = end + len(self.after.letters) + _SLACK
        around = self.before.common(page.letters[start:at])
        around += self.after.common(page.letters[end:stop])
        total = self.quote.weight + page.weight(at, end)
        context = self.before.weight + self.after.weight
        common = self.share(at, end) * total + 2 * _CONTEXT * around
        way = abs(page.spans[at].start - self.start) / (page.spans[-1].end + 1)
        return max(0.0, common / (total + 2 * _CONTEXT * context) - _DISTANCE * min(1.0, way))

    def alike(self, at: int, end: int) -> bool:
        """Whether the words from `at` to `end` are much like the quotation themselves."""
        return self.share(at, end) >= _ALIKE

    def cut(self, at: int, end: int) -> bool:
        """Whether most of what stood before and after the quotation meets at or near this place."""
        letters, before, after = self.page.letters, self.before, self.after
        meeting = range(max(1, at - _NEAR), min(end + _NEAR, len(letters)))
        return any(
            before.common(letters[max(0, here - len(before.letters)) : here])
            > _MOST * before.weight
            and after.common(letters[here : here + len(after.letters)]) > _MOST * after.weight
            for here in meeting
        )


def best_match(anchor: Anchor, reading: Reading, apart: Span | None = None) -> Match | None:
    """The passage of `reading` most like that of `anchor`, and nowhere in `apart`.

    None where the passage has no words, or the rest of the article too few.
    """
    page = page_of(reading.article.text, reading.sentences)
    quote = page.spell(words(anchor.exact))
    before, after = words(anchor.prefix), words(anchor.suffix)
    # A full-length context is cut anywhere, mid-word too; a shorter one ends where the text did.
    before = before[1:] if len(anchor.prefix) >= CONTEXT else [EDGE, *before]
    after = after[:-1] if len(anchor.suffix) >= CONTEXT else [*after, EDGE]
    target = _Target(page, page.spell(before), quote, page.spell(after), anchor.start)
    length = min(len(quote.letters), len(page.letters) - 2)

    def free(at: int, end: int) -> bool:
        inside = 1 <= at < end < len(page.letters)
        return inside and not (apart and page.span(at, end).overlaps(apart))

    starts = [at for at in _candidates(target, length) if free(at, at + length)]
    if not starts:
        return None
    rough = max(
        starts, key=lambda at: (target.alike(at, at + length), target.fit(at, at + length), -at)
    )
    nudges = range(-_SLACK, _SLACK + 1)
    ends = [(rough + a, rough + length + b) for a in nudges for b in nudges]
    at, end = max(
        (place for place in ends if free(*place)),
        key=lambda place: (target.share(*place), target.fit(*place)),
    )
    whole = page.whole_sentences(at, end)
    return Match(
        span=page.span(*whole or (at, end)),
        score=target.fit(at, end),
        alike=target.alike(at, end),
        same=page.letters[at:end] == quote.letters,
        whole=whole is not None,
        cut=target.cut(at, end),
    )


def _candidates(target: _Target, length: int) -> set[int]:
    """Where the quotation may begin: where it, or it with the words around it, fits best."""
    page, quote, lead = target.page.letters, target.quote.letters, len(target.before.letters)
    last = len(page) - 1 - length
    step = max(1, length // 8, last // _MOST_STEPS)
    found = _peaks(page, quote, 0, range(1, last + 1, step))
    context = target.before.letters + quote + target.after.letters
    found |= _peaks(page, context, lead, range(1, last + 1, step))
    return {near for at in found for near in range(max(1, at - step), min(at + step, last) + 1)}


def _peaks(page: str, letters: str, lead: int, places: range) -> set[int]:
    """The few of `places` where `letters`, begun `lead` earlier, has most in common with `page`."""
    from rapidfuzz.distance import LCSseq

    size = len(letters)
    shared = [
        (LCSseq.similarity(letters, page[max(0, at - lead) : at - lead + size]), -at)
        for at in places
    ]
    peaks: list[int] = []
    for _, at in sorted(shared, reverse=True):
        if all(abs(-at - peak) > size // 4 for peak in peaks):
            peaks.append(-at)
            if len(peaks) == _PEAKS:
                break
    return set(peaks)
