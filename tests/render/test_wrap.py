from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.model import sanitise
from reader.render.wrap import at_cell, cells, fit, graphemes, one_line, wrap

TEXTS = st.one_of(
    st.text(max_size=60),
    st.text("ab  “”’\n\t.", max_size=60),
    st.text("a 中文é\u0301👩\u200d💻\ufe0fשל", max_size=40),
).map(sanitise)
WIDTHS = st.integers(2, 30)


@given(TEXTS, WIDTHS)
def test_nothing_but_spaces_lies_outside_the_lines_and_no_line_is_too_long(text, width):
    shown = one_line(text)
    at = 0
    for start, end in wrap(text, width):
        assert at <= start <= end
        assert not shown[at:start].strip(" ")
        assert cell_len(shown[start:end]) <= width
        at = end
    assert not shown[at:].strip(" ")


@given(st.text("ab  “”’\n\t.é中文", max_size=60), WIDTHS)
def test_a_line_is_broken_only_where_the_next_word_would_not_fit(text, width):
    shown = one_line(text)
    lines = wrap(text, width)
    for (start, end), (following, _) in pairwise(lines):
        if following > end:
            word = shown[following:].split(" ")[0]
            assert cell_len(shown[start:following] + word) > width


@given(TEXTS, WIDTHS)
def test_no_grapheme_is_cut(text, width):
    parts = graphemes(one_line(text))
    if parts is not None:
        starts = (start for start, _, _ in parts)
        assert {edge for line in wrap(text, width) for edge in line} <= {*starts, len(text), 0}


@given(TEXTS, st.integers(0, 60))
def test_a_cell_belongs_to_the_grapheme_that_covers_it(text, cell):
    text = one_line(text)
    start, end = at_cell(text, cell), at_cell(text, cell + 1, beyond=True)
    assert cells(text[:start]) <= cell or start == len(text)
    assert start <= end
    if start < len(text):
        assert start < end


@given(TEXTS, st.integers(0, 20))
def test_what_is_fitted_takes_exactly_its_cells(text, width):
    assert cell_len(fit(text, width)) == width


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 9, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 8, ["one two", "three"]),
        ("incomprehensible", 7, ["incompr", "ehensib", "le"]),
        ("“Hello,” he said — then left", 8, ["“Hello,”", "he said", "— then", "left"]),
        ("北京时间 today", 6, ["北京时", "间", "today"]),
        ("one\ntwo", 20, ["one two"]),
    ],
)
def test_lines(text, width, lines):
    assert [one_line(text)[start:end] for start, end in wrap(text, width)] == lines


def test_measuring():
    assert (cells("“ok”"), cells("中文"), fit("中文中", 5), fit("abc", 2)) == (4, 4, "中文…", "a…")
