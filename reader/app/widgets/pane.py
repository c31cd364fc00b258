"""The reading panes: how the cursor goes about in them, by key and by mouse."""

from __future__ import annotations

from textual import events
from textual.geometry import Region
from textual.selection import Selection

from reader.app import travel
from reader.app.flow import Layout
from reader.app.select import chosen
from reader.app.travel import Place, Wanted
from reader.app.widgets.sheet import Sheet
from reader.model import Span

_MARGIN = 3
"""How many lines stay in sight beyond the cursor."""


class PairPane(Sheet):
    """Both articles of a comparison, in step."""

    _choosing = 0
    """The side where text is being chosen with the mouse."""

    # Where the cursor goes --------------------------------------------------------------------

    def go(self, place: Place | None) -> bool:
        """Put the cursor on `place` and bring it into sight; False where there is no such place."""
        if place is None or self._top(place) is None:
            return False
        self._refresh_places()
        self.cursor = place
        self._into_sight(place)
        self._refresh_places()
        self.post_message(self.Moved())
        return True

    def step(self, direction: int, wanted: Wanted = travel.anywhere) -> bool:
        """Go to the next sentence that is wanted, down (1) or up (-1)."""
        if self.flow is None or self.cursor is None:
            return False
        return self.go(travel.step(self.flow, self.cursor, direction, wanted))

    def page(self, direction: int) -> None:
        """Go a screen down or up."""
        if self.cursor is not None:
            top = self._top(self.cursor) or 0
            self.go_to_line(max(0, top + direction * max(1, self.size.height - _MARGIN)))

    def go_to_line(self, line: int) -> None:
        """Go to the sentence of the cursor's side that is nearest to `line`."""
        if self.flow is not None and self.cursor is not None:
            self.go(travel.near(self.flow, self.flow.at(line), self.cursor.side))

    def ends(self, direction: int) -> None:
        """Go to the last sentence (1) or to the first (-1)."""
        if self.flow is None or self.cursor is None:
            return
        side = self.cursor.side
        self.go(travel.last(self.flow, side) if direction > 0 else travel.first(self.flow, side))

    def cross(self, side: int) -> bool:
        """Go to the other article: to the sentence beside the cursor, or the nearest."""
        if self.flow is None or self.cursor is None:
            return False
        return self.go(travel.near(self.flow, self.flow.place(*self.cursor) or 0, side))

    def _into_sight(self, place: Place) -> None:
        """Scroll as little as brings the sentence into sight, or, from afar, set it high up."""
        block = self.flow.place(*place) if self.flow else None
        if self.flow is None or block is None or not self.size.height:
            return
        top, end = self.flow.tops[block], self.flow.tops[block + 1]
        high, height = self.scroll_offset.y, self.size.height
        margin = min(_MARGIN, max(0, (height - (end - top)) // 2))
        if high + margin <= top and end <= high + height - margin:
            return
        if not high - height // 2 < top or not end < high + height + height // 2:
            target = top - height // 3
        elif top < high + margin:
            target = top - margin
        else:
            target = min(end + margin - height, top)
        self.scroll_to(y=max(0, target), animate=False)

    def _refresh_places(self) -> None:
        """Paint the cursor's sentence and its partners anew, and nothing else."""
        if self.flow is None or self.cursor is None:
            return
        for place in (self.cursor, *self.partners()):
            if (block := self.flow.place(*place)) is not None:
                top = self.flow.tops[block] - self.scroll_offset.y
                self.refresh(Region(0, top, self.size.width, self.flow.blocks[block].height))

    # The mouse -------------------------------------------------------------------------------

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the sentence that was clicked."""
        if self.flow is None or self.selected:
            return
        line = event.y + self.scroll_offset.y
        if line >= self.flow.height:
            return
        block = self.flow.blocks[self.flow.at(line)]
        cell = block.cell(self._side(event.x)) or next((cell for cell in block.cells if cell), None)
        if cell and not cell.echo:
            self.go(Place(cell.side, cell.sentence))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Text is chosen in the column where the choosing began."""
        self._choosing = self._side(event.x)

    def selection_updated(self, selection: Selection | None) -> None:
        """Mark what has been chosen with the mouse."""
        span = self._chosen(selection) if selection else None
        self.select((self._choosing, span) if span else None)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The words of the article that have been chosen, as it has them."""
        span, side = self._chosen(selection), self.side(self._choosing)
        if span is None or side is None:
            return None
        return span.of(side.reading.article.text), "\n"

    def _chosen(self, selection: Selection) -> Span | None:
        if self.comparison is None or self.flow is None:
            return None
        return chosen(self.comparison, self.flow, self._choosing, *selection)

    def _side(self, x: int) -> int:
        return int(self.layout_used is Layout.SIDE and x > self.column)
