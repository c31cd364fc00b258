"""The matrix: claims by outlets, and what one outlet alone tells."""

from __future__ import annotations

from rich.text import Text

from reader.app.bindings import bindings
from reader.app.commands import MATRIX
from reader.app.screens.cells import CellRoom
from reader.app.screens.story import Subject
from reader.app.widgets.board import ink
from reader.app.widgets.claimlist import ClaimList, Told
from reader.model import SIGN, Mark, Synopsis
from reader.render.claims import dispute, line, tally
from reader.render.outlets import counted, listed

_BY = "   by: outlets/origins"
_DISPUTES = 2
"""How many things in dispute the foot has room for."""


class MatrixScreen(CellRoom):
    """A line a claim with a sign for each outlet, the cursor on one of the signs."""

    ROOM = MATRIX
    BINDINGS = bindings(MATRIX)
    CONTESTED = "claim in conflict"
    WHAT = "claims"

    def __init__(self) -> None:
        super().__init__()
        self.list = ClaimList()

    def summary(self, synopsis: Synopsis) -> str:
        """How many claims, of how many articles and hands."""
        counts = (
            counted(len(synopsis.claims), "claim"),
            counted(len(synopsis.readings), "article"),
            counted(len(synopsis.origins), "origin"),
        )
        return f"{', '.join(counts)}   by {self.list.SORTS[self.list.sorting]}"

    def heading(self) -> list[Text]:
        """The outlets, and whose column the cursor is in."""
        if self.synopsis is None:
            return []
        return self.list.heading("by".rjust(self.list.margin - 1) + " ", f" claim{_BY}")

    def subject(self) -> Subject | None:
        """The claim, the outlet of the column first."""
        row, synopsis = self.list.row, self.synopsis
        if row is None or synopsis is None:
            return None
        ordered = sorted(row.tellings, key=self.order)
        title = line(synopsis.text(row.gist))
        excerpts = tuple(map(synopsis.whole, ordered))
        if row.claim is None:
            return Subject(title, excerpts, Mark.UNIQUE)
        disputes = row.claim.disputes
        lit = tuple(one for each in disputes for value in each.values for one in value)
        differing = tuple(dispute(each, synopsis, self.list.called) for each in disputes)
        return Subject(title, excerpts, row.claim.mark, lit, differing)

    def explained(self) -> list[Text]:
        """Who tells it, what is disputed, the words of the outlet of the column."""
        row, synopsis, inks = self.list.row, self.synopsis, ink(self)
        if row is None or synopsis is None:
            return []
        called = self.list.called
        lines = [self._told(row, called)]
        disputes = row.claim.disputes if row.claim else ()
        for one in disputes[:_DISPUTES]:
            lines.append(
                Text.assemble((f"{SIGN[one.kind]} ", inks.sign[one.kind]),
                              dispute(one, synopsis, called))
            )  # fmt: skip
        if len(disputes) > _DISPUTES:
            lines.append(Text(f"and {len(disputes) - _DISPUTES} more that differ", inks.muted))
        return [*lines, self.said(row.gist)]

    def _told(self, row: Told, called: tuple[str, ...]) -> Text:
        inks, mark = ink(self), row.claim.mark if row.claim else Mark.UNIQUE
        told = Text.assemble((f"{SIGN[mark]} ", inks.sign[mark]))
        if row.claim is None:
            return told.append(f"only {called[row.gist.article]} tells this")
        told.append(tally(row.claim))
        for group in row.claim.origins:
            if len(group) > 1:
                hand = listed(called[k] for k in group)
                told.append(f"   from one hand: {hand}", inks.muted)
        return told

    # Commands ---------------------------------------------------------------------------------

    def action_next_only(self) -> None:
        """Go to the next sentence that one outlet alone tells."""
        self.seek(1, [row.claim is None for row in self.list.rows], "sentence only here")

    def action_previous_only(self) -> None:
        """Go back to a sentence that one outlet alone tells."""
        self.seek(-1, [row.claim is None for row in self.list.rows], "sentence only here")
