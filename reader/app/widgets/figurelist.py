"""The figures of a story: what is counted or dated, and what each outlet gives."""

from __future__ import annotations

from collections.abc import Iterable

from rich.style import Style
from rich.text import Text

from reader.app.widgets.board import ink
from reader.app.widgets.ledger import Cell, Ledger, Line
from reader.model import SIGN, Figure, Mark, Synopsis, Telling
from reader.render.claims import SORTS
from reader.render.sheets import cell
from reader.render.wrap import cells, fit

_NARROWEST, _WIDEST = 6, 16
_LABEL = 0.34  # of the width that the name of a figure takes


class FigureList(Ledger[Figure]):
    """The figures, a line each."""

    SORTS = SORTS

    def contested(self, row: Figure) -> bool:
        """Whether two reports give what cannot both be right."""
        return row.contested

    def tellings(self, row: Figure) -> Iterable[Telling]:
        """Those that give it."""
        return (given.telling for given in row.given)

    def same(self, row: Figure, other: Figure) -> bool:
        """Whether both begin with one figure of one report."""
        return row.given[0].fact == other.given[0].fact

    def words(self, row: Figure, synopsis: Synopsis) -> str:
        """What it is of, the outlets, their figures."""
        given = (f"{self.named[one.article]} {synopsis.words(one.excerpt)}" for one in row.given)
        return f"{row.about} {row.type} {' '.join(given)}"

    def ordered(self, synopsis: Synopsis, by: str) -> list[Figure]:
        """The figures in order."""
        if by == "coverage":
            return sorted(synopsis.figures, key=lambda row: -len({g.article for g in row.given}))
        if by == "conflict":
            return list(synopsis.figures)
        return sorted(
            synopsis.figures, key=lambda row: min((g.fact.sentence, g.article) for g in row.given)
        )

    @property
    def margin(self) -> int:
        """The cells of what stands before the values."""
        return max(12, int(self.size.width * _LABEL))

    def refill(self) -> None:
        """Draw every figure for the present width."""
        if (synopsis := self.synopsis) is not None and self.size.width:
            self.heads = self.called
            self.room = max(_NARROWEST, self.size.width - 4 - self.margin)
            every = [[cell(row, k, synopsis) for k in range(len(self.heads))] for row in self.rows]
            longest = max((cells(words) for given in every for words in given), default=0)
            share = self.room // max(1, len(self.heads))
            wanted = max(_NARROWEST, min(_WIDEST, longest + 1))
            self.size_of_cell = max(wanted, min(share, longest + 1, 2 * _WIDEST))
            self.lines = [
                self._line(row, given) for row, given in zip(self.rows, every, strict=True)
            ]
        super().refill()

    def _line(self, row: Figure, given: list[str]) -> Line:
        inks = ink(self)
        contested = inks.sign[Mark.CONFLICT]
        sign = SIGN[Mark.CONFLICT] if row.contested else " "
        star = self.star(row)
        label = fit(row.about or str(row.type), self.margin - 3 - len(star[0]))
        before = Text.assemble((f"{sign} ", contested), star, (f"{label} ", inks.strong))
        styled: list[Cell] = [
            (words, contested if words.startswith(SIGN[Mark.CONFLICT]) else Style())
            for words in given
        ]
        return Line(before, styled, Text())
