"""What the reporter writes, what it stands on, and where the machine was overruled."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from reader.model.comparison import Mark


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
