"""The reading panes: two reports in step, drawn a line at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from reader.app import travel
from reader.app.flow import WIDE, Flow, Layout, flow, partners
from reader.app.ink import Ink
from reader.app.paint import Look, Painter, Shape
from reader.app.select import chosen
from reader.app.travel import Place, Wanted
from reader.model import Comparison, Link, Mark, Span

_MARGIN = 3
"""How many lines stay in sight beyond the cursor."""


class PairPane(ScrollView, can_focus=False):
    """Both reports of a comparison, with a cursor on a sentence of one of them."""

    class Moved(Message):
        """The cursor stands on another sentence, or the panes were laid out anew."""

    def __init__(self, ink: Ink) -> None:
        super().__init__()
        self.comparison: Comparison | None = None
        self.cursor: Place | None = None
        self.chosen: Layout | None = None
        self.folded = False
        self._ink = ink
        self._choosing = 0
        self._look = Look()
        self._painter: Painter | None = None
        self._links: tuple[dict[int, list[Link]], dict[int, list[Link]]] = ({}, {})
        self._partners: frozenset[Place] = frozenset()

    # What is shown ---------------------------------------------------------------------------

    @property
    def layout_used(self) -> Layout:
        """The layout asked for, or the one that suits the width."""
        if self.chosen:
            return self.chosen
        return Layout.SIDE if self.app.size.width >= WIDE else Layout.STACKED

    @property
    def column(self) -> int:
        """The cells of the left column, or of the only one."""
        return self._painter.shape.column if self._painter else (self.size.width - 1) // 2

    @property
    def flow(self) -> Flow | None:
        """The comparison as it is laid out now."""
        return self._painter.flow if self._painter else None

    def show(self, comparison: Comparison, cursor: Place | None = None) -> None:
        """Show `comparison`, the cursor on a sentence of it or on the first."""
        self.comparison = comparison
        self._links = partners(comparison.links)
        # On a sentence even before there is room to lay anything out: keys may come sooner.
        self.cursor = cursor or _beginning(comparison)
        self.scroll_to(y=0, animate=False)
        self._lay()
        if cursor is not None:
            self.go(cursor)

    def update(self, comparison: Comparison) -> None:
        """Show `comparison`, another one of the same articles; the place stays."""
        self.comparison = comparison
        self._links = partners(comparison.links)
        self._lay()

    def clear(self) -> None:
        """Show nothing."""
        self.comparison, self.cursor, self._painter = None, None, None
        self.refresh()

    def look(self, **changes: object) -> None:
        """Change what is marked besides the comparison: `noted`, `hits`, `selected`."""
        self._look = replace(self._look, **changes)  # type: ignore[arg-type]
        if self._painter:
            self._painter.look(self._look)
        self.refresh()

    def paint(self, ink: Ink) -> None:
        """Use other colours."""
        self._ink = ink
        self._lay()

    def fold(self, folded: bool) -> None:
        """Hide what both reports say, or show it again."""
        self.folded = folded
        self._lay()

    def choose(self, layout: Layout) -> None:
        """Lay the reports out otherwise."""
        self.chosen = layout
        self._lay()

    def links(self, place: Place) -> list[Link]:
        """The links of a sentence, best first."""
        return self._links[place.side].get(place.sentence, [])

    def mark(self, place: Place) -> Mark | None:
        """The mark of a sentence; None for one that takes no part."""
        if self.comparison is None:
            return None
        side = (self.comparison.a, self.comparison.b)[place.side]
        linkable = side.reading.sentences[place.sentence].linkable
        return side.marks[place.sentence] if linkable else None

    @property
    def hits(self) -> Mapping[Place, Sequence[Span]]:
        """What the search has found."""
        return self._look.hits

    def sees(self, place: Place) -> bool:
        """Whether the first line of a sentence is on the screen."""
        block = self.flow.place(*place) if self.flow else None
        if self.flow is None or block is None:
            return False
        return 0 <= self.flow.tops[block] - self.scroll_offset.y < self.size.height

    # Where the cursor is ---------------------------------------------------------------------

    def go(self, place: Place | None) -> bool:
        """Put the cursor on `place` and bring it into sight; False where there is no such place."""
        if place is None or self.flow is None or self.flow.place(*place) is None:
            return False
        self._refresh_places()
        self.cursor = place
        self._partners = frozenset(
            Place(place.other, link.a if place.side else link.b) for link in self.links(place)
        )
        self._into_sight()
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
        if self.flow is None or self.cursor is None:
            return
        block = self.flow.place(*self.cursor) or 0
        line = self.flow.tops[block] + direction * max(1, self.size.height - _MARGIN)
        self.go_to_line(max(0, line))

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
        """Go to the other report: to the sentence beside the cursor, or the nearest."""
        if self.flow is None or self.cursor is None:
            return False
        return self.go(travel.near(self.flow, self.flow.place(*self.cursor) or 0, side))

    # Drawing ---------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Paint one line of what is in sight."""
        if self._painter is None:
            return Strip.blank(self.size.width, self._ink.ground)
        return self._painter.strip(y + self.scroll_offset.y, self.cursor, self._partners)

    def on_resize(self) -> None:
        """Lay out for the new width; the place stays."""
        self._lay()

    def _lay(self) -> None:
        """Lay out and keep the cursor on the line of the screen where it was."""
        if self.comparison is None or not self.size.width:
            return
        above = self._above()
        digits = len(str(max(len(self.comparison.a.marks), len(self.comparison.b.marks), 1)))
        shape = Shape(self.layout_used, self.size.width, digits)
        laid = flow(self.comparison, shape.layout, shape.text, self.folded)
        self._painter = Painter(self.comparison, laid, shape, self._ink)
        self._painter.look(self._look)
        self.virtual_size = Size(self.size.width, laid.height)
        if self.cursor is None or laid.place(*self.cursor) is None:
            self.cursor = travel.first(laid)
        if self.cursor is not None:
            top = laid.tops[laid.place(*self.cursor) or 0]
            self.scroll_to(y=max(0, top - above), animate=False)
            self.go(self.cursor)
        self.refresh()

    def _above(self) -> int:
        """How many lines of the screen are above the cursor; some, when it is out of sight."""
        if self.flow is None or self.cursor is None:
            return 0
        top = self.flow.tops[self.flow.place(*self.cursor) or 0] - self.scroll_offset.y
        return top if 0 <= top < self.size.height else self.size.height // 3

    def _into_sight(self) -> None:
        if self.flow is None or self.cursor is None:
            return
        block = self.flow.place(*self.cursor) or 0
        top, end = self.flow.tops[block], self.flow.tops[block + 1]
        high, low = self.scroll_offset.y, self.scroll_offset.y + self.size.height
        if not self.size.height:
            return
        margin = min(_MARGIN, max(0, (self.size.height - (end - top)) // 2))
        if high + margin <= top and end <= low - margin:
            return
        near = top > high - self.size.height // 2 and end < low + self.size.height // 2
        if not near:
            target = top - self.size.height // 3
        elif top < high + margin:
            target = top - margin
        else:
            target = min(end + margin - self.size.height, top)
        self.scroll_to(y=max(0, target), animate=False)

    def _refresh_places(self) -> None:
        if self.flow is None or self.cursor is None:
            return
        for place in {self.cursor, *self._partners}:
            if (block := self.flow.place(*place)) is not None:
                top = self.flow.tops[block] - self.scroll_offset.y
                self.refresh(Region(0, top, self.size.width, self.flow.blocks[block].height))

    # The mouse -------------------------------------------------------------------------------

    @property
    def selected(self) -> tuple[int, Span] | None:
        """The side and the span of the text chosen with the mouse."""
        return self._look.selected

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Text is chosen in the column where the choosing began."""
        self._choosing = self._side(event.x)

    def selection_updated(self, selection: Selection | None) -> None:
        """Mark what has been chosen with the mouse."""
        span = self._chosen(selection) if selection else None
        self.look(selected=(self._choosing, span) if span else None)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The words of the article that have been chosen, as it has them."""
        span = self._chosen(selection)
        if span is None or self.comparison is None:
            return None
        side = (self.comparison.a, self.comparison.b)[self._choosing]
        return span.of(side.reading.article.text), "\n"

    def _chosen(self, selection: Selection) -> Span | None:
        if self.comparison is None or self.flow is None:
            return None
        return chosen(self.comparison, self.flow, self._choosing, *selection)

    def _side(self, x: int) -> int:
        return int(self.layout_used is Layout.SIDE and x > self.column)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the sentence that was clicked."""
        if self.flow is None or self.selected:
            return
        line = event.y + self.scroll_offset.y
        if line >= self.flow.height:
            return
        side = self._side(event.x)
        block = self.flow.blocks[self.flow.at(line)]
        cell = block.cell(side) or next((cell for cell in block.cells if cell), None)
        if cell and not cell.echo:
            self.go(Place(cell.side, cell.sentence))


def _beginning(comparison: Comparison) -> Place | None:
    if comparison.a.marks:
        return Place(0, 0)
    return Place(1, 0) if comparison.b.marks else None
