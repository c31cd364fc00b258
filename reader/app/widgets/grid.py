"""How much of each article the others also tell: all pairs as shades with numbers."""

from __future__ import annotations

from rich.text import Text

from reader.app.session import Session
from reader.app.widgets.articles import outlet
from reader.app.widgets.board import Board, ink
from reader.app.wrap import fit
from reader.model import Mark

_SHADES = " ░▒▓█"
_NUMBERED = 7
_SHADED = 3


class Grid(Board):
    """A row and a column for every article; `!` marks the pairs that are in conflict."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.article: int | None = None

    def wants(self, room: int) -> int:
        """The lines it takes: none where there is nothing to show or not `room` for all."""
        count = len(self._session.story.articles) if self._session.story else 0
        return count + 3 if count > 1 and count + 3 <= room else 0

    def draw(self, width: int) -> list[Text]:
        """Draw numbers and shades where there is room, shades alone where not."""
        articles = self._session.story.articles if self._session.story else ()
        if len(articles) < 2:
            return []
        inks, count = ink(self), len(articles)
        digits = len(str(count))
        names = min(20, max(6, *(len(outlet(article)) for article in articles)))
        room = width - digits - names - 5
        size = _NUMBERED if count * _NUMBERED <= room else _SHADED
        seen = range(min(count, room // size))
        head = Text.assemble(
            " " * (digits + names + 5),
            *(((f"{number + 1:>{size - 1}} ", inks.muted)) for number in seen),
        )
        lines = [
            Text(),
            Text("  overlap: how much of the row's article the column's tells too", inks.muted),
            head,
        ]
        for row, article in enumerate(articles):
            chosen = row == self.article
            line = Text.assemble(
                (f"  {row + 1:>{digits}}  ", inks.muted),
                (f"{fit(outlet(article), names)} ", inks.strong if chosen else inks.ground),
            )
            for column in seen:
                line.append_text(self._cell(row, column, size))
            lines.append(line)
        return lines

    def _cell(self, row: int, column: int, size: int) -> Text:
        inks = ink(self)
        if row == column:
            return Text(f"{'·':>{size - 1}} ", inks.rule)
        share = self._session.overlap(row, column)
        if share is None:
            return Text(f"{'–':>{size - 1}} ", inks.muted)
        shade = _SHADES[min(4, round(share * 4 + 0.49))] if share else " "
        conflict = self._session.in_conflict(row, column)
        number = f"{share:.0%}" if size == _NUMBERED else ""
        return Text.assemble(
            " " * (size - len(number) - 2),
            (shade, inks.sign[Mark.SHARED]),
            (number, inks.ground),
            ("!" if conflict else " ", inks.sign[Mark.CONFLICT]),
        )
