"""Which words of a sentence stand under a negation."""

from __future__ import annotations

from reader.compare.conflicts.view import View
from reader.model import Fact, FactType

_REACH = 3  # words behind what is negated that a negation still covers


def covered(view: View, negation: Fact) -> range:
    """The words that stand under `negation`, its own included."""
    first, last = view.within(negation.span)
    return range(first, last + _REACH)


def negated(view: View, k: int, but: Fact | None = None) -> bool:
    """Whether word `k` stands under a negation, other than `but`."""
    return any(k in covered(view, fact) for fact in view.of_type(FactType.NEGATION) if fact != but)
