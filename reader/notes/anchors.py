"""How a note holds on to its passage, and finds it again in an article that has changed.

The W3C Web Annotation selectors: the quotation with the words before and after it, and its
position. What is found is graded; what is doubtful is not found, but can be guessed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from reader.model import Anchor, Reading, Span
from reader.notes.matching import CONTEXT, Match, best_match
from reader.notes.page import words

# Chosen on edits of the sample story, held on those of other stories (`tests.gold.anchors`):
# what is left of an article seldom fits a passage that is gone as well as this.
_SURE = 0.53
_MARGIN = 0.15
_TWIN = 0.65
_TWIN_PHRASE = 0.75
# From these fits on a passage is told to be changed little, and to be reworded.
_LITTLE = 0.85
_MUCH = 0.65


class Grade(StrEnum):
    """How a passage was found: untouched, the same words elsewhere, or words like them."""

    EXACT = "exact"
    MOVED = "moved"
    FUZZY = "fuzzy"


@dataclass(frozen=True, slots=True)
class Found:
    """Where a passage stands now; `score`, 0 to 1, is how much of it and what is around it fits."""

    span: Span
    grade: Grade
    score: float

    @property
    def told(self) -> str:
        """In words how it was found again; "" for a passage that nobody touched."""
        if self.grade is Grade.EXACT:
            return ""
        if self.grade is Grade.MOVED:
            return "the same words, at another place"
        fit = f"fits {self.score:.0%}"
        if self.score >= _LITTLE:
            return f"a few words changed, {fit}"
        return f"reworded, {fit}" if self.score >= _MUCH else f"much reworded, {fit}: make sure"


def anchor(reading: Reading, span: Span) -> Anchor:
    """The anchor of `span` in `reading`; paragraph and sentence are those it begins in."""
    article = reading.article
    begun = [sentence for sentence in reading.sentences if sentence.span.start <= span.start]
    made = Anchor(
        article=f"sha256:{article.sha256}",
        exact=span.of(article.text),
        start=span.start,
        end=span.end,
        prefix=article.text[max(0, span.start - CONTEXT) : span.start],
        suffix=article.text[span.end : span.end + CONTEXT],
        paragraph=begun[-1].paragraph if begun else 0,
        sentence=begun[-1].index if begun else 0,
        outlet=article.outlet,
        headline=article.headline,
        url=article.url,
        published=article.published,
        retrieved=article.retrieved,
    )
    rival = best_match(made, reading, apart=span)
    return replace(made, rival=round(rival.score, 2) if rival else 0.0)


def find(anchor: Anchor, reading: Reading) -> Span | None:
    """Where the passage of `anchor` stands in `reading`; None where that is doubtful."""
    found = place(anchor, reading)
    return found.span if found else None


def place(anchor: Anchor, reading: Reading) -> Found | None:
    """Where the passage of `anchor` stands in `reading`, and its grade; None where doubtful."""
    text = reading.article.text
    if _untouched(anchor, text):
        return Found(Span(anchor.start, anchor.end), Grade.EXACT, 1.0)
    match = best_match(anchor, reading)
    if match is None or not _sure(anchor, match):
        return None
    span = _with_marks(anchor.exact, text, match.span)
    same = words(span.of(text)) == words(anchor.exact)
    return Found(span, Grade.MOVED if same else Grade.FUZZY, match.score)


def guess(anchor: Anchor, reading: Reading) -> Found | None:
    """The passage of `reading` most like that of an orphan, however little; to be offered only."""
    match = best_match(anchor, reading)
    if match is None:
        return None
    span = _with_marks(anchor.exact, reading.article.text, match.span)
    return Found(span, Grade.FUZZY, match.score)


def _untouched(anchor: Anchor, text: str) -> bool:
    before = text[max(0, anchor.start - CONTEXT) : anchor.start]
    after = text[anchor.end : anchor.end + CONTEXT]
    there = text[anchor.start : anchor.end] == anchor.exact != ""
    return there and before.endswith(anchor.prefix) and after.startswith(anchor.suffix)


def _sure(anchor: Anchor, match: Match) -> bool:
    """Whether `match` is the passage and not one like it.

    The same words as whole sentences are. Otherwise it has to fit clearly better than the
    next-best passage did when the note was made; but a sentence that fitted nearly as well said
    the same, where a phrase may have been said of something else.
    """
    if match.same and match.whole:
        return True
    if match.cut and not match.same:
        return False
    enough = min(max(_SURE, anchor.rival + _MARGIN), _TWIN if match.whole else _TWIN_PHRASE)
    return match.alike and match.score >= enough


def _with_marks(exact: str, text: str, span: Span) -> Span:
    """`span` with the quotation marks and stops beside it, if the passage had such at that end."""
    start, end = span.start, span.end
    exact = exact.strip()
    if exact and not exact[0].isalnum():
        while start and _is_mark(text[start - 1]):
            start -= 1
    if exact and not exact[-1].isalnum():
        while end < len(text) and _is_mark(text[end]):
            end += 1
    return Span(start, end)


def _is_mark(character: str) -> bool:
    return not character.isalnum() and not character.isspace()
