"""The tokenizer: offsets, forms that two spellings share, stems, stop words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.language.words import plain, words


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Kim Jong-un", ["kim", "jong", "un"]),
        ("the U.S. and the US", ["the", "us", "and", "the", "us"]),
        ("Putin’s and Putin's", ["putin", "and", "putin"]),
        ("Séoul naïve", ["seoul", "naive"]),
        ("e\u0301tude soft\u00adly", ["etude", "softly"]),
        ("1,000 men, 10,20 and 3.5m", ["1000", "men", "10", "20", "and", "3.5m"]),
        ("26-year-old", ["26", "year", "old"]),
        ("O’Connor didn’t—couldn't", ["o'connor", "didn't", "couldn't"]),
        ("the soldiers' guns", ["the", "soldiers", "guns"]),
        ("at 3 p.m. today", ["at", "3", "pm", "today"]),
        ("justice.In Pyongyang", ["justice", "in", "pyongyang"]),
        ("!? — “”", []),
    ],
)
def test_forms(text, forms):
    assert [word.form for word in words(text)] == forms


@pytest.mark.parametrize(
    "pair",
    [
        ("arrested", "arrests"),
        ("said", "says"),
        ("women", "woman"),
        ("two", "2"),
        ("withdrawn", "withdrew"),
        ("Reid’s", "REID"),
    ],
)
def test_inflected_forms_share_a_stem(pair):
    first, second = (words(text)[0].stem for text in pair)
    assert first == second


def test_us_the_country_is_no_stop_word():
    assert [word.stop for word in words("US U.S. us")] == [False, False, True]


@given(st.text(max_size=60))
@settings(max_examples=100)
def test_words_stand_in_order_where_they_say(text):
    end = 0
    for word in words(text):
        assert end <= word.start < word.end <= len(text)
        assert word.form
        assert word.stem
        end = word.end


@given(st.text(max_size=60))
@settings(max_examples=100)
def test_plain_text_keeps_its_offsets(text):
    assert len(plain(text)) == len(text)
