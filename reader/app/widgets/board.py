"""Widgets drawn from lines of rich text, so that nothing shown is ever taken for markup."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import Protocol, Self, cast

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from reader.app.ink import Ink


class Inked(Protocol):
    """An app that has styles for the present theme."""

    ink: Ink


def ink(widget: Widget) -> Ink:
    """The styles to draw `widget` with."""
    return cast(Inked, widget.app).ink


def strip(widget: Widget, text: Text, width: int, base: Style) -> Strip:
    """`text` as one line of `width` cells on the ground `base`."""
    line = text.copy()
    line.truncate(width, overflow="ellipsis")
    line.end = ""
    # Rich leaves a text's own style to whoever prints it, but only where no part has another.
    line.stylize_before(line.style)
    segments = Segment.apply_style(line.render(widget.app.console), base)
    return Strip(segments).adjust_cell_length(width, base)


class Board(Widget, can_focus=False):
    """A few lines of text that stay where they are; `draw` says what they are.

    Drawn once for all lines; `refresh` has them drawn anew.
    """

    def __init__(self) -> None:
        super().__init__()
        self._drawn: tuple[Size, Sequence[Text]] | None = None

    @abstractmethod
    def draw(self, width: int) -> Sequence[Text]:
        """The lines, from the top."""

    def ground(self) -> Style:
        """What the text stands on."""
        return ink(self).ground

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Draw the lines anew, and paint them."""
        self._drawn = None
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def render_line(self, y: int) -> Strip:
        """Paint one line; what is missing is blank."""
        if self._drawn is None or self._drawn[0] != self.size:
            self._drawn = (self.size, self.draw(self.size.width))
        lines = self._drawn[1]
        text = lines[y] if y < len(lines) else Text()
        return strip(self, text, self.size.width, self.ground())


class Roll(ScrollView, can_focus=False):
    """A list with a cursor, each entry one or more lines; `entries` says what they are."""

    class Moved(Message):
        """The cursor stands on another entry."""

    class Opened(Message):
        """An entry was clicked while the cursor stood on it."""

    def __init__(self) -> None:
        super().__init__()
        self.cursor = 0
        self._lines: list[tuple[int, Text]] = []
        self._tops: list[int] = []

    @abstractmethod
    def entries(self, width: int) -> Sequence[Sequence[Text]]:
        """The lines of every entry, at most `width` cells each."""

    def under_cursor(self, _: int, text: Text) -> Text:
        """A line of the entry under the cursor as it is shown there."""
        return text

    def refill(self) -> None:
        """Draw everything anew; the cursor stays on its number."""
        entries = self.entries(max(1, self.size.width - 4)) if self.size.width else ()
        self._lines, self._tops = [], []
        for number, entry in enumerate(entries):
            self._tops.append(len(self._lines))
            self._lines += [(number, line) for line in entry]
        self.cursor = max(0, min(self.cursor, len(self._tops) - 1))
        self.virtual_size = Size(self.size.width, len(self._lines))
        self.refresh()

    @property
    def count(self) -> int:
        """How many entries there are."""
        return len(self._tops)

    def go(self, number: int) -> None:
        """Put the cursor on entry `number`, or the nearest there is, and bring it into sight."""
        if not self._tops:
            return
        number = max(0, min(number, len(self._tops) - 1))
        moved, self.cursor = number != self.cursor, number
        top, end = self._tops[number], self._end(number)
        if top < self.scroll_offset.y:
            self.scroll_to(y=0 if number == 0 else top, animate=False)
        elif end > self.scroll_offset.y + self.size.height:
            self.scroll_to(y=min(top, end - self.size.height), animate=False)
        self.refresh()
        if moved:
            self.post_message(self.Moved())

    def page(self, direction: int) -> None:
        """Go about a screen down (1) or up (-1), through an entry that is higher than that."""
        if not self._tops:
            return
        top, step = self.scroll_offset.y, max(1, self.size.height - 1)
        line = self._tops[self.cursor] + direction * step
        number = self._lines[max(0, min(line, len(self._lines) - 1))][0]
        hidden = self._end(self.cursor) > top + self.size.height
        if direction < 0:
            hidden = self._tops[self.cursor] < top
        if number == self.cursor and hidden:
            self.scroll_to(y=top + direction * step, animate=False)
        else:
            self.go(self.cursor + direction if number == self.cursor else number)

    def _end(self, number: int) -> int:
        """The line after the last of entry `number`."""
        return self._tops[number + 1] if number + 1 < len(self._tops) else len(self._lines)

    def ends(self, direction: int) -> None:
        """Go to the last entry (1) or to the first (-1)."""
        self.go(len(self._tops) - 1 if direction > 0 else 0)

    def render_line(self, y: int) -> Strip:
        """Paint one line, lit where the cursor is."""
        line, width, inks = y + self.scroll_offset.y, self.size.width, ink(self)
        if line >= len(self._lines):
            return Strip.blank(width, inks.ground)
        number, text = self._lines[line]
        lit = number == self.cursor
        text = self.under_cursor(number, text) if lit else text
        base = inks.ground + inks.lit if lit else inks.ground
        bar = Segment("▌ " if lit else "  ", base + inks.accent)
        return Strip([bar, *strip(self, text, width - 4, base), Segment("  ", base)], width)

    def on_resize(self) -> None:
        """Lay out for the new width."""
        self.refill()

    def on_click(self, event: events.Click) -> None:
        """Go to the entry that was clicked; open it when the cursor stands there."""
        line = event.y + self.scroll_offset.y
        if line < len(self._lines):
            number = self._lines[line][0]
            if number == self.cursor:
                self.post_message(self.Opened())
            self.go(number)
