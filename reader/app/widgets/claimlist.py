"""The claims of a story with a sign for each outlet, then what only one of them tells."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rich.style import Style
from rich.text import Text

from reader.app.widgets.board import ink
from reader.app.widgets.ledger import Ledger, Line
from reader.model import SIGN, Claim, Mark, Synopsis, Telling
from reader.render.claims import SORTS, arranged, line, sign
from reader.render.outlets import codes

_WIDE, _SPACED, _TIGHT = 5, 2, 1
_SHARE = 0.45  # of the width that the signs may take


@dataclass(frozen=True, slots=True)
class Told:
    """A row: a claim, or a sentence that nobody else tells."""

    tellings: tuple[Telling, ...]
    gist: Telling
    claim: Claim | None = None

    def mark(self, article: int) -> Mark | None:
        """What an article's cell says."""
        if self.claim:
            return self.claim.marks[article]
        return Mark.UNIQUE if article == self.gist.article else None


class ClaimList(Ledger[Told]):
    """The claims, and after them what only one outlet tells."""

    SORTS = SORTS

    def contested(self, row: Told) -> bool:
        """Whether a claim is in conflict."""
        return row.claim is not None and row.claim.mark is Mark.CONFLICT

    def tellings(self, row: Told) -> Iterable[Telling]:
        """Those that tell it."""
        return row.tellings

    def same(self, row: Told, other: Told) -> bool:
        """Whether one tells what the other is about."""
        return other.gist in row.tellings

    def words(self, row: Told, synopsis: Synopsis) -> str:
        """The outlets and all their sentences."""
        told = (f"{self.named[one.article]} {synopsis.text(one)}" for one in row.tellings)
        return line(" ".join(told))

    def ordered(self, synopsis: Synopsis, by: str) -> list[Told]:
        """The claims in order, then the sentences that are in none."""
        alone = (
            Telling(article, index)
            for article, indices in enumerate(synopsis.only_here)
            for index in indices
        )
        return [
            *(Told(claim.tellings, claim.gist, claim) for claim in arranged(synopsis.claims, by)),
            *(Told((telling,), telling) for telling in alone),
        ]

    def refill(self) -> None:
        """Draw every row for the present width."""
        if self.synopsis is not None and self.size.width:
            articles = [reading.article for reading in self.synopsis.readings]
            count, room = len(articles), int(self.size.width * _SHARE)
            fits = [size for size in (_WIDE, _SPACED) if count * size <= room]
            self.size_of_cell = fits[0] if fits else _TIGHT
            numbers = tuple(str(number) for number in range(1, count + 1))
            self.heads = codes(articles) if self.size_of_cell == _WIDE else numbers
            self.room = min(count * self.size_of_cell, room)
            self.lines = [self._line(row, self.synopsis) for row in self.rows]
        super().refill()

    def _line(self, row: Told, synopsis: Synopsis) -> Line:
        inks, claim = ink(self), row.claim
        told = f"{len(claim.articles)}/{len(claim.origins)}" if claim else ""
        cells = []
        for article in range(len(self.heads)):
            mark = row.mark(article)
            style = inks.sign[mark] if mark else Style()
            cells.append((SIGN[mark] if mark is Mark.UNIQUE else sign(mark), style))
        gist = line(synopsis.text(row.gist))
        after = Text.assemble(" ", self.star(row), (gist, "" if claim else inks.muted))
        return Line(Text.assemble((f"{told:>{self.margin - 1}} ", inks.muted)), cells, after)

    @property
    def margin(self) -> int:
        """The cells of what stands before the signs: "12/10 "."""
        return 2 * len(str(len(self.heads))) + 2
