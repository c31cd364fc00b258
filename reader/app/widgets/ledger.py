"""A list whose entries have a cell for each article, with a cursor on one of the cells."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass

from rich.style import Style
from rich.text import Text

from reader.app.widgets.board import ink
from reader.app.widgets.rows import Row, Rows
from reader.render.wrap import fit

Cell = tuple[str, Style]


@dataclass(frozen=True, slots=True)
class Line:
    """One entry: what stands before the cells, a cell for each article, what stands behind."""

    before: Text
    cells: Sequence[Cell]
    after: Text


class Ledger(Rows[Row]):
    """Lines of cells; where there is no room for all columns, those around the cursor are seen."""

    def __init__(self) -> None:
        super().__init__()
        self.column = 0
        self.lines: list[Line] = []
        self.heads: tuple[str, ...] = ()
        self.size_of_cell = 1
        self.room = 0
        self._first = 0

    @property
    @abstractmethod
    def margin(self) -> int:
        """The cells of what stands before the cells of the articles."""

    @property
    def seen(self) -> range:
        """The columns in sight."""
        fitting = max(1, self.room // self.size_of_cell)
        return range(self._first, min(len(self.heads), self._first + fitting))

    def entries(self, _: int) -> Sequence[Sequence[Text]]:
        """One line each."""
        return [[self._drawn(line)] for line in self.lines]

    def on_resize(self) -> None:
        """Lay out for the new width, and have the heads drawn anew."""
        self.refill()
        self.post_message(self.Moved())

    def turn(self, column: int) -> None:
        """Put the cursor on another column, or the nearest there is."""
        column = max(0, min(column, len(self.heads) - 1))
        if column == self.column:
            return
        self.column = column
        if column not in self.seen:
            last = column - len(self.seen) + 1
            self._first = max(0, column if column < self._first else last)
            self.refill()
        self.refresh()
        self.post_message(self.Moved())

    def under_cursor(self, number: int, text: Text) -> Text:
        """The line with its cell under the cursor shown as such."""
        line = text.copy()
        start = len(self.lines[number].before.plain) + self._before(self.column)
        line.stylize(Style(reverse=True), start, start + self.size_of_cell)
        return line

    def heading(self, before: str, after: str) -> list[Text]:
        """The heads of the columns in sight: codes in one line, or numbers from top to bottom."""
        inks, seen = ink(self), self.seen
        # What stands before and after has a cell to spare, for a sign of columns out of sight.
        before = f"{before[:-1]}‹" if seen.start else before
        after = f"›{after[1:]}" if seen.stop < len(self.heads) else after
        tall = max((len(head) for head in self.heads), default=1) if self.size_of_cell < 3 else 1
        lines = []
        for row in range(tall):
            last = row == tall - 1
            line = Text.assemble(("  " + (before if last else " " * len(before)), inks.muted))
            for column in seen:
                head = self.heads[column]
                shown = head if tall == 1 else head.rjust(tall)[row]
                style = inks.strong if column == self.column else inks.muted
                line.append(self._fitted(shown), style)
            line.append(after if last else "", inks.muted)
            lines.append(line)
        return lines

    def _fitted(self, words: str) -> str:
        """Words in the width of a cell, the last of it left free where there is room."""
        gap = int(self.size_of_cell > 1)
        return fit(words, self.size_of_cell - gap) + " " * gap

    def _before(self, column: int) -> int:
        return (column - self._first) * self.size_of_cell

    def _drawn(self, line: Line) -> Text:
        text = line.before.copy()
        for column in self.seen:
            words, style = line.cells[column]
            text.append(self._fitted(words), style)
        return text.append_text(line.after)
