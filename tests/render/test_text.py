from collections import Counter
from dataclasses import replace
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from reader.model import Reason, Story
from reader.render import listing
from reader.render.text import comparison
from tests.builders import comparisons, link, pair

PAYLOADS = ["[/b]", "[sic]", "[$primary]x", "[red]no[/red]", "C:\\dir\\", ":smile:"]
WIDE_TEXT = st.text(st.sampled_from("ab .\n\t界🙂e\u0301\u200d👩🇳🇴\u3000שלום"), max_size=60)


def printed(c, width, **console):
    out = StringIO()
    Console(file=out, width=width, **console).print(comparison(c, width))
    return out.getvalue()


@given(comparisons(WIDE_TEXT), st.sampled_from([40, 80, 100, 121]))
def test_no_line_is_wider_than_the_screen(c, width):
    assert all(cell_len(line) <= width for line in printed(c, width).split("\n"))


@given(comparisons(WIDE_TEXT))
def test_every_character_is_printed_once(c):
    lines = printed(c, 60).split("\n")
    body = lines[[line[:1] for line in lines].index("─") + 1 : -2]
    edge = 4 + len(str(max(len(c.a.marks), len(c.b.marks))))
    shown = Counter("".join("".join(line[edge:] for line in body).split()))
    assert shown == Counter("".join((c.a.reading.article.text + c.b.reading.article.text).split()))


def test_linked_sentences_stand_level_and_what_moved_names_its_partner():
    c = pair(["Zero", "One", "Two"], ["Uno", "Dos", "Nulla"], link(0, 2), link(1, 0), link(2, 1))
    lines = [line.split("│") for line in printed(c, 100).splitlines()]
    cells = [(line[0].strip(), line[1].strip()) for line in lines if len(line) == 2]
    assert cells[3:] == [
        ("A1 = Zero", ""),
        ("↓B3", ""),
        ("A2 = One", "B1 = Uno"),
        ("A3 = Two", "B2 = Dos"),
        ("", "B3 = Nulla"),
        ("", "↑A1"),
    ]


def test_what_differs_is_said_below_the_row_even_when_it_moved():
    years = Reason("number", None, None, "24 years / 25 years")
    c = pair(["a", "b"], ["p", "q"], link(0, 1, "!", 0.5, years), link(1, 0, "=", 0.9))
    for width in (80, 120):
        assert "! A1 B2  number: 24 years / 25 years\n" in printed(c, width)


def test_what_may_differ_is_said_behind_a_question_mark():
    years = Reason("number", None, None, "24 years / 25 years", 0.1)
    c = pair(["a"], ["p"], replace(link(0, 0), doubts=(years,)))
    assert "? A1 B1  number: 24 years / 25 years\n" in printed(c, 80)
    assert "? may be a conflict" in printed(c, 80)
    assert "?" not in printed(pair(["a"], ["p"], link(0, 0)), 80)


def test_a_pipe_gets_signs_and_no_colour():
    c = pair(["a", "b", "c", "d"], ["p", "q", "r"], link(0, 0), link(1, 1, "~"), link(2, 2, "!"))
    out = printed(c, 80)
    assert "\x1b" not in out
    for line in ("A1 = a", "B2 ~ q", "A3 ! c", "A4 + d"):
        assert line in out.splitlines()


@pytest.mark.parametrize("color", [{"color_system": "standard"}, {"no_color": True}])
def test_each_mark_has_a_cue_of_its_own_beside_sign_and_colour(color):
    c = pair(["a", "b", "c", "d"], ["p", "q", "r"], link(0, 0), link(1, 1, "~"), link(2, 2, "!"))
    console = Console(force_terminal=True, width=80, **color)
    styles = {
        segment.text: segment.style
        for segment in console.render(comparison(c, 80))
        if segment.style and segment.text in "abcd"
    }
    cues = {(style.bold, style.underline, style.reverse) for style in styles.values()}
    assert len(styles) == len(cues) == 4


def test_what_takes_no_part_has_no_sign():
    c = pair(["Read more", "He came."], ["He came."], link(1, 0))
    first, second = c.a.reading.sentences
    reading = replace(c.a.reading, sentences=(replace(first, furniture=True), second))
    assert "A1   Read more" in printed(replace(c, a=replace(c.a, reading=reading)), 80)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_markup_in_any_text_is_shown_as_it_is(payload):
    why = Reason(payload, None, None, f"{payload} / x")
    c = pair([payload], [payload], link(0, 0, "!", 0.9, why))
    article = replace(c.a.reading.article, outlet=payload, headline=payload)
    c = replace(c, a=replace(c.a, reading=replace(c.a.reading, article=article)))
    assert printed(c, 80).count(payload) == 6
    out = StringIO()
    Console(file=out, width=120).print(listing.listing(Story(payload, (article,)), {}))
    assert out.getvalue().count(payload) == 3


def test_the_tables_name_each_article_and_each_share():
    c = pair(["a", "b", "c", "d"], ["p", "q"], link(0, 0), link(1, 1, "!"))
    story = Story("visit", (c.a.reading.article, c.b.reading.article))
    console = Console(file=StringIO(), width=80)
    console.print(listing.listing(story, {(0, 1): c}))
    lines = [line.split() for line in console.file.getvalue().splitlines()]
    assert ["outlet", "headline", "words", "only", "here", "in", "conflict"] in lines
    assert ["1", "AP", "A", "visit", "4", "50%", "1"] in lines
    assert ["2", "Reuters", "The", "visit", "2", "0%", "1"] in lines
    assert ["1", "50%"] in lines
    assert ["2", "100%"] in lines
