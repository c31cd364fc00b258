"""Two articles laid out and drawn a line at a time; where the reporter is in them stays put."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.app import travel
from reader.app.flow import WIDE, Flow, Layout, Sentences, doubtful, flow, partners
from reader.app.ink import Ink
from reader.app.paint import Look, Painter, Shape
from reader.app.travel import Place
from reader.model import Comparison, Link, Mark, Side, Span

_NONE: Sentences = (frozenset(), frozenset())


class Sheet(ScrollView, can_focus=False):
    """A comparison on the screen, with a cursor on one of its sentences."""

    class Moved(Message):
        """The cursor stands on another sentence, or all was laid out anew."""

    def __init__(self, ink: Ink) -> None:
        super().__init__()
        self.comparison: Comparison | None = None
        self.cursor: Place | None = None
        self.folded = False
        self._layout: Layout | None = None
        self._ink = ink
        self._look = Look()
        self._painter: Painter | None = None
        self._links: tuple[dict[int, list[Link]], dict[int, list[Link]]] = ({}, {})
        self._doubtful: Sentences = _NONE

    # What is shown ---------------------------------------------------------------------------

    @property
    def layout_used(self) -> Layout:
        """The layout asked for, or the one that suits the width."""
        if self._layout:
            return self._layout
        return Layout.SIDE if self.app.size.width >= WIDE else Layout.STACKED

    @property
    def column(self) -> int:
        """The cells of the left column, or of the only one."""
        return self._painter.shape.column if self._painter else (self.size.width - 1) // 2

    @property
    def flow(self) -> Flow | None:
        """The comparison as it is laid out now."""
        return self._painter.flow if self._painter else None

    def side(self, number: int) -> Side | None:
        """The left side (0) or the right one (1)."""
        return (self.comparison.a, self.comparison.b)[number] if self.comparison else None

    def links(self, place: Place) -> list[Link]:
        """The links of a sentence, best first."""
        return self._links[place.side].get(place.sentence, [])

    def mark(self, place: Place) -> Mark | None:
        """The mark of a sentence; None for one that takes no part."""
        side = self.side(place.side)
        if side is None or not side.reading.sentences[place.sentence].linkable:
            return None
        return side.marks[place.sentence]

    @property
    def doubting(self) -> bool:
        """Whether what may be in conflict is shown as such."""
        return self._look.doubting

    @property
    def doubtful(self) -> Sentences:
        """The sentences of both sides that may be in conflict."""
        return self._doubtful

    @property
    def hits(self) -> Mapping[Place, Sequence[Span]]:
        """What has been searched for and found."""
        return self._look.hits

    @property
    def selected(self) -> tuple[int, Span] | None:
        """The side and the span of the text chosen with the mouse."""
        return self._look.selected

    def sees(self, place: Place) -> bool:
        """Whether the first line of a sentence is on the screen."""
        top = self._top(place)
        return top is not None and 0 <= top - self.scroll_offset.y < self.size.height

    # How that changes ------------------------------------------------------------------------

    def show(self, comparison: Comparison, cursor: Place | None = None) -> None:
        """Show `comparison`, the cursor on a sentence of it or on the first."""
        self.clear()
        self._take(comparison)
        # On a sentence even before there is room to lay anything out: keys may come sooner.
        self.cursor = cursor or _beginning(comparison)
        self._lay()

    def update(self, comparison: Comparison) -> None:
        """Show `comparison`, another one of the same articles; the place stays."""
        self._take(comparison)
        self._lay()

    def _take(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self._links = partners(comparison.links)
        self._doubtful = doubtful(comparison.links)

    def clear(self) -> None:
        """Show nothing."""
        self.comparison, self.cursor, self._painter = None, None, None
        self.scroll_to(y=0, animate=False)
        self.refresh()

    def paint(self, ink: Ink) -> None:
        """Use other colours."""
        self._ink = ink
        self._lay()

    def fold(self, folded: bool) -> None:
        """Hide what both articles say, or show it again."""
        self.folded = folded
        self._lay()

    def doubt(self, doubting: bool) -> None:
        """Show what may be in conflict, folded away or not, or show it no longer."""
        self._look = replace(self._look, doubting=doubting)
        self._lay()

    def choose(self, layout: Layout) -> None:
        """Lay the articles out otherwise."""
        self._layout = layout
        self._lay()

    def note(self, noted: tuple[frozenset[int], frozenset[int]]) -> None:
        """Show which sentences of each side have notes."""
        self._see(replace(self._look, noted=noted))

    def find(self, hits: Mapping[Place, Sequence[Span]]) -> None:
        """Show what has been found."""
        self._see(replace(self._look, hits=hits))

    def select(self, selected: tuple[int, Span] | None) -> None:
        """Show what has been chosen with the mouse."""
        self._see(replace(self._look, selected=selected))

    def _see(self, look: Look) -> None:
        self._look = look
        if self._painter:
            self._painter.look(look)
        self.refresh()

    # Drawing ---------------------------------------------------------------------------------

    def partners(self) -> frozenset[Place]:
        """The linked sentences of the one under the cursor."""
        place = self.cursor
        if place is None:
            return frozenset()
        ends = (link.a if place.side else link.b for link in self.links(place))
        return frozenset(Place(place.other, end) for end in ends)

    def render_line(self, y: int) -> Strip:
        """Paint one line of what is in sight."""
        if self._painter is None:
            return Strip.blank(self.size.width, self._ink.ground)
        return self._painter.strip(y + self.scroll_offset.y, self.cursor, self.partners())

    def on_resize(self) -> None:
        """Lay out for the new width; the place stays."""
        self._lay()

    def _lay(self) -> None:
        """Lay out, and keep a sentence on the line of the screen where it was."""
        if self.comparison is None or not self.size.width:
            return
        kept, above = self._kept()
        digits = len(str(max(len(self.comparison.a.marks), len(self.comparison.b.marks), 1)))
        shape = Shape(self.layout_used, self.size.width, digits)
        spared = self._doubtful if self.doubting else _NONE
        laid = flow(self.comparison, shape.layout, shape.text, self.folded, spared)
        self._painter = Painter(self.comparison, laid, shape, self._ink)
        self._painter.look(self._look)
        self.virtual_size = Size(self.size.width, laid.height)
        if self.cursor is None or laid.place(*self.cursor) is None:
            self.cursor = travel.first(laid)
        top = self._top(kept) if kept else None
        if top is None and self.cursor:
            top = self._top(self.cursor)
        self.scroll_to(y=max(0, (top or 0) - above), animate=False)
        self.post_message(self.Moved())
        self.refresh()

    def _kept(self) -> tuple[Place | None, int]:
        """The sentence whose place on the screen is to stay, and the lines above it there.

        The cursor's, or, when that is out of sight, the first one that is in sight.
        """
        if self.flow is None or not self.flow.blocks or self.cursor is None:
            return self.cursor, self.size.height // 3
        if self.sees(self.cursor):
            return self.cursor, (self._top(self.cursor) or 0) - self.scroll_offset.y
        block = self.flow.at(self.scroll_offset.y)
        cell = next((cell for cell in self.flow.blocks[block].cells if cell), None)
        if cell is None:
            return self.cursor, self.size.height // 3
        above = self.flow.tops[block] - self.scroll_offset.y
        return Place(cell.side, cell.sentence), above

    def _top(self, place: Place) -> int | None:
        """The line of the flow where a sentence begins; None when it is folded away."""
        block = self.flow.place(*place) if self.flow else None
        return None if block is None or self.flow is None else self.flow.tops[block]


def _beginning(comparison: Comparison) -> Place | None:
    if comparison.a.marks:
        return Place(0, 0)
    return Place(1, 0) if comparison.b.marks else None
