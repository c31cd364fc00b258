"""Text chosen with the mouse in the reading panes, as a span of one article."""

from __future__ import annotations

from reader.app.flow import Flow
from reader.model import Comparison, Span
from reader.render.wrap import at_cell, one_line

# A place on the screen as the panes tell it to the mouse: (cell in the line, 2 × line + side).
Point = tuple[int, int]


def chosen(
    comparison: Comparison, flow: Flow, side: int, start: Point | None, end: Point | None
) -> Span | None:
    """The text of `side` between two points in reading order; None where there is none.

    Without `start` it begins with the article, without `end` it ends with it. A point that lies
    in the other article stands for the same line of this one.
    """
    first = 0 if start is None else _offset(comparison, flow, side, start, last=False)
    last = _length(comparison, side) if end is None else _offset(comparison, flow, side, end, True)
    if first is None or last is None or first >= last:
        return None
    return Span(first, last)


def _offset(comparison: Comparison, flow: Flow, side: int, point: Point, last: bool) -> int | None:
    """The offset in the article of `side`; of the line's beginning or end where `point` is not."""
    x, (line, where) = point[0], divmod(point[1], 2)
    number = flow.at(line)
    at = line - flow.tops[number]
    cell = flow.blocks[number].cell(side)
    while cell is None and 0 < number < len(flow.blocks) - 1:
        number, at = (number - 1, flow.height) if last else (number + 1, 0)
        cell = flow.blocks[number].cell(side)
    if cell is None:
        return None
    start, end = cell.lines[min(at, len(cell.lines) - 1)]
    reading = (comparison.a, comparison.b)[side].reading
    if at >= len(cell.lines):
        inside = end
    elif where == side:
        words = one_line(reading.text(cell.sentence)[start:end])
        inside = start + at_cell(words, x, beyond=last)
    else:
        inside = end if last else start
    return reading.sentences[cell.sentence].span.start + inside


def _length(comparison: Comparison, side: int) -> int:
    return len((comparison.a, comparison.b)[side].reading.article.text)
