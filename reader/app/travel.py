"""Where the cursor goes in a pair: pure steps from one sentence to another."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from reader.app.flow import Flow, Layout


class Place(NamedTuple):
    """A sentence of one side: 0 for the left report, 1 for the right."""

    side: int
    sentence: int

    @property
    def other(self) -> int:
        """The other side."""
        return 1 - self.side


Wanted = Callable[[Place], bool]


def anywhere(_: Place) -> bool:
    """Want any place."""
    return True


def first(flow: Flow, side: int = 0) -> Place | None:
    """The first place on `side`, or on the other where that has none in sight."""
    return _from(flow, -1, 1, side, anywhere) or _from(flow, -1, 1, 1 - side, anywhere)


def last(flow: Flow, side: int) -> Place | None:
    """The last place that the cursor can reach from `side`."""
    return _from(flow, len(flow.blocks), -1, side, anywhere)


def step(flow: Flow, start: Place, direction: int, wanted: Wanted = anywhere) -> Place | None:
    """The next place that is wanted, down (1) or up (-1); None where there is none.

    Side by side the cursor keeps to its report; in one column it takes both as they come.
    """
    block = flow.place(*start)
    return None if block is None else _from(flow, block, direction, start.side, wanted)


def _from(flow: Flow, block: int, direction: int, side: int, wanted: Wanted) -> Place | None:
    both = flow.layout is not Layout.SIDE
    number = block + direction
    while 0 <= number < len(flow.blocks):
        for one in (0, 1) if both else (side,):
            cell = flow.blocks[number].cell(one)
            if cell and wanted(Place(one, cell.sentence)):
                return Place(one, cell.sentence)
        number += direction
    return None


def near(flow: Flow, block: int, side: int) -> Place | None:
    """The place on `side` nearest to `block`, of two the one below; None if there is none."""
    for distance in range(len(flow.blocks)):
        for number in (block + distance, block - distance):
            if 0 <= number < len(flow.blocks) and (cell := flow.blocks[number].cell(side)):
                return Place(side, cell.sentence)
    return None
