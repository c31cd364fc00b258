"""The nouns of Reader: frozen values that every room passes along, and the one family of errors.

Nothing here needs a library, and nothing here imports another room.
"""

from reader.model.article import Article, Fact, FactType, Interval, Period, Reading, Sentence, Story
from reader.model.comparison import (
    DOUBT,
    SIGN,
    STRENGTH,
    THRESHOLD,
    Comparison,
    Link,
    Mark,
    Near,
    Passage,
    Reason,
    Side,
    outline,
    strongest,
)
from reader.model.note import Anchor, Note, Override, Relation, Status
from reader.model.synopsis import (
    Claim,
    Dispute,
    Excerpt,
    Figure,
    Given,
    Origin,
    Quotation,
    Synopsis,
    Telling,
    Variant,
)
from reader.model.text import ReaderError, Span, sanitise, sanitise_line

__all__ = [
    "DOUBT",
    "SIGN",
    "STRENGTH",
    "THRESHOLD",
    "Anchor",
    "Article",
    "Claim",
    "Comparison",
    "Dispute",
    "Excerpt",
    "Fact",
    "FactType",
    "Figure",
    "Given",
    "Interval",
    "Link",
    "Mark",
    "Near",
    "Note",
    "Origin",
    "Override",
    "Passage",
    "Period",
    "Quotation",
    "ReaderError",
    "Reading",
    "Reason",
    "Relation",
    "Sentence",
    "Side",
    "Span",
    "Status",
    "Story",
    "Synopsis",
    "Telling",
    "Variant",
    "outline",
    "sanitise",
    "sanitise_line",
    "strongest",
]
