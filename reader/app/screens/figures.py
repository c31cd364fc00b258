"""The figures: quantities and dates by outlets, those that exclude each other first."""

from __future__ import annotations

from rich.text import Text

from reader.app.bindings import bindings
from reader.app.commands import FIGURES
from reader.app.screens.cells import CellRoom
from reader.app.screens.story import Subject
from reader.app.widgets.board import ink
from reader.app.widgets.figurelist import FigureList
from reader.model import SIGN, Figure, Mark, Synopsis
from reader.render.outlets import counted, listed
from reader.render.sheets import values


class FiguresScreen(CellRoom):
    """A line a figure with a cell for each outlet."""

    ROOM = FIGURES
    BINDINGS = bindings(FIGURES)
    CONTESTED = "contested figure"
    WHAT = "figures"

    def __init__(self) -> None:
        super().__init__()
        self.list = FigureList()

    def summary(self, synopsis: Synopsis) -> str:
        """How many figures, how many of them contested."""
        contested = sum(row.contested for row in synopsis.figures)
        said = f"{counted(len(synopsis.figures), 'figure')}, {contested} contested"
        return f"{said}   by {self.list.SORTS[self.list.sorting]}"

    def heading(self) -> list[Text]:
        """The outlets."""
        if self.synopsis is None:
            return []
        return self.list.heading("  about".ljust(self.list.margin), "")

    def subject(self) -> Subject | None:
        """The sentences that give the figure, that of the outlet of the column first."""
        row, synopsis = self.list.row, self.synopsis
        if row is None or synopsis is None:
            return None
        ordered = sorted(row.given, key=lambda one: self.order(one.telling))
        excerpts = tuple(synopsis.whole(one.telling) for one in ordered)
        lit = tuple(one.excerpt for one in ordered)
        alone = len({one.article for one in ordered}) == 1
        kind = Mark.UNIQUE if alone else Mark.CONFLICT if row.contested else Mark.SHARED
        told = self._told(row, synopsis)
        return Subject(told, excerpts, kind, lit, (told,) if row.contested else ())

    def explained(self) -> list[Text]:
        """Every value with who gives it, then the sentence of the outlet of the column."""
        row, synopsis, inks = self.list.row, self.synopsis, ink(self)
        if row is None or synopsis is None:
            return []
        mark = Mark.CONFLICT if row.contested else Mark.SHARED
        told = Text.assemble((f"{SIGN[mark]} ", inks.sign[mark]), self._told(row, synopsis))
        return [told, self.said(row.given[0].telling)]

    def _told(self, row: Figure, synopsis: Synopsis) -> str:
        """One line: "killed: 14 (AP) / 16 (Reuters)"."""
        told = (
            f"{words} ({listed(self.list.called[k] for k in articles)})"
            for words, _, articles in values(row, synopsis)
        )
        return f"{row.about or row.type}: {' / '.join(told)}"
