"""The whole of a pair as a narrow strip at the edge: its marks, and the part that is in sight."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from reader.app.bindings import bindings
from reader.app.commands import PAIR
from reader.app.flow import Flow
from reader.app.travel import Place
from reader.app.widgets.board import ink
from reader.app.widgets.pane import PairPane
from reader.model import STRENGTH, Comparison, Mark

# One character a side. What only one says is left blank: the strip shows where the two meet.
_CHARACTER = {Mark.UNIQUE: " ", Mark.SHARED: "│", Mark.FRAMING: "~", Mark.CONFLICT: "!"}

_CURSOR = {True: "▶", False: "▌"}
_LEAP = 4
"""How many leaps, of a page each, take the keys from end to end."""


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


class Overview(Widget, can_focus=True):
    """The strip beside the panes; a click, or the keys while it has them, go to a part of it."""

    FOCUS_ON_CLICK = False
    BINDINGS = bindings(
        PAIR, "down", "up", "page-down", "page-up", "top", "bottom", "open", "back", "overview"
    )

    class Left(Message):
        """The keys are the pair's again."""

    def __init__(self, pane: PairPane) -> None:
        super().__init__()
        self._pane = pane
        self._begun: Place | None = None
        self._marks: tuple[Flow, list[tuple[Mark, Mark]]] | None = None

    def begin(self) -> None:
        """Take the keys."""
        self._begun = self._pane.cursor
        self.focus()

    def on_blur(self) -> None:
        """Say that the keys are the pair's again."""
        self.post_message(self.Left())

    # Where the keys lead ----------------------------------------------------------------------

    def action_down(self) -> None:
        """Go to the next part in which another sentence begins."""
        self._step(1)

    def action_up(self) -> None:
        """Go to the part before in which another sentence begins."""
        self._step(-1)

    def action_page_down(self) -> None:
        """Go a quarter of the strip down."""
        self._step(max(1, len(self._parts) // _LEAP))

    def action_page_up(self) -> None:
        """Go a quarter of the strip up."""
        self._step(-max(1, len(self._parts) // _LEAP))

    def action_top(self) -> None:
        """Go to the beginning."""
        self._pane.ends(-1)

    def action_bottom(self) -> None:
        """Go to the end."""
        self._pane.ends(1)

    def action_open(self) -> None:
        """Stay here, and give the keys back."""
        self.screen.set_focus(None)

    def action_overview(self) -> None:
        """Do the same, by the key that began it."""
        self.action_open()

    def action_back(self) -> None:
        """Go back to where it began, and give the keys back."""
        self._pane.go(self._begun)
        self.screen.set_focus(None)

    def _step(self, distance: int) -> None:
        """Go so many parts down or up, and further until the cursor has moved."""
        before, here = self._pane.cursor, self._here
        if here is None:
            return
        beyond = len(self._parts) if distance > 0 else -1
        direction = 1 if distance > 0 else -1
        first = max(0, min(here + distance, len(self._parts) - 1))
        for part in range(first, beyond, direction):
            self._pane.go_to_line(self._line(part))
            if self._pane.cursor != before:
                return

    # What it shows ----------------------------------------------------------------------------

    @property
    def _parts(self) -> Sequence[tuple[Mark, Mark]]:
        """The marks of each part of the pair, one a line; none while there is nothing to show."""
        flow, comparison = self._pane.flow, self._pane.comparison
        if flow is None or comparison is None or not flow.height or not self.size.height:
            return ()
        if self._marks is None or self._marks[0] is not flow:
            parts = min(self.size.height, flow.height)
            self._marks = (flow, marks(comparison, flow, parts))
        return self._marks[1]

    def _line(self, part: int) -> int:
        """The line of the pair where a part begins."""
        return part * (self._pane.flow.height if self._pane.flow else 0) // len(self._parts)

    @property
    def _here(self) -> int | None:
        """The part in which the sentence under the cursor begins."""
        flow, cursor = self._pane.flow, self._pane.cursor
        block = flow.place(*cursor) if flow and cursor else None
        if flow is None or block is None or not self._parts:
            return None
        return flow.tops[block] * len(self._parts) // flow.height

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
        inks, parts = ink(self), self._parts
        if y >= len(parts):
            return Strip.blank(self.size.width, inks.ground)
        window = self._pane.scroll_offset.y, self._pane.scroll_offset.y + self._pane.size.height
        seen = self._line(y) < window[1] and self._line(y + 1) > window[0]
        base = inks.ground + inks.lit if seen else inks.ground
        bar = _CURSOR[self.has_focus] if y == self._here else " "
        pair = [Segment(_CHARACTER[mark], base + inks.sign[mark]) for mark in parts[y]]
        return Strip([Segment(bar, inks.ground + inks.accent), *pair], 3)

    def on_click(self, event: events.Click) -> None:
        """Go to the part that was clicked."""
        if event.y < len(self._parts):
            self._pane.go_to_line(self._line(event.y))
