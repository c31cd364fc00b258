"""Claims in words, and the order a reporter wants them in."""

from __future__ import annotations

from collections.abc import Sequence

from reader.model import SIGN, STRENGTH, Claim, Dispute, Mark, Synopsis
from reader.render.outlets import counted, listed

SORTS = ("conflict", "coverage", "first appearance")
"""What claims can be sorted by: the strongest mark, how many tell it, where they tell it."""


VALUES = 6
"""How many values of a dispute a line names before it counts the others."""


def arranged(claims: Sequence[Claim], by: str) -> list[Claim]:
    """The claims sorted by one of SORTS; those alike stay in the order of first appearance."""
    if by == "conflict":
        return sorted(claims, key=lambda one: (-STRENGTH[one.mark], -len(one.articles)))
    if by == "coverage":
        return sorted(claims, key=lambda one: (-len(one.articles), -len(one.origins)))
    return list(claims)


def sign(mark: Mark | None) -> str:
    """The sign of an article in a claim; blank where it is silent."""
    return SIGN[mark] if mark else " "


def tally(claim: Claim) -> str:
    """Say how many outlets tell it, and how many hands they have it from."""
    return f"{counted(len(claim.articles), 'outlet')}, {counted(len(claim.origins), 'origin')}"


def line(text: str) -> str:
    """`text` on one line."""
    return " ".join(text.split())


def dispute(of: Dispute, synopsis: Synopsis, names: Sequence[str]) -> str:
    """One line: what is set against what, and who says so: "arrested: 23 (AP) / 26 (CNN)"."""
    values = []
    for value in of.values[:VALUES]:
        articles = sorted({excerpt.telling.article for excerpt in value})
        outlets = listed(names[article] for article in articles)
        values.append(f"{line(synopsis.words(value[0]))} ({outlets})")
    more = len(of.values) - VALUES
    rest = f" and {more} more" if more > 0 else ""
    return f"{of.about or of.type}: {' / '.join(values)}{rest}"
