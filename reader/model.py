"""The nouns of Reader: frozen values that every room passes along, and the one family of errors.

Nothing here needs a library, and nothing here imports another room.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple


class ReaderError(Exception):
    """Something the person at the screen should be told: one line, the file named, what to do."""


_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def sanitise(text: str) -> str:
    """`text` with plain line ends, and every control, bidi control and surrogate as U+FFFD.

    Called once, where text comes in; what has passed here cannot move a cursor, retitle a
    terminal, touch a clipboard or fail to encode.
    """
    return _UNSAFE.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def sanitise_line(text: str) -> str:
    """`text` sanitised and on one line, for names, titles, addresses and messages."""
    return " ".join(sanitise(text).split())


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open character offsets ``[start, end)`` into an article's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans have a character in common."""
        return self.start < other.end and other.start < self.end


# Articles and how they read ------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Article:
    """One outlet's report. Every text field has been sanitised.

    `raw` is the input as it came, or that part of it which is this report, where a file holds
    several; `sha256` is always that of `raw`. `left_out` says, a line each, what of the input is
    not in `text`: furniture, captions, attachments. `earlier` are the `sha256` of its earlier
    versions.
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
    """A quantity as the numbers it allows, both ends included: "more than 20" is (20, inf)."""

    low: float
    high: float
    unit: str = ""

    def meets(self, other: Interval) -> bool:
        """Whether some number satisfies both."""
        return self.low <= other.high and other.low <= self.high


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


# Comparisons ---------------------------------------------------------------------------------


class Mark(StrEnum):
    """What a sentence or a passage is in a pair."""

    SHARED = "shared"
    UNIQUE = "unique"
    FRAMING = "framing"
    CONFLICT = "conflict"


STRENGTH = {Mark.UNIQUE: 0, Mark.SHARED: 1, Mark.FRAMING: 2, Mark.CONFLICT: 3}
THRESHOLD = 0.18
"""The confidence from which a conflict is called one, unless the reporter asks for another."""

SIGN = {Mark.UNIQUE: "+", Mark.SHARED: "=", Mark.FRAMING: "~", Mark.CONFLICT: "!"}


def strongest(marks: Iterable[Mark]) -> Mark:
    """The strongest of `marks` (conflict, framing, shared); unique where there are none."""
    return max(marks, key=STRENGTH.__getitem__, default=Mark.UNIQUE)


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a sentence that carries one mark; the passages of a sentence partition it."""

    span: Span
    mark: Mark


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a link has its kind: a type, the words on each side, one line for the reporter.

    Where the sides differ the line reads "what: of A / of B", and `confidence` is how likely it is
    that they do, 0 to 1.
    """

    type: str
    a: Span | None
    b: Span | None
    why: str
    confidence: float = 1.0

    @property
    def differs(self) -> bool:
        """Whether the line sets what one side says against what the other does."""
        return " / " in self.why and not self.why.startswith("both ")

    def mirrored(self) -> Reason:
        """The same reason seen from the other article."""
        head, colon, values = self.why.partition(": ")
        if " / " not in values:
            head, colon, values = "", "", self.why
        left, slash, right = values.partition(" / ")
        why = f"{head}{colon}{right}{slash}{left}" if slash else self.why
        return Reason(self.type, self.b, self.a, why, self.confidence)


@dataclass(frozen=True, slots=True)
class Link:
    """Sentence `a` of one article and sentence `b` of the other report the same fact.

    `kind` is never UNIQUE; `score` is the probability that the link is right, 0 to 1;
    `by_reporter` marks a correction, which no machine overrules. `doubts` are what may differ,
    but not surely enough to call the link a conflict.
    """

    a: int
    b: int
    kind: Mark
    score: float
    reasons: tuple[Reason, ...] = ()
    by_reporter: bool = False
    doubts: tuple[Reason, ...] = ()

    def mirrored(self) -> Link:
        """The same link seen from the other article."""
        reasons = tuple(reason.mirrored() for reason in self.reasons)
        doubts = tuple(reason.mirrored() for reason in self.doubts)
        return replace(self, a=self.b, b=self.a, reasons=reasons, doubts=doubts)


@dataclass(frozen=True, slots=True)
class Near:
    """The most likely partner of a sentence that has none, with its score."""

    index: int
    score: float


@dataclass(frozen=True, slots=True)
class Side:
    """One article of a comparison: a mark and the nearest partner a sentence, passages in order.

    `contradictions` are conflicts between two of its own sentences, the earlier one as `a`.
    """

    reading: Reading
    marks: tuple[Mark, ...]
    passages: tuple[Passage, ...]
    nearest: tuple[Near | None, ...]
    contradictions: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """All links, reasons and marks of one pair of articles."""

    a: Side
    b: Side
    links: tuple[Link, ...]

    def mirrored(self) -> Comparison:
        """The comparison with its sides exchanged: what comparing B with A gives."""
        links = sorted((link.mirrored() for link in self.links), key=lambda link: (link.a, link.b))
        return Comparison(self.b, self.a, tuple(links))

    @property
    def conflicts(self) -> int:
        """How many links are in conflict."""
        return sum(link.kind is Mark.CONFLICT for link in self.links)


# Stories as a whole ---------------------------------------------------------------------------


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
class Given:
    """A figure as one article gives it; `contested` where another gives one it excludes."""

    article: int
    fact: Fact
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
class Variant:
    """A quotation as one article has it.

    `grade` compares it with the fullest variant: "fullest" itself, "identical", "typographic",
    "trimmed" or "altered". `speaker` is whom this article names, "" if nobody. `changes` are
    the places where the words differ: the span in the fullest variant's article and the one in
    this; an empty span stands where words were left out or put in.
    """

    article: int
    fact: Fact
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

    def words(self, excerpt: Excerpt) -> str:
        """The words of an excerpt."""
        return excerpt.span.of(self.readings[excerpt.telling.article].article.text)


# Notes ---------------------------------------------------------------------------------------


class Status(StrEnum):
    """How far the reporter has come with a note."""

    OPEN = "open"
    CHECKED = "checked"
    DISPUTED = "disputed"
    WRONG = "wrong"
    CANNOT_VERIFY = "cannot-verify"


class Relation(StrEnum):
    """What a note's passages are to each other."""

    SHARED = "shared"
    FRAMING = "framing"
    CONFLICT = "conflict"
    UNIQUE = "unique"
    QUOTE = "quote"
    FREE = "free"


