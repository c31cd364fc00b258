"""The lines of a laid-out comparison as strips for the screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from rich.cells import CellSpan
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.app.flow import Block, Cell, Flow, Layout, doubtful, unsure
from reader.app.ink import NOTED, Ink
from reader.app.travel import Place
from reader.model import DOUBT, Comparison, Link, Mark, Span
from reader.render.passages import of_sentences, sign
from reader.render.wrap import graphemes, one_line

_EDGE = 5
"""The cells of a gutter beside its number: bar, sign, space, note, space."""
_INDENT = 4
"""How far the second report is set in where both share a column."""

_KEPT = 4000
"""How many painted lines are kept: some screens' worth, whatever the length of the reports."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Where things stand in a line of `width` cells."""

    layout: Layout
    width: int
    digits: int

    @property
    def column(self) -> int:
        """The cells of a column."""
        return (self.width - 1) // 2 if self.layout is Layout.SIDE else self.width

    @property
    def gutter(self) -> int:
        """The cells left of the text; the number has a letter where both reports share a column."""
        return _EDGE + self.digits + (self.layout is not Layout.SIDE)

    @property
    def text(self) -> int:
        """The cells for the text of a sentence."""
        indent = 0 if self.layout is Layout.SIDE else _INDENT
        return max(2, self.column - self.gutter - indent - 1)


@dataclass(frozen=True, slots=True)
class Look:
    """What is to be seen besides the comparison itself, all of it on the sentences of a side.

    `hits` are the spans found by a search, `selected` a side and the span chosen in it;
    `doubting` says whether what may be in conflict is shown as such.
    """

    noted: tuple[frozenset[int], frozenset[int]] = (frozenset(), frozenset())
    hits: Mapping[Place, Sequence[Span]] = field(default_factory=dict)
    selected: tuple[int, Span] | None = None
    doubting: bool = False


