"""The claims of a story with a sign for each outlet, then what only one of them tells."""

from __future__ import annotations

from dataclasses import dataclass

from rich.style import Style
from rich.text import Text

from reader.app.widgets.board import ink
from reader.app.widgets.ledger import Ledger, Line
from reader.app.wrap import one_line
from reader.model import SIGN, Claim, Mark, Synopsis, Telling
from reader.render.claims import SORTS, arranged, sign
from reader.render.outlets import codes, names

_WIDE, _SPACED, _TIGHT = 5, 2, 1
_SHARE = 0.45  # of the width that the signs may take


@dataclass(frozen=True, slots=True)
class Row:
    """A claim, or a sentence that nobody else tells."""

    tellings: tuple[Telling, ...]
    gist: Telling
    claim: Claim | None = None

    def mark(self, article: int) -> Mark | None:
        """What an article's cell says."""
        if self.claim:
            return self.claim.marks[article]
        return Mark.UNIQUE if article == self.gist.article else None


class ClaimList(Ledger):
    """The rows that pass the filter, claims sorted and before the rest."""

    def __init__(self) -> None:
        super().__init__()
        self.sorting = 0
        self.rows: list[Row] = []
        self._synopsis: Synopsis | None = None
        self._filter = ""
        self._words: dict[Row, str] = {}

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if self.cursor < len(self.rows) else None

    def show(self, synopsis: Synopsis | None, words: str) -> None:
        """Show what has these words; the cursor stays on its row as far as that is there."""
        if synopsis is None:
            return
        here = self.row
        if synopsis is not self._synopsis:
            self._synopsis, self._words = synopsis, {}
            self.heads = codes([reading.article for reading in synopsis.readings])
        self._filter = words
        wanted = words.casefold().split()
        self.rows = [
            row for row in self._all(synopsis) if all(one in self._text(row) for one in wanted)
        ]
        self.refill()
        if here and (again := self._again(here)) is not None:
            self.go(again)

    def refill(self) -> None:
        """Draw every row for the present width."""
        if self._synopsis is not None and self.size.width:
            count, room = len(self.heads), int(self.size.width * _SHARE)
            fits = [size for size in (_WIDE, _SPACED) if count * size <= room]
            self.size_of_cell = fits[0] if fits else _TIGHT
            self.heads = self._heads()
            self.room = min(count * self.size_of_cell, room)
            self.lines = [self._line(row, self._synopsis) for row in self.rows]
        super().refill()

    def _heads(self) -> tuple[str, ...]:
        if self._synopsis is None or self.size_of_cell < _WIDE:
            return tuple(str(number) for number in range(1, len(self.heads) + 1))
        return codes([reading.article for reading in self._synopsis.readings])

    def _all(self, synopsis: Synopsis) -> list[Row]:
        claims = arranged(synopsis.claims, SORTS[self.sorting])
        alone = (
            Telling(article, index)
            for article, indices in enumerate(synopsis.only_here)
            for index in indices
        )
        return [
            *(Row(claim.tellings, claim.gist, claim) for claim in claims),
            *(Row((telling,), telling) for telling in alone),
        ]

    def _text(self, row: Row) -> str:
        """All that a filter may ask for."""
        if row not in self._words and (synopsis := self._synopsis):
            called = names([reading.article for reading in synopsis.readings])
            told = (f"{called[t.article]} {synopsis.text(t)}" for t in row.tellings)
            self._words[row] = one_line(" ".join(told)).casefold()
        return self._words[row]

    def _again(self, here: Row) -> int | None:
        for number, row in enumerate(self.rows):
            if row.tellings == here.tellings:
                return number
        return next((n for n, row in enumerate(self.rows) if here.gist in row.tellings), None)

    def _line(self, row: Row, synopsis: Synopsis) -> Line:
        inks, claim = ink(self), row.claim
        told = f"{len(claim.articles)}/{len(claim.origins)}" if claim else ""
        cells = []
        for article in range(len(self.heads)):
            mark = row.mark(article)
            style = inks.sign[mark] if mark else Style()
            cells.append((SIGN[mark] if mark is Mark.UNIQUE else sign(mark), style))
        gist = one_line(synopsis.text(row.gist))
        after = Text(f" {gist}", "" if claim else inks.muted)
        return Line(Text.assemble((f"{told:>{self.margin - 1}} ", inks.muted)), cells, after)

    @property
    def margin(self) -> int:
        """The cells of what stands before the signs: "12/10 "."""
        return 2 * len(str(len(self.heads))) + 2
