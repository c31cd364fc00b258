"""An article, what it consists of, and what can be checked in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from reader.model.text import Span


@dataclass(frozen=True, slots=True)
class Article:
    """One outlet's report. Every text field has been sanitised.

    `raw` is the input as it came, or that part of it which is this report, where a file holds
    several; `sha256` is always that of `raw`. `path` is fit for the screen; `place` is where the
    article lies as the system knows it, None where it lies in no story. `left_out` says, a line
    each, what of the input is not in `text`: furniture, captions, attachments. `earlier` are the
    `sha256` of its earlier versions.
    """

    text: str
    sha256: str
    outlet: str
    headline: str = ""
    byline: str = ""
    dateline: str = ""
    credit: str = ""
    published: date | datetime | None = None
    url: str = ""
    retrieved: datetime | None = None
    path: str = ""
    updated: date | datetime | None = None
    left_out: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    raw: bytes = field(default=b"", repr=False, compare=False)
    place: Path | None = field(default=None, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Story:
    """Articles about one event; `faults` says, a line each, what could not be read."""

    name: str
    articles: tuple[Article, ...]
    folder: Path | None = None
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article's text. `repeats` is the index of the sentence it says again."""

    index: int
    paragraph: int
    span: Span
    furniture: bool = False
    repeats: int | None = None

    @property
    def linkable(self) -> bool:
        """Whether the sentence takes part in a comparison at all."""
        return not self.furniture and self.repeats is None


class FactType(StrEnum):
    """What kind of checkable thing a fact is."""

    QUANTITY = "quantity"
    DATE = "date"
    NAME = "name"
    PLACE = "place"
    QUOTATION = "quotation"
    ATTRIBUTION = "attribution"
    NEGATION = "negation"
    STATUS = "status"


@dataclass(frozen=True, slots=True)
class Interval:
    """A quantity as the numbers it allows, both ends included: "more than 20" is (20, inf).

    `so_far` is what a count that may rise has come to, 31 for "at least 31", and 0 for others.
    """

    low: float
    high: float
    unit: str = ""
    so_far: float = field(default=0, compare=False, repr=False)

    def meets(self, other: Interval) -> bool:
        """Whether some number satisfies both."""
        return self.low <= other.high and other.low <= self.high

    def excludes(self, other: Interval) -> bool:
        """Whether both cannot be right of one thing: no number satisfies them.

        None does where they only touch where they were rounded, nor where both count so far.
        """
        if self.unit != other.unit:
            return True
        if self.so_far and other.so_far:
            return self.so_far < other.low or other.so_far < self.low
        if self.low == self.high or other.low == other.high:
            return not self.meets(other)
        return self.low >= other.high or other.low >= self.high


@dataclass(frozen=True, slots=True)
class Period:
    """A date as the days it allows, both ends included: "in June" is the whole month."""

    first: date
    last: date

    def meets(self, other: Period) -> bool:
        """Whether some day satisfies both."""
        return self.first <= other.last and other.first <= self.last


@dataclass(frozen=True, slots=True)
class Fact:
    """Something checkable in a sentence: where it stands, its normal form, what it is about.

    `value` is an Interval for quantities, a Period for dates that could be resolved, otherwise
    the words in normal form. `about` is what is counted, who speaks, what is denied; "" if unknown.
    """

    type: FactType
    span: Span
    sentence: int
    value: Interval | Period | str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """An article with its sentences and facts: all that a comparison needs of it."""

    article: Article
    sentences: tuple[Sentence, ...]
    facts: tuple[Fact, ...] = ()

    def text(self, index: int) -> str:
        """The text of sentence `index`."""
        return self.sentences[index].span.of(self.article.text)