class Painter:
    """Paints the lines of a flow; what has been painted is kept as long as it looks the same."""

    def __init__(self, comparison: Comparison, flow: Flow, shape: Shape, ink: Ink) -> None:
        self.flow = flow
        self.shape = shape
        self._ink = ink
        self._sides = (comparison.a, comparison.b)
        self._passages = (of_sentences(comparison.a), of_sentences(comparison.b))
        self._unsure = unsure(comparison.links)
        self._doubtful = doubtful(comparison.links)
        self._doubts = _doubts(comparison.links)
        self._look = Look()
        self._strips: dict[tuple[int, Place | None, frozenset[Place]], Strip] = {}

    def look(self, look: Look) -> None:
        """Change what is to be seen."""
        if look != self._look:
            self._look = look
            self._strips.clear()

    def strip(self, line: int, cursor: Place | None, partners: frozenset[Place]) -> Strip:
        """Paint `line` of the flow, the cursor's sentence lit and its partners barred."""
        if line >= self.flow.height:
            return Strip.blank(self.shape.width, self._ink.ground)
        number = self.flow.at(line)
        block = self.flow.blocks[number]
        here = {Place(cell.side, cell.sentence) for cell in block.cells if cell}
        key = (line, cursor if cursor in here else None, partners & here)
        if (known := self._strips.get(key)) is None:
            if len(self._strips) > _KEPT:
                self._strips.clear()
            known = self._strips[key] = self._paint(line, number, key[1], key[2])
        return known

    def _paint(
        self, line: int, number: int, cursor: Place | None, partners: frozenset[Place]
    ) -> Strip:
        block = self.flow.blocks[number]
        at = line - self.flow.tops[number]
        width, column = self.shape.width, self.shape.column
        if block.folded:
            return Strip(self._fold(block), width)
        if self.shape.layout is not Layout.SIDE:
            (cell,) = block.cells
            return Strip(self._cell(cell, at, line, width, cursor, partners), width)
        left, right = block.cells
        return Strip(
            [
                *self._cell(left, at, line, column, cursor, partners),
                Segment("│", self._ink.ground + self._ink.rule),
                *self._cell(right, at, line, width - column - 1, cursor, partners),
            ],
            width,
        )

    def _fold(self, block: Block) -> list[Segment]:
        noun = "row" if block.folded == 1 else "rows"
        words = f"  ⋯ {block.folded} {noun} of shared text"
        return [Segment(words.ljust(self.shape.width), self._ink.ground + self._ink.muted)]

    def _cell(
        self,
        cell: Cell | None,
        at: int,
        line: int,
        width: int,
        cursor: Place | None,
        partners: frozenset[Place],
    ) -> list[Segment]:
        """Line `at` of a cell, in exactly `width` cells."""
        ink = self._ink
        if cell is None or at >= cell.height:
            return [Segment(" " * width, ink.ground)]
        place = Place(cell.side, cell.sentence)
        lit = place == cursor and not cell.echo
        base = ink.ground + ink.lit if lit else ink.ground
        inset = cell.side or cell.echo
        indent = _INDENT if inset and self.shape.layout is not Layout.SIDE else 0
        segments = [Segment(" " * indent, ink.ground)] if indent else []
        segments += self._gutter(cell, at, base, lit, place in partners and not cell.echo)
        taken = indent + self.shape.gutter
        if at < len(cell.lines):
            start, end = cell.lines[at]
            text = one_line(self._sides[cell.side].reading.text(cell.sentence)[start:end])
            words = list(self._words(cell, start, text, base, 2 * line + cell.side))
            segments += words
            taken += sum(part.cell_length for part in words)
        if cell.tail and at == cell.height - 1:
            tail = cell.tail if cell.apart else f" {cell.tail}"
            segments.append(Segment(tail, base + ink.accent))
            taken += len(tail)
        segments.append(Segment(" " * (width - taken), base))
        return segments

    def _gutter(
        self, cell: Cell, at: int, base: Style, lit: bool, partner: bool
    ) -> Iterator[Segment]:
        ink, side = self._ink, self._sides[cell.side]
        faint = cell.sentence in self._unsure[cell.side]
        shown, mark = sign(side, cell.sentence), ink.sign[side.marks[cell.sentence]]
        if self._look.doubting and cell.sentence in self._doubtful[cell.side]:
            if side.marks[cell.sentence] is not Mark.CONFLICT:
                shown, mark = DOUBT, ink.sign[Mark.CONFLICT]
        elif faint:
            mark = ink.muted
        bar = "▌" if lit else "▏" if partner else " "
        yield Segment(bar, base + (ink.accent if lit else mark))
        if lit:
            base += ink.edge
        if at:
            yield Segment(" " * (self.shape.gutter - 1), base)
            return
        number = f"{cell.sentence + 1:>{self.shape.digits}}"
        letter = "" if self.shape.layout is Layout.SIDE else "AB"[cell.side]
        noted = cell.sentence in self._look.noted[cell.side]
        yield Segment("↳" if cell.echo else shown, base + mark)
        yield Segment(f" {letter}{number}", base + ink.muted)
        yield Segment(NOTED if noted else "  ", base + ink.note)

    def _words(self, cell: Cell, start: int, text: str, base: Style, row: int) -> Iterator[Segment]:
        """The text of a line, cut where its look changes.

        Every segment says where it stands, for the mouse: (cell in the line, 2 × line + side).
        """
        side, ink = self._sides[cell.side], self._ink
        sentence = side.reading.sentences[cell.sentence]
        origin = sentence.span.start + start
        line = Span(origin, origin + len(text))
        hits = self._look.hits.get(Place(cell.side, cell.sentence), ())
        chosen = self._look.selected
        over = [(span, ink.match) for span in hits]
        if chosen and chosen[0] == cell.side:
            over.append((chosen[1], ink.selected))
        plain = not sentence.linkable or cell.echo
        styles = ink.faint if cell.sentence in self._unsure[cell.side] else ink.words
        under = [(p.span, styles[p.mark]) for p in self._passages[cell.side][cell.sentence]]
        if self._look.doubting:
            under += [(span, ink.doubt) for span in self._doubts[cell.side].get(cell.sentence, ())]
        layers = [(span, style) for span, style in ([] if plain else under) + over
                  if span.overlaps(line)]  # fmt: skip
        edges = {line.start, line.end}
        for span, _ in layers:
            edges |= {max(span.start, line.start), min(span.end, line.end)}
        before: dict[int, int] = {}
        if whole := graphemes(text):
            edges, before = _between(whole, {edge - origin for edge in edges})
            edges = {edge + origin for edge in edges}
        for left, right in pairwise(sorted(edges)):
            style = base + ink.muted if plain else base
            for span, layer in layers:
                if span.start <= left < span.end:
                    style = (base if layer in (ink.match, ink.selected) else style) + layer
            at = left - origin
            meta = Style.from_meta({"offset": (before.get(at, at), row)})
            yield Segment(text[left - origin : right - origin], style + meta)


def _between(whole: Sequence[CellSpan], wanted: set[int]) -> tuple[set[int], dict[int, int]]:
    """The cuts nearest before those `wanted` that split no grapheme, and the cells before each.

    A grapheme of other than one cell stands apart, so that the mouse can count cells.
    """
    before, taken, edges = {}, 0, set()
    for start, end, size in whole:
        before[start] = taken
        taken += size
        if any(start <= edge < end for edge in wanted):
            edges.add(start)
        if size != 1 or end - start > 1:
            edges |= {start, end}
    return edges | {whole[-1][1]}, before


def _doubts(links: Iterable[Link]) -> tuple[dict[int, list[Span]], dict[int, list[Span]]]:
    """The words that may differ, by sentence of A and of B."""
    found: tuple[dict[int, list[Span]], dict[int, list[Span]]] = ({}, {})
    for link in links:
        for doubt in link.doubts if link.doubtful else ():
            if doubt.a and doubt.b:
                found[0].setdefault(link.a, []).append(doubt.a)
                found[1].setdefault(link.b, []).append(doubt.b)
    return found
