"""What a finder proposes, and what comes of it: two spans that differ, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from reader.model import Mark, Reason, Span

CERTAIN = "certain"
"""The sign of a difference whose probability is its value, whatever was learned."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Two spans, one a side, that seem not to say the same, and the signs that speak for it.

    `head` names the slot the two fill ("arrested"); "" where the type says it all. `signs` are
    symmetric: exchanging the sides leaves them as they are.
    """

    type: str
    a: Span
    b: Span
    head: str = ""
    kind: Mark = Mark.CONFLICT
    signs: dict[str, float] = field(default_factory=dict)

    def mirrored(self) -> Difference:
        """The same difference seen from the other side."""
        return replace(self, a=self.b, b=self.a)

    def repeats(self, other: Difference) -> bool:
        """Whether both say one thing, of much the same words."""
        alike = self.type == other.type and self.kind is other.kind
        return alike and self.a.overlaps(other.a) and self.b.overlaps(other.b)

    def reason(self, left: str, right: str, confidence: float) -> Reason:
        """The difference in a line of words, from the texts of the two articles."""
        shown = f"{_line(self.a.of(left))} / {_line(self.b.of(right))}"
        why = f"{self.head or self.type}: {shown}"
        return Reason(self.type, self.a, self.b, why, round(confidence, 4))


@dataclass(frozen=True, slots=True)
class Judgement:
    """The kind of a link, how likely that is, 0 to 1, and what differs, the likeliest first.

    `doubts` are what may differ, but is not sure enough to decide the kind.
    """

    kind: Mark
    confidence: float
    reasons: tuple[Reason, ...] = ()
    doubts: tuple[Reason, ...] = ()


def _line(text: str) -> str:
    return " ".join(text.replace(" / ", "/").split())
