"""Whether two figures, or two dates, of one thing can both be right."""

from __future__ import annotations

from reader.compare.conflicts.dates import apart
from reader.model import Fact, FactType, Interval


def excludes(a: Fact, b: Fact) -> bool:
    """Whether quantity or date `a` cannot be right of the same thing as `b`, of its type."""
    if isinstance(a.value, Interval) and isinstance(b.value, Interval):
        return a.value.excludes(b.value)
    if isinstance(a.value, Interval) or isinstance(b.value, Interval):
        return True  # a count and a score
    return apart(a.value, b.value) if a.type is FactType.DATE else a.value != b.value
