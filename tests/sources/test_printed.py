"""Printed pages: nothing is lost in putting lines in order, and words come whole."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sources.printed import columns, edges, setting
from reader.sources.printed.line import Line, joined

LINES = st.lists(
    st.builds(
        lambda left, top, width, text: Line(left, top, left + width, top + 10, text),
        st.sampled_from([40.0, 45.0, 210.0, 215.0, 380.0]),
        st.integers(0, 60).map(lambda row: row * 12.0),
        st.sampled_from([20.0, 150.0, 330.0, 500.0]),
        st.sampled_from(["word", "Word.", "12", "Page 3", "broken-"]),
    ),
    max_size=40,
)


def column(left: float, rows: list[str], top: float = 0.0) -> list[Line]:
    return [
        Line(left, top + 12.0 * row, left + 5.0 * len(text), top + 12.0 * row + 10, text)
        for row, text in enumerate(rows)
    ]


@given(LINES)
def test_every_line_is_read_once(lines):
    assert Counter(columns.in_order(lines)) == Counter(lines)


@given(st.lists(LINES, min_size=1, max_size=4))
def test_a_line_runs_or_is_kept(pages):
    kept, running = edges.without_running(pages)
    everything = Counter(line for page in pages for line in page)
    assert {*running, *(line for page in kept for line in page)} == set(everything)


def test_columns_are_read_one_after_the_other_between_what_spans_them():
    left = column(40, [f"left row number {n}" for n in range(8)], 40)
    right = column(220, [f"right row number {n}" for n in range(8)], 40)
    head = [Line(40, 0, 400, 20, "A headline over both")]
    foot = [Line(40, 200, 400, 210, "A line under both")]
    mixed = sorted(left + right + head + foot, key=lambda line: (line.top, -line.left))
    assert columns.in_order(mixed) == head + left + right + foot


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        (["They are inves-", "tigating it."], "They are investigating it."),
        (["a cast-", "steel part", "of cast-steel"], "a cast-steel part of cast-steel"),
        (["the Franco-", "German border"], "the Franco-German border"),
        (["re\u00ad", "port"], "report"),
        (["from 2019 -", "and later"], "from 2019 - and later"),
    ],
)
def test_hyphens_at_the_ends_of_lines_are_undone_where_they_only_broke_a_word(rows, text):
    assert setting.paragraphs(column(40, rows)) == text


def test_paragraphs_part_at_space_size_and_short_ends():
    first = column(40, ["The bridge was closed on", "Tuesday in the evening."], 0)
    second = column(40, ["Nobody was hurt at all, the", "mayor said to reporters."], 36)
    heading = [Line(40, 70, 120, 88, "Ferries")]
    assert setting.paragraphs(first + second + heading).split("\n\n") == [
        "The bridge was closed on Tuesday in the evening.",
        "Nobody was hurt at all, the mayor said to reporters.",
        "Ferries",
    ]


def test_page_numbers_and_running_heads_go_but_for_the_text_beside_them():
    pages = [
        [
            Line(40, 10, 200, 20, "The Courier, Wednesday"),
            *column(40, [f"{chr(96 + n + 3 * row)} in the text" for row in range(8)], 40),
            Line(40, 300, 50, 310, str(n)),
        ]
        for n in (1, 2, 3)
    ]
    kept, running = edges.without_running(pages)
    assert len(running) == 6
    assert all(line.text.endswith("in the text") for page in kept for line in page)


def test_runs_on_one_level_are_one_line_and_raised_figures_are_marked():
    runs = [
        Line(40, 0, 90, 10, "the board"),
        Line(90, 0, 93, 6, "1"),
        Line(95, 0, 140, 10, "met"),
        Line(300, 0, 340, 10, "far away"),
    ]
    assert [line.text for line in joined(runs)] == ["the board[1] met", "far away"]