@dataclass(frozen=True, slots=True)
class Anchor:
    """How a note finds its passage again, after the W3C Web Annotation selectors.

    `exact`, `prefix` and `suffix` are the text-quote selector, `start` and `end` the
    text-position selector; `rival` is how like it the next-best passage of the article was, 0 to
    1; `value` is what the passage says where the passages of a note differ ("24 years"); the rest
    says where the words came from when nothing is at hand.
    """

    article: str
    exact: str
    start: int
    end: int
    prefix: str = ""
    suffix: str = ""
    paragraph: int = 0
    sentence: int = 0
    outlet: str = ""
    headline: str = ""
    url: str = ""
    published: date | datetime | None = None
    retrieved: datetime | None = None
    extra: dict[str, Any] = field(default_factory=dict)
    rival: float = 0.0
    value: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """The reporter's text on one or more passages. `extra` keeps keys unknown to this version.

    `fact` is what the passages differ in; `speaker` is who is quoted; `checked_by`, `checked_on`
    and `method` say who made sure, when, and how.
    """

    id: str
    created: datetime
    updated: datetime
    passages: tuple[Anchor, ...]
    text: str = ""
    relation: Relation = Relation.FREE
    status: Status = Status.OPEN
    tags: tuple[str, ...] = ()
    extra: dict[str, Any] = field(default_factory=dict)
    fact: str = ""
    speaker: str = ""
    checked_by: str = ""
    checked_on: date | None = None
    method: str = ""


@dataclass(frozen=True, slots=True)
class Override:
    """A reporter's correction of a link: two passages, and a kind, or None for no link at all."""

    a: Anchor
    b: Anchor
    kind: Mark | None
    created: datetime
    extra: dict[str, Any] = field(default_factory=dict)
