"""A whole story compared: claims, figures, quotations, origins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from reader.model.article import Fact, FactType, Reading
from reader.model.comparison import Mark, strongest
from reader.model.text import Span


class Telling(NamedTuple):
    """A sentence of a story: the position of its article, and its own index there."""

    article: int
    sentence: int


@dataclass(frozen=True, slots=True, order=True)
class Excerpt:
    """Some words of one telling."""

    telling: Telling
    span: Span


@dataclass(frozen=True, slots=True)
class Dispute:
    """What the tellings of a claim set against each other, as the reasons of their links say.

    `values` holds a tuple of excerpts for each value, the value of most articles first; `about`
    names the slot they fill, as the head of a reason's line does.
    """

    kind: Mark
    type: str
    about: str
    values: tuple[tuple[Excerpt, ...], ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that several articles tell: a row of the matrix.

    `gist` is the shortest of those most like the others; `marks` has one an article, None for
    those that are silent; `origins` are the articles grouped by who seems to have written it.
    """

    tellings: tuple[Telling, ...]
    gist: Telling
    marks: tuple[Mark | None, ...]
    disputes: tuple[Dispute, ...]
    origins: tuple[tuple[int, ...], ...]

    @property
    def mark(self) -> Mark:
        """The strongest of the marks."""
        return strongest(mark for mark in self.marks if mark)

    @property
    def articles(self) -> tuple[int, ...]:
        """The positions of the articles that tell it."""
        return tuple(k for k, mark in enumerate(self.marks) if mark)


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact as the article at a position has it."""

    article: int
    fact: Fact

    @property
    def telling(self) -> Telling:
        """The sentence it stands in."""
        return Telling(self.article, self.fact.sentence)

    @property
    def excerpt(self) -> Excerpt:
        """Its words."""
        return Excerpt(self.telling, self.fact.span)


@dataclass(frozen=True, slots=True)
class Given(Stated):
    """A figure as one article gives it; `contested` where another gives one it excludes."""

    contested: bool


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity or a date of one thing, as the articles give it: a row of the figures.

    `about` is what is counted, in words of the text; "" if unknown.
    """

    type: FactType
    about: str
    given: tuple[Given, ...]

    @property
    def contested(self) -> bool:
        """Whether two articles give what cannot both be right."""
        return any(one.contested for one in self.given)


@dataclass(frozen=True, slots=True)
class Variant(Stated):
    """A quotation as one article has it.

    `grade` compares it with the fullest variant: "fullest" itself, "identical", "typographic",
    "trimmed" or "altered". `speaker` is whom this article names, "" if nobody. `changes` are
    the places where the words differ: the span in the fullest variant's article and the one in
    this; an empty span stands where words were left out or put in.
    """

    grade: str
    speaker: str
    changes: tuple[tuple[Span, Span], ...] = ()


@dataclass(frozen=True, slots=True)
class Quotation:
    """One utterance and its variants, the fullest first; `speaker` is whom most of them name."""

    speaker: str
    variants: tuple[Variant, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """Articles that one hand seems to have written, and why that seems so.

    `name` is the agency that is credited, or the outlet of an article on its own; "" for articles
    that share their text and do not say whose it is.
    """

    name: str
    articles: tuple[int, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Synopsis:
    """What the articles of a story say together.

    `only_here` has, for each article, the sentences that no other tells; `origins` cover every
    article once.
    """

    readings: tuple[Reading, ...]
    claims: tuple[Claim, ...]
    only_here: tuple[tuple[int, ...], ...]
    figures: tuple[Figure, ...]
    quotations: tuple[Quotation, ...]
    origins: tuple[Origin, ...]

    def text(self, telling: Telling) -> str:
        """The sentence of a telling."""
        return self.readings[telling.article].text(telling.sentence)

    def whole(self, telling: Telling) -> Excerpt:
        """All the words of a telling."""
        return Excerpt(telling, self.readings[telling.article].sentences[telling.sentence].span)

    def words(self, excerpt: Excerpt) -> str:
        """The words of an excerpt."""
        return excerpt.span.of(self.readings[excerpt.telling.article].article.text)
