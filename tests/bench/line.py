"""A line of the table that ``python -m tests.bench`` prints."""

from __future__ import annotations

from typing import NamedTuple


class Line(NamedTuple):
    """What was measured, what Reader takes, what something else takes, and the ratio."""

    what: str
    ours: str
    beside: str
    ratio: str


def slower(what: str, ours: float, beside: str, rival: float) -> Line:
    """A line about `ours` seconds beside the `rival`, which does less."""
    return Line(what, shown(ours), f"{beside}: {shown(rival)}", f"{ours / rival:.2f} times as long")


def faster(what: str, ours: float, beside: str, rival: float) -> Line:
    """A line about `ours` seconds beside a `rival` that does the same."""
    return Line(what, shown(ours), f"{beside}: {shown(rival)}", f"{rival / ours:.1f} times as fast")


def shown(seconds: float) -> str:
    """Milliseconds, with a decimal where they are few."""
    return f"{seconds * 1000:.1f} ms" if seconds < 0.1 else f"{seconds * 1000:.0f} ms"
