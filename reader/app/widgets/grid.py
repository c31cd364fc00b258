"""How much of each article the others also tell: all pairs as shades with numbers."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text
from textual import events
from textual.message import Message

from reader.app.session import Session
from reader.app.widgets.board import Board, ink
from reader.model import Mark
from reader.render.called import outlet
from reader.render.wrap import cells, fit

_SHADES = " ░▒▓█"
_NUMBERED = 7
_DENSE = 1
_HEAD = 3
_FEWEST = 3


class Grid(Board):
    """A row and a column for every article; `!` marks the pairs that are in conflict.

    One cell is chosen: that of `article` and `partner`. Where not everything fits, what lies
    around it is shown.
    """

    class Chosen(Message):
        """A cell was clicked."""

        def __init__(self, article: int, partner: int) -> None:
            super().__init__()
            self.article = article
            self.partner = partner

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.article: int | None = None
        self.partner: int | None = None

    @property
    def _count(self) -> int:
        return len(self._session.story.articles) if self._session.story else 0

    def wants(self, room: int) -> int:
        """The lines it takes of `room`: none where there is nothing to show or next to no room."""
        if self._count < 2 or room < _HEAD + min(self._count, _FEWEST):
            return 0
        return min(self._count + _HEAD, room)

    def draw(self, width: int) -> list[Text]:
        """Draw numbers and shades where there is room, shades alone where not."""
        if self._count < 2 or self._session.story is None:
            return []
        inks, articles = ink(self), self._session.story.articles
        size, columns, rows = self._cells_each(width), self._columns(width), self._rows
        digits, names = len(str(self._count)), self._names
        cut = (
            "" if len(rows) == self._count else f"   {rows[0] + 1}–{rows[-1] + 1} of {self._count}"
        )
        lines = [
            Text(),
            Text.assemble(
                ("  overlap: how much of the row's article the column's tells too", inks.muted),
                (cut, inks.muted),
            ),
            Text.assemble(" " * (digits + names + 5), (self._heads(columns, size), inks.muted)),
        ]
        for row in rows:
            line = Text.assemble(
                (f"  {row + 1:>{digits}}  ", inks.muted),
                (f"{fit(outlet(articles[row]), names)} ",
                 inks.strong if row == self.article else inks.ground),
            )  # fmt: skip
            for column in columns:
                line.append_text(self._cell(row, column, size))
            lines.append(line)
        return lines

    def on_click(self, event: events.Click) -> None:
        """Choose the cell that was clicked."""
        width = self.size.width
        start, size = len(str(self._count)) + self._names + 5, self._cells_each(width)
        row, column = event.y - _HEAD, (event.x - start) // size
        rows, columns = self._rows, self._columns(width)
        if 0 <= row < len(rows) and 0 <= column < len(columns) and rows[row] != columns[column]:
            self.post_message(self.Chosen(rows[row], columns[column]))

    @property
    def _names(self) -> int:
        """The cells of the column with the names of the outlets."""
        articles = self._session.story.articles if self._session.story else ()
        return min(20, max(6, *(cells(outlet(article)) for article in articles)))

    def _cells_each(self, width: int) -> int:
        """The cells of a column: as many as let all be seen, or the fewest there are."""
        room, digits = self._room(width), len(str(self._count))
        sizes = (_NUMBERED, max(3, digits + 1))
        return next((size for size in sizes if self._count * size <= room), _DENSE)

    def _room(self, width: int) -> int:
        return width - len(str(self._count)) - self._names - 7

    @property
    def _rows(self) -> range:
        return _window(self._count, max(1, self.size.height - _HEAD), self.article)

    def _columns(self, width: int) -> range:
        return _window(
            self._count, max(1, self._room(width) // self._cells_each(width)), self.partner
        )

    def _heads(self, columns: range, size: int) -> str:
        """The numbers above the columns; above dense ones every tenth."""
        if size > _DENSE:
            return "".join(f"{column + 1:>{size - 1}} " for column in columns)
        return _tens(columns)

    def _cell(self, row: int, column: int, size: int) -> Text:
        inks = ink(self)
        chosen = (row, column) == (self.article, self.partner)
        lit = inks.selected if chosen else inks.ground
        before = size - (1 if size > _DENSE else 0)
        if row == column:
            return Text.assemble((f"{'·':>{before}}".ljust(size), inks.rule))
        share = self._session.overlap(row, column)
        if share is None:
            return Text.assemble((f"{'–':>{before}}".ljust(size), lit if chosen else inks.muted))
        shade = _SHADES[min(4, round(share * 4 + 0.49))] if share else " "
        conflict = self._session.in_conflict(row, column)
        if size == _DENSE:
            style = inks.sign[Mark.CONFLICT if conflict else Mark.SHARED]
            return Text.assemble((shade, lit + style))
        number = f"{share:.0%}" if size == _NUMBERED else ""
        return Text.assemble(
            (" " * (size - len(number) - 2), lit if size == _NUMBERED else inks.ground),
            (shade, lit + inks.sign[Mark.SHARED]),
            (number, lit),
            ("!" if conflict else " ", lit + inks.sign[Mark.CONFLICT]),
        )


def _window(count: int, room: int, around: int | None) -> range:
    """At most `room` of `count` things, the one `around` which it is as near the middle as can."""
    start = max(0, min((around or 0) - room // 2, count - room))
    return range(start, min(count, start + room))


def _tens(columns: Sequence[int]) -> str:
    """The numbers of columns one cell wide: every tenth, ending above its column."""
    line = ""
    for place, column in enumerate(columns, 1):
        number = str(column + 1)
        if (column + 1) % 10 == 0 and len(number) <= place - len(line):
            line += number.rjust(place - len(line))
    return line
