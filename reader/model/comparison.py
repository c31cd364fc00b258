"""Two articles compared: links, reasons, marks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from reader.model.article import Reading
from reader.model.text import Span


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
DOUBT = "?"
"""The sign of what may differ, but not surely enough to be called a conflict."""


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

    @property
    def said(self) -> str:
        """The line as it is shown, with the type where something differs: "date: 3 / 4"."""
        if not self.differs or self.why.startswith(f"{self.type}: "):
            return self.why
        head, _, _ = self.why.partition(" / ")
        return f"{self.type}{',' if ': ' in head else ':'} {self.why}"

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

    `kind` is never UNIQUE; `score` is the probability that the link is right, 0 to 1; of a link
    that only a conflict shows, the conflict's confidence. `by_reporter` marks a correction, which
    no machine overrules. `doubts` are what may differ, but not surely enough to call the link a
    conflict.
    """

    a: int
    b: int
    kind: Mark
    score: float
    reasons: tuple[Reason, ...] = ()
    by_reporter: bool = False
    doubts: tuple[Reason, ...] = ()

    @property
    def doubtful(self) -> bool:
        """Whether it may be a conflict, and is not called one."""
        return bool(self.doubts) and self.kind is not Mark.CONFLICT

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


def outline(a: Reading, b: Reading, links: tuple[Link, ...]) -> Comparison:
    """Two readings with the links between them, each sentence one passage of its mark."""

    def side(reading: Reading, ends: list[tuple[int, Mark]]) -> Side:
        kinds: dict[int, list[Mark]] = {}
        for end, kind in ends:
            kinds.setdefault(end, []).append(kind)
        marks = tuple(strongest(kinds.get(s.index, ())) for s in reading.sentences)
        whole = zip(reading.sentences, marks, strict=True)
        passages = tuple(Passage(sentence.span, mark) for sentence, mark in whole)
        return Side(reading, marks, passages, (None,) * len(marks))

    of_a, of_b = [(link.a, link.kind) for link in links], [(link.b, link.kind) for link in links]
    return Comparison(side(a, of_a), side(b, of_b), links)
