"""A comparison laid out for a width: blocks of lines from top to bottom, linked sentences level."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate, groupby

from reader.model import STRENGTH, Comparison, Link, Mark, Side
from reader.render.rows import Partner, Row, rows
from reader.render.wrap import Lines, cells, one_line, wrap

WIDE = 100
"""From this many cells on, the two reports stand side by side unless told otherwise."""


SURE = 0.7
"""Links less likely than this are shown, but more quietly."""


Sentences = tuple[frozenset[int], frozenset[int]]
"""Some sentences of A and of B."""


class Layout(StrEnum):
    """How the two reports stand to each other."""

    SIDE = "side by side"
    STACKED = "stacked"
    INTERLEAVED = "interleaved"


@dataclass(frozen=True, slots=True)
class Cell:
    """A sentence in lines. `tail` names partners elsewhere, on a line of its own if `apart`.

    An `echo` is a sentence shown a second time, under its partner: the cursor passes it by.
    """

    side: int
    sentence: int
    lines: Lines
    tail: str = ""
    apart: bool = False
    echo: bool = False

    @property
    def height(self) -> int:
        """The number of lines, the tail's included."""
        return len(self.lines) + self.apart


@dataclass(frozen=True, slots=True)
class Block:
    """What stands level: up to two cells, or a line that says how many sentences are folded."""

    cells: tuple[Cell | None, ...]
    height: int
    folded: int = 0

    def cell(self, side: int) -> Cell | None:
        """The cell of `side` that the cursor may stand on, if any."""
        for cell in self.cells:
            if cell and cell.side == side and not cell.echo:
                return cell
        return None


class Flow:
    """The blocks of a comparison, and where each begins."""

    def __init__(self, blocks: Iterable[Block], layout: Layout) -> None:
        self.blocks = tuple(blocks)
        self.layout = layout
        self.tops = (0, *accumulate(block.height for block in self.blocks))
        self._place = {
            (cell.side, cell.sentence): number
            for number, block in enumerate(self.blocks)
            for cell in block.cells
            if cell and not cell.echo
        }

    @property
    def height(self) -> int:
        """The number of lines of the whole."""
        return self.tops[-1]

    def at(self, line: int) -> int:
        """The number of the block that has `line`; the last one for lines beyond the end."""
        return max(0, min(bisect_right(self.tops, line) - 1, len(self.blocks) - 1))

    def place(self, side: int, sentence: int) -> int | None:
        """The number of the block where the sentence stands; None when it is folded away."""
        return self._place.get((side, sentence))


def flow(
    comparison: Comparison,
    layout: Layout,
    width: int,
    folded: bool = False,
    spared: Sentences = (frozenset(), frozenset()),
) -> Flow:
    """Lay `comparison` out with `width` cells for the text of a sentence.

    Folding hides the rows where everything is shared and nothing `spared`, and leaves a line that
    counts them.
    """
    sides = (comparison.a, comparison.b)

    def cell(side: int, sentence: int, away: tuple[Partner, ...], echo: bool = False) -> Cell:
        text = one_line(sides[side].reading.text(sentence))
        lines = wrap(text, width)
        tail = _tail(away, width)
        start, end = lines[-1]
        apart = bool(tail) and cells(text[start:end]) + 1 + len(tail) > width
        return Cell(side, sentence, lines, tail, apart, echo)

    def level(row: Row) -> Iterator[Block]:
        left = None if row.a is None else cell(0, row.a, row.away_a)
        right = None if row.b is None else cell(1, row.b, row.away_b)
        yield Block((left, right), max(one.height for one in (left, right) if one))

    def single(row: Row) -> Iterator[Block]:
        for side, sentence, away in ((0, row.a, row.away_a), (1, row.b, row.away_b)):
            if sentence is None:
                continue
            own = cell(side, sentence, away)
            yield Block((own,), own.height)
            if layout is Layout.STACKED:
                for partner in away:
                    echo = cell(1 - side, partner.index, (), echo=True)
                    yield Block((echo,), echo.height)

    def hides(row: Row) -> bool:
        return folded and _plain(row, sides) and row.a not in spared[0] and row.b not in spared[1]

    blocks: list[Block] = []
    lay = level if layout is Layout.SIDE else single
    for hidden, run in groupby(rows(comparison), hides):
        if hidden:
            blocks.append(Block((), 1, folded=sum(1 for _ in run)))
        else:
            blocks += [block for row in run for block in lay(row)]
    return Flow(blocks, layout)


def _tail(away: Iterable[Partner], width: int) -> str:
    """Where the partners are, as many as there is room for."""
    tail = " ".join(f"{'↓' if one.below else '↑'}{one.index + 1}" for one in away)
    return tail if len(tail) <= width else tail[: width - 1].rpartition(" ")[0] + "…"


def _plain(row: Row, sides: tuple[Side, Side]) -> bool:
    """Whether the row holds nothing but shared sentences that have their partners."""
    marks = [side.marks[i] for side, i in zip(sides, (row.a, row.b), strict=True) if i is not None]
    return set(marks) == {Mark.SHARED}


def unsure(links: Iterable[Link]) -> Sentences:
    """The sentences of A and of B that have links, but none that is likely enough."""
    linked: tuple[set[int], set[int]] = (set(), set())
    sure: tuple[set[int], set[int]] = (set(), set())
    for link in links:
        for kept in (linked, sure) if link.by_reporter or link.score >= SURE else (linked,):
            kept[0].add(link.a)
            kept[1].add(link.b)
    return frozenset(linked[0] - sure[0]), frozenset(linked[1] - sure[1])


def doubtful(links: Iterable[Link]) -> Sentences:
    """The sentences of A and of B that may be in conflict."""
    found = [link for link in links if link.doubtful]
    return frozenset(link.a for link in found), frozenset(link.b for link in found)


def partners(links: Iterable[Link]) -> tuple[dict[int, list[Link]], dict[int, list[Link]]]:
    """The links of each sentence of A and of B: conflicts first, then the likeliest."""
    found: tuple[dict[int, list[Link]], dict[int, list[Link]]] = ({}, {})
    for link in sorted(links, key=lambda link: (-STRENGTH[link.kind], -link.score)):
        found[0].setdefault(link.a, []).append(link)
        found[1].setdefault(link.b, []).append(link)
    return found
