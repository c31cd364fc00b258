"""The quotations of a story: who speaks, and in which words each outlet has it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.text import Text

from reader.app.widgets.board import ink
from reader.app.widgets.rows import Rows
from reader.model import SIGN, STRENGTH, Mark, Quotation, Span, Synopsis, Telling, Variant
from reader.render.claims import line
from reader.render.outlets import counted, listed
from reader.render.sheets import wording
from reader.render.wrap import one_line

_MARKS = {"altered": Mark.CONFLICT, "trimmed": Mark.FRAMING}


def mark(of: Quotation) -> Mark:
    """What the wordings are to each other: altered, trimmed, the same, or one outlet's alone."""
    grades = {variant.grade for variant in of.variants}
    for grade, found in _MARKS.items():
        if grade in grades:
            return found
    return Mark.SHARED if len({variant.article for variant in of.variants}) > 1 else Mark.UNIQUE


class QuoteList(Rows[Quotation]):
    """The quotations, each with its wordings."""

    SORTS = ("alteration", "coverage", "speaker", "first appearance")

    def contested(self, row: Quotation) -> bool:
        """Whether a report altered the words."""
        return mark(row) is Mark.CONFLICT

    def tellings(self, row: Quotation) -> Iterable[Telling]:
        """Those with its wordings."""
        return (variant.telling for variant in row.variants)

    def same(self, row: Quotation, other: Quotation) -> bool:
        """Whether both have the same fullest wording."""
        return row.variants[0].fact == other.variants[0].fact

    def words(self, row: Quotation, synopsis: Synopsis) -> str:
        """The speakers, the outlets, the wordings, what was done to them."""
        told = (
            f"{self.named[one.article]} {one.grade} {one.speaker} {synopsis.words(one.excerpt)}"
            for one in row.variants
        )
        return line(f"{row.speaker} {' '.join(told)}")

    def ordered(self, synopsis: Synopsis, by: str) -> list[Quotation]:
        """The quotations in order."""
        rows = synopsis.quotations
        if by == "alteration":
            return sorted(rows, key=lambda row: -STRENGTH[mark(row)])
        if by == "speaker":
            return sorted(rows, key=lambda row: (not row.speaker, row.speaker.casefold()))
        if by == "coverage":
            return sorted(rows, key=lambda row: -len({v.article for v in row.variants}))
        return sorted(rows, key=lambda row: min((v.fact.sentence, v.article) for v in row.variants))

    def entries(self, width: int) -> Sequence[Sequence[Text]]:
        """Who speaks and how often, then a line or more for each wording."""
        if self.synopsis is None:
            return []
        return [self._entry(row, self.synopsis, width) for row in self.rows]

    def _entry(self, row: Quotation, synopsis: Synopsis, width: int) -> list[Text]:
        inks, found = ink(self), mark(row)
        outlets = len({variant.article for variant in row.variants})
        lines = [
            Text.assemble(
                (f"{SIGN[found]} ", inks.sign[found]),
                self.star(row),
                (row.speaker or "somebody", inks.strong),
                (f"   {counted(outlets, 'outlet')}", inks.muted),
            )
        ]
        for variants in _same(row, synopsis):
            first = variants[0]
            who = listed(dict.fromkeys(self.called[variant.article] for variant in variants))
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
        words = Text(one_line(synopsis.words(variant.excerpt)))
        for changed in _changed(variant, row):
            style = inks.words[_MARKS.get(variant.grade, Mark.CONFLICT)]
            words.stylize(style, changed.start - span.start, changed.end - span.start)
        return words


def _same(row: Quotation, synopsis: Synopsis) -> list[list[Variant]]:
    """The variants by their words, the fullest first."""
    found: dict[tuple[str, str], list[Variant]] = {}
    for variant in row.variants:
        words = one_line(synopsis.words(variant.excerpt))
        found.setdefault((words, wording(variant, row, synopsis)), []).append(variant)
    return list(found.values())


def _changed(variant: Variant, row: Quotation) -> list[Span]:
    """Where a variant differs; of the fullest, where those that were altered differ from it."""
    if variant.grade != "fullest":
        return [here for _, here in variant.changes]
    altered = (other for other in row.variants if other.grade == "altered")
    return [there for other in altered for there, _ in other.changes]
