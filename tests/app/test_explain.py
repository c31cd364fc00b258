"""The foot of a pair: what is sure, what is only a doubt, and where a report contradicts itself."""

from __future__ import annotations

from reader.app.explain import Subject, brief
from reader.app.ink import Ink
from reader.app.themes import load_themes
from reader.app.travel import Place
from reader.compare import compare
from reader.language import read
from reader.model import Article

ARRESTED = "Police said {} people were arrested after the riot in the city of Leeds on Monday."


def foot(told, threshold: float) -> str:
    articles = [
        Article("\n\n".join(map(ARRESTED.format, figures)), str(k), "AP")
        for k, figures in enumerate(told)
    ]
    found = compare(*map(read, articles), (), threshold)
    subject = Subject(found, Place(0, 0), found.links[:1], ("AP", "TASS"))
    ink = Ink(load_themes().by_name["night"])
    lines = [line.plain for line in brief(subject, ink, unseen=False)]
    return "\n".join(lines)


def test_a_conflict_that_is_sure_enough_has_no_question_mark():
    assert "number, arrested: 23 / 26" in foot([[23], [26]], 0.18)
    assert "?" not in foot([[23], [26]], 0.18)


def test_a_doubt_stands_behind_a_question_mark_with_its_confidence():
    assert "? number, arrested: 23 / 26 0.9" in foot([[23], [26]], 1.0)


def test_a_report_that_contradicts_itself_says_so_at_both_sentences():
    said = foot([[23, 26], [23]], 0.18)
    assert "contradicts itself   AP 1 – AP 2   number, arrested: 23 / 26" in said


def test_what_both_say_is_said_without_the_kind_of_it():
    assert "\nboth name: Leeds   both give: 23   both date it: Monday" in foot([[23], [23]], 0.18)
