"""Lines in reading order: column after column, between the lines that span them.

A recursive cut along white space, after Nagy and Seth, "Hierarchical representation of optically
scanned documents" (1984), that lets a few lines cross the gutter.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.sources.printed.line import Line

_FEWEST = 4
_CROSSING = 0.25


@dataclass(frozen=True, slots=True)
class _Cut:
    left: list[Line]
    right: list[Line]
    across: list[Line]


def in_order(lines: Sequence[Line]) -> list[Line]:
    """The lines of one page, as they are read."""
    cut = _best_cut(lines)
    if not cut:
        return sorted(lines, key=lambda line: (round(line.top), line.left))
    ordered: list[Line] = []
    for band, below in _bands(cut):
        ordered += in_order([line for line in cut.left if line in band])
        ordered += in_order([line for line in cut.right if line in band])
        ordered += below
    return ordered


def _bands(cut: _Cut) -> Iterator[tuple[set[Line], list[Line]]]:
    """The lines between two that go across, with the one that ends them."""
    rest = sorted(cut.left + cut.right, key=lambda line: line.top)
    for across in sorted(cut.across, key=lambda line: line.top):
        above = [line for line in rest if line.top < across.top]
        rest = rest[len(above) :]
        yield set(above), [across]
    yield set(rest), []


def _best_cut(lines: Sequence[Line]) -> _Cut | None:
    """The gutter that the fewest lines cross, where there are columns at all."""
    found: list[tuple[int, float, _Cut]] = []
    for at in sorted({round(line.left) - 1.0 for line in lines}):
        left = [line for line in lines if line.right <= at]
        right = [line for line in lines if line.left >= at]
        across = [line for line in lines if line.left < at < line.right]
        if min(len(left), len(right)) < _FEWEST or len(across) > _CROSSING * len(lines):
            continue
        if _beside(left, right):
            gutter = min(line.left for line in right) - max(line.right for line in left)
            found.append((len(across), -gutter, _Cut(left, right, across)))
    return min(found, key=lambda each: each[:2], default=(0, 0.0, None))[2]


def _beside(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether the two stand beside rather than above one another."""
    top = max(left[0].top, min(line.top for line in left), min(line.top for line in right))
    bottom = min(max(line.bottom for line in left), max(line.bottom for line in right))
    inside = [
        sum(top <= line.top and line.bottom <= bottom for line in side) for side in (left, right)
    ]
    return min(inside) >= _FEWEST - 1
