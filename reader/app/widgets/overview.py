"""The whole of a pair as a narrow strip at the edge: its marks, and the part that is in sight."""

from __future__ import annotations

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from reader.app.flow import Flow
from reader.app.widgets.board import ink
from reader.app.widgets.pane import PairPane
from reader.model import STRENGTH, Comparison, Mark

# One character a side. What only one says is left blank: the strip shows where the two meet.
_CHARACTER = {Mark.UNIQUE: " ", Mark.SHARED: "│", Mark.FRAMING: "~", Mark.CONFLICT: "!"}


def marks(comparison: Comparison, flow: Flow, height: int) -> list[tuple[Mark, Mark]]:
    """The strongest mark of each side in each of `height` equal parts of the flow."""
    found = [[Mark.UNIQUE, Mark.UNIQUE] for _ in range(height)]
    sides = (comparison.a, comparison.b)
    for block, top in zip(flow.blocks, flow.tops, strict=False):
        first = top * height // flow.height
        last = max(first, (top + block.height - 1) * height // flow.height)
        for cell in block.cells:
            if cell is None or cell.echo:
                continue
            mark = sides[cell.side].marks[cell.sentence]
            for part in found[first : last + 1]:
                part[cell.side] = max(part[cell.side], mark, key=STRENGTH.__getitem__)
    return [(a, b) for a, b in found]


class Overview(Widget, can_focus=False):
    """The strip beside the panes. A click goes to that part of the pair."""

    class Clicked(Message):
        """A line of the pair was asked for."""

        def __init__(self, line: int) -> None:
            super().__init__()
            self.line = line

    def __init__(self, pane: PairPane) -> None:
        super().__init__()
        self._pane = pane
        self._marks: tuple[Flow, list[tuple[Mark, Mark]]] | None = None

    def on_mount(self) -> None:
        """Follow the panes as they scroll."""
        self.watch(self._pane, "scroll_y", self._scrolled)

    def _scrolled(self) -> None:
        self.refresh()

    def on_resize(self) -> None:
        """Divide the pair anew."""
        self._marks = None

    def render_line(self, y: int) -> Strip:
        """Paint the marks of one part, lit when it is in sight."""
        inks, flow, comparison = ink(self), self._pane.flow, self._pane.comparison
        height = self.size.height
        if flow is None or comparison is None or not flow.height:
            return Strip.blank(self.size.width, inks.ground)
        if self._marks is None or self._marks[0] is not flow:
            parts = min(height, flow.height)
            self._marks = (flow, marks(comparison, flow, parts))
        found = self._marks[1]
        if y >= len(found):
            return Strip.blank(self.size.width, inks.ground)
        top = y * flow.height // len(found)
        end = (y + 1) * flow.height // len(found)
        window = self._pane.scroll_offset.y, self._pane.scroll_offset.y + self._pane.size.height
        seen = top < window[1] and end > window[0]
        base = inks.ground + inks.lit if seen else inks.ground
        pair = [Segment(_CHARACTER[mark], base + inks.sign[mark]) for mark in found[y]]
        return Strip([Segment(" ", inks.ground), *pair], 3)

    def on_click(self, event: events.Click) -> None:
        """Ask for the part that was clicked."""
        flow = self._pane.flow
        if flow and self._marks and event.y < len(self._marks[1]):
            self.post_message(self.Clicked(event.y * flow.height // len(self._marks[1])))
