"""A line of print: where it stands on its page, and its words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of text of one height. Points from the left and the top of the page."""

    left: float
    top: float
    right: float
    bottom: float
    text: str

    @property
    def height(self) -> float:
        """How high the letters' line is, which is the size of the type."""
        return self.bottom - self.top


def joined(runs: Iterable[Line]) -> list[Line]:
    """The lines of a page from runs of type that follow one another on one level."""
    lines: list[Line] = []
    for run in runs:
        before = lines[-1] if lines else None
        if before and _follows(before, run):
            lines[-1] = _together(before, run)
        elif run.text.strip():
            lines.append(run)
    return lines


def _follows(before: Line, run: Line) -> bool:
    common = min(before.bottom, run.bottom) - max(before.top, run.top)
    gap = run.left - before.right
    size = max(before.height, run.height)
    return common > 0.5 * min(before.height, run.height) and -0.5 * size < gap < 0.6 * size


def _together(before: Line, run: Line) -> Line:
    text = run.text
    if run.height < 0.75 * before.height and text.strip().isdigit() and before.text[-1:].isalpha():
        text = f"[{text.strip()}]"
    elif run.left - before.right > 0.15 * before.height and not before.text.endswith(" "):
        text = f" {text}"
    return Line(
        before.left,
        min(before.top, run.top),
        max(before.right, run.right),
        max(before.bottom, run.bottom),
        before.text + text,
    )
