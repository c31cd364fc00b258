"""The quotations of a story: who speaks, and in which words each outlet has it."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from reader.app.widgets.board import Roll, ink
from reader.app.wrap import one_line
from reader.model import SIGN, Mark, Quotation, Span, Synopsis, Variant
from reader.render.outlets import counted, listed, names
from reader.render.sheets import wording

SORTS = ("alteration", "coverage", "speaker", "first appearance")
_MARKS = {"altered": Mark.CONFLICT, "trimmed": Mark.FRAMING}


def mark(of: Quotation) -> Mark:
    """What the wordings are to each other: altered, trimmed, the same, or one outlet's alone."""
    grades = {variant.grade for variant in of.variants}
    for grade, found in _MARKS.items():
        if grade in grades:
            return found
    return Mark.SHARED if len({variant.article for variant in of.variants}) > 1 else Mark.UNIQUE


class QuoteList(Roll):
    """The quotations that pass the filter, each with its wordings."""

    def __init__(self) -> None:
        super().__init__()
        self.sorting = 0
        self.rows: list[Quotation] = []
        self._synopsis: Synopsis | None = None
        self._called: tuple[str, ...] = ()

    @property
    def row(self) -> Quotation | None:
        """The quotation under the cursor."""
        return self.rows[self.cursor] if self.cursor < len(self.rows) else None

    def show(self, synopsis: Synopsis | None, words: str) -> None:
        """Show what has these words; the cursor stays on its quotation as far as that is there."""
        if synopsis is None:
            return
        here, self._synopsis = self.row, synopsis
        self._called = names([reading.article for reading in synopsis.readings])
        wanted = words.casefold().split()
        self.rows = [
            row for row in self._sorted(synopsis)
            if all(one in self._words(row, synopsis) for one in wanted)
        ]  # fmt: skip
        self.refill()
        for number, row in enumerate(self.rows):
            if here and row.variants[0].fact == here.variants[0].fact:
                self.go(number)

    def entries(self, width: int) -> Sequence[Sequence[Text]]:
        """Who speaks and how often, then a line or more for each wording."""
        if self._synopsis is None:
            return []
        return [self._entry(row, self._synopsis, width) for row in self.rows]

    def _entry(self, row: Quotation, synopsis: Synopsis, width: int) -> list[Text]:
        inks, found = ink(self), mark(row)
        outlets = len({variant.article for variant in row.variants})
        lines = [
            Text.assemble(
                (f"{SIGN[found]} ", inks.sign[found]),
                (row.speaker or "somebody", inks.strong),
                (f"   {counted(outlets, 'outlet')}", inks.muted),
            )
        ]
        for variants in _same(row, synopsis):
            first = variants[0]
            who = listed(dict.fromkeys(self._called[variant.article] for variant in variants))
            told = wording(first, row, synopsis) if outlets > 1 else ""
            said = Text.assemble((f"{who}  ", inks.muted), "“", self._marked(first, row, synopsis))
            said.append("”")
            said.append(f"  {told}", inks.muted)
            lines += [
                Text.assemble("    " if n else "  ", part)
                for n, part in enumerate(said.wrap(self.app.console, max(2, width - 4)))
            ]
        return [*lines, Text()]

    def _marked(self, variant: Variant, row: Quotation, synopsis: Synopsis) -> Text:
        """The words of a variant, with those marked that the fullest does not have so."""
        inks, span = ink(self), variant.fact.span
        words = Text(one_line(span.of(synopsis.readings[variant.article].article.text)))
        for changed in _changed(variant, row):
            style = inks.words[_MARKS.get(variant.grade, Mark.CONFLICT)]
            words.stylize(style, changed.start - span.start, changed.end - span.start)
        return words

    def _sorted(self, synopsis: Synopsis) -> list[Quotation]:
        order = SORTS[self.sorting]
        rows = synopsis.quotations
        if order == "alteration":
            ranks = [Mark.CONFLICT, Mark.FRAMING, Mark.SHARED, Mark.UNIQUE]
            return sorted(rows, key=lambda row: ranks.index(mark(row)))
        if order == "speaker":
            return sorted(rows, key=lambda row: (not row.speaker, row.speaker.casefold()))
        if order == "coverage":
            return sorted(rows, key=lambda row: -len({v.article for v in row.variants}))
        return sorted(rows, key=lambda row: min((v.fact.sentence, v.article) for v in row.variants))

    def _words(self, row: Quotation, synopsis: Synopsis) -> str:
        """All that a filter may ask for."""
        told = (
            f"{self._called[v.article]} {v.grade} {v.speaker} "
            f"{v.fact.span.of(synopsis.readings[v.article].article.text)}"
            for v in row.variants
        )
        return one_line(f"{row.speaker} {' '.join(told)}").casefold()


def _same(row: Quotation, synopsis: Synopsis) -> list[list[Variant]]:
    """The variants by their words, the fullest first."""
    found: dict[tuple[str, str], list[Variant]] = {}
    for variant in row.variants:
        words = one_line(variant.fact.span.of(synopsis.readings[variant.article].article.text))
        found.setdefault((words, wording(variant, row, synopsis)), []).append(variant)
    return list(found.values())


def _changed(variant: Variant, row: Quotation) -> list[Span]:
    """Where a variant differs; of the fullest, where those that were altered differ from it."""
    if variant.grade != "fullest":
        return [here for _, here in variant.changes]
    altered = (other for other in row.variants if other.grade == "altered")
    return [there for other in altered for there, _ in other.changes]
