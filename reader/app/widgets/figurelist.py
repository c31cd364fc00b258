"""The figures of a story: what is counted or dated, and what each outlet gives."""

from __future__ import annotations

from rich.style import Style
from rich.text import Text

from reader.app.widgets.board import ink
from reader.app.widgets.ledger import Cell, Ledger, Line
from reader.app.wrap import fit, one_line
from reader.model import SIGN, Figure, Mark, Synopsis
from reader.render.claims import SORTS
from reader.render.outlets import names
from reader.render.sheets import cell

_NARROWEST, _WIDEST = 6, 16
_LABEL = 0.34  # of the width that the name of a figure takes


class FigureList(Ledger):
    """The figures that pass the filter, a line each."""

    def __init__(self) -> None:
        super().__init__()
        self.sorting = 0
        self.rows: list[Figure] = []
        self._synopsis: Synopsis | None = None

    @property
    def row(self) -> Figure | None:
        """The figure under the cursor."""
        return self.rows[self.cursor] if self.cursor < len(self.rows) else None

    @property
    def margin(self) -> int:
        """The cells of what stands before the values."""
        return max(12, int(self.size.width * _LABEL))

    def show(self, synopsis: Synopsis | None, words: str) -> None:
        """Show what has these words; the cursor stays on its figure as far as that is there."""
        if synopsis is None:
            return
        here, self._synopsis = self.row, synopsis
        self.heads = names([reading.article for reading in synopsis.readings])
        wanted = words.casefold().split()
        self.rows = [
            row for row in self._sorted(synopsis)
            if all(one in self._words(row, synopsis) for one in wanted)
        ]  # fmt: skip
        self.refill()
        for number, row in enumerate(self.rows):
            if here and row.given[0] == here.given[0]:
                self.go(number)

    def refill(self) -> None:
        """Draw every figure for the present width."""
        if (synopsis := self._synopsis) is not None and self.size.width:
            self.room = max(_NARROWEST, self.size.width - 4 - self.margin)
            every = [[cell(row, k, synopsis) for k in range(len(self.heads))] for row in self.rows]
            longest = max((len(words) for cells in every for words in cells), default=0)
            share = self.room // max(1, len(self.heads))
            wanted = max(_NARROWEST, min(_WIDEST, longest + 1))
            self.size_of_cell = max(wanted, min(share, longest + 1, 2 * _WIDEST))
            self.lines = [
                self._line(row, cells) for row, cells in zip(self.rows, every, strict=True)
            ]
        super().refill()

    def _sorted(self, synopsis: Synopsis) -> list[Figure]:
        if SORTS[self.sorting] == "coverage":
            return sorted(synopsis.figures, key=lambda row: -len({g.article for g in row.given}))
        if SORTS[self.sorting] == "conflict":
            return list(synopsis.figures)
        return sorted(
            synopsis.figures, key=lambda row: min((g.fact.sentence, g.article) for g in row.given)
        )

    def _words(self, row: Figure, synopsis: Synopsis) -> str:
        """All that a filter may ask for."""
        given = (
            f"{self.heads[g.article]} {g.fact.span.of(synopsis.readings[g.article].article.text)}"
            for g in row.given
        )
        return one_line(f"{row.about} {row.type} {' '.join(given)}").casefold()

    def _line(self, row: Figure, cells: list[str]) -> Line:
        inks = ink(self)
        contested = inks.sign[Mark.CONFLICT]
        sign = SIGN[Mark.CONFLICT] if row.contested else " "
        label = fit(row.about or str(row.type), self.margin - 3)
        before = Text.assemble((f"{sign} ", contested), (f"{label} ", inks.strong))
        styled: list[Cell] = [
            (words, contested if words.startswith(SIGN[Mark.CONFLICT]) else Style())
            for words in cells
        ]
        return Line(before, styled, Text())
