"""The quotations: each speaker's words in the wordings of the outlets."""

from __future__ import annotations

from rich.text import Text

from reader.app.bindings import bindings
from reader.app.commands import QUOTES
from reader.app.screens.cells import RowRoom
from reader.app.screens.story import Subject
from reader.app.widgets.board import ink
from reader.app.widgets.quotelist import QuoteList, mark
from reader.model import SIGN, Excerpt, Mark, Relation, Synopsis
from reader.render.outlets import counted
from reader.render.sheets import wording
from reader.render.wrap import one_line


class QuotesScreen(RowRoom):
    """An entry a quotation, its wordings under it."""

    ROOM = QUOTES
    BINDINGS = bindings(QUOTES)
    CONTESTED = "altered quotation"
    WHAT = "quotations"

    def __init__(self) -> None:
        super().__init__()
        self.list = QuoteList()

    def summary(self, synopsis: Synopsis) -> str:
        """How many quotations, how many of them altered."""
        altered = sum(mark(row) is Mark.CONFLICT for row in synopsis.quotations)
        said = f"{counted(len(synopsis.quotations), 'quotation')}, {altered} altered"
        return f"{said}   by {self.list.SORTS[self.list.sorting]}"

    def subject(self) -> Subject | None:
        """The words between the marks in every report that has them."""
        row = self.list.row
        if row is None or self.synopsis is None:
            return None
        excerpts = tuple(variant.excerpt for variant in row.variants)
        words = one_line(self.synopsis.words(excerpts[0]))
        lit = tuple(
            Excerpt(variant.telling, here)
            for variant in row.variants
            for _, here in variant.changes
        )
        differing = tuple(
            f"{self.list.called[variant.article]}: {wording(variant, row, self.synopsis)}"
            for variant in row.variants
            if variant.grade in {"trimmed", "altered"}
        )
        title = f"{row.speaker or 'somebody'}: “{words}”"
        return Subject(title, excerpts, Relation.QUOTE, lit, differing, row.speaker)

    def explained(self) -> list[Text]:
        """The sentence that the fullest wording stands in."""
        row, synopsis, inks = self.list.row, self.synopsis, ink(self)
        if row is None or synopsis is None:
            return []
        found, telling = mark(row), row.variants[0].telling
        return [
            Text.assemble(
                (f"{SIGN[found]} ", inks.sign[found]),
                (f"{self.list.called[telling.article]} {telling.sentence + 1}  ", inks.strong),
                one_line(synopsis.text(telling)),
            )
        ]
