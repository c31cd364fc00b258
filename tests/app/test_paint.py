from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.app.flow import Layout, flow
from reader.app.ink import Ink
from reader.app.paint import Look, Painter, Shape
from reader.app.themes import PLAIN, load_themes
from reader.app.travel import Place, first, last, step
from reader.model import Mark, Span
from reader.render.wrap import one_line
from reader.settings import resource_folder
from tests.builders import comparisons, link, pair

LAYOUTS = st.sampled_from(Layout)
TEXTS = st.one_of(st.text(max_size=30), st.text("ab 中é\u0301👩\u200d💻\n”", max_size=30))


def painted(c, layout, width, folded=False):
    shape = Shape(layout, width, 1)
    return Painter(c, flow(c, layout, shape.text, folded), shape, Ink(PLAIN))


@pytest.mark.parametrize("theme", load_themes(resource_folder("themes")).by_name.values())
def test_the_cursor_s_line_is_told_by_more_than_its_bar(theme):
    c = pair("One line.", "Another line.")
    shape = Shape(Layout.SIDE, 60, 1)
    painter = Painter(c, flow(c, Layout.SIDE, shape.text), shape, Ink(theme))

    def grounds(cursor):
        edge = list(painter.strip(0, cursor, frozenset()))[1]
        style = edge.style
        return style.color if style.reverse else style.bgcolor

    assert grounds(Place(0, 0)) != grounds(None)


@given(comparisons(TEXTS), LAYOUTS, st.integers(30, 90))
@settings(max_examples=60)
def test_every_line_is_exactly_as_wide_as_the_pane(c, layout, width):
    painter = painted(c, layout, width)
    cursor = first(painter.flow)
    for line in range(painter.flow.height):
        strip = painter.strip(line, cursor, frozenset())
        assert sum(segment.cell_length for segment in strip) == width


@given(comparisons(TEXTS), LAYOUTS, st.integers(30, 90))
@settings(max_examples=60)
def test_every_character_of_both_articles_is_painted_in_its_order(c, layout, width):
    painter = painted(c, layout, width)
    shown = {0: "", 1: ""}
    for line in range(painter.flow.height):
        number = painter.flow.at(line)
        echo = {cell.side for cell in painter.flow.blocks[number].cells if cell and cell.echo}
        for segment in painter.strip(line, None, frozenset()):
            if segment.style and "offset" in segment.style.meta:
                side = segment.style.meta["offset"][1] % 2
                shown[side] += "" if side in echo else segment.text
    for side, one in enumerate((c.a, c.b)):
        whole = "".join(one.reading.text(index) for index in range(len(one.marks)))
        assert "".join(shown[side].split()) == "".join(one_line(whole).split())


@given(comparisons(), LAYOUTS, st.booleans())
def test_the_cursor_reaches_every_sentence_of_its_side_down_and_up(c, layout, folded):
    laid = flow(c, layout, 20, folded)
    top = first(laid)
    if top is None:
        return
    for direction, place in ((1, top), (-1, last(laid, top.side))):
        seen = set()
        while place:
            seen.add(place)
            place = step(laid, place, direction)
        cells = (cell for block in laid.blocks for cell in block.cells if cell and not cell.echo)
        reachable = {Place(cell.side, cell.sentence) for cell in cells}
        if layout is Layout.SIDE:
            reachable = {place for place in reachable if place.side == top.side}
        assert seen == reachable


def test_what_is_found_or_chosen_looks_different_and_the_rest_as_before():
    c = pair(["He came in June."], ["She left."], link(0, 0))
    painter = painted(c, Layout.SIDE, 80)
    before = painter.strip(0, None, frozenset())
    painter.look(Look(hits={Place(0, 0): [Span(11, 15)]}, selected=(1, Span(0, 3))))
    after = painter.strip(0, None, frozenset())
    assert after.text == before.text
    ink = Ink(PLAIN)
    grounds = {s.text: s.style.bgcolor for s in after if s.style}
    assert grounds["June"] == ink.match.bgcolor
    assert grounds["She"] == ink.selected.bgcolor
    painter.look(Look())
    assert painter.strip(0, None, frozenset()) == before


def test_marks_differ_in_more_than_colour():
    ink = Ink(PLAIN)
    cues = [(s.bold, s.underline, s.reverse) for s in ink.words.values()]
    assert len(set(cues)) == 4


def test_a_link_that_is_none_too_sure_is_quieter_unless_it_is_the_reporter_s():
    doubtful = replace(link(1, 1, "!", 0.4), by_reporter=True)
    c = pair(["He came.", "She left."], ["He came.", "She left."], link(0, 0, "=", 0.4), doubtful)
    painter, ink = painted(c, Layout.SIDE, 80), Ink(PLAIN)
    colours = {
        segment.text: segment.style.color
        for line in range(painter.flow.height)
        for segment in painter.strip(line, None, frozenset())
        if segment.text.strip()
    }
    assert colours["He came."] == colours["="] == ink.muted.color
    assert colours["She left."] == colours["!"] == ink.sign[Mark.CONFLICT].color
