"""The figures that a list of articles shows."""

import pytest

from reader.render.outlets import astray
from reader.render.shares import words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("The ferry – sank.", 4),
        ("埃及渡輪沉沒", 6),
        ("船上有214人, 31 死。", 7),
        ("AP: 新華社 reports", 5),
        ("フェリー ferry", 5),
    ],
)
def test_words_are_counted_where_nothing_stands_between_them(text, count):
    assert words(text) == count


def test_articles_that_stand_out_are_said_in_one_line():
    rest = "to tell another story than the rest, or in another language"
    assert astray("AP") == f"AP seems {rest}"
    assert astray(*"ABCDE") == f"A, B, C and 2 more seem {rest}"
