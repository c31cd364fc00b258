"""A note can be edited as text, and what cannot be is said."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import ReaderError, Status
from reader.notes.card import CHECKING, card, carded, lined, lines, tags_of
from reader.notes.templates import begun
from tests.notes.made import note, notes, passage


@given(notes)
def test_what_nobody_changed_stays_as_it_is(one):
    tags = dict.fromkeys(tag for tag in map(clean, one.tags) if tag)
    one = replace(one, tags=tuple(tags), text=one.text.strip())
    made = carded(one, card(one))
    assert replace(made, text=made.text.strip()) == one


def clean(tag):
    return tag.replace(",", "").strip().lstrip("#").strip()


def test_fields_are_changed_by_their_lines():
    made = lined(
        note("n1"), "Speaker : Kirby\nchecked on: 2026-11-21\n\nSTATUS: Checked\ntags: a b"
    )
    assert (made.speaker, made.checked_on) == ("Kirby", date(2026, 11, 21))
    assert (made.status, made.tags) == (Status.CHECKED, ("a", "b"))
    assert lines(made, CHECKING).splitlines()[0] == "speaker: Kirby"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("colour: red", "begin it with one of status"),
        ("Kirby", "no line “Kirby”"),
        ("status: done", "choose one of open"),
        ("checked on: yesterday", "no date"),
    ],
)
def test_what_cannot_be_is_said_in_a_line(written, told):
    with pytest.raises(ReaderError, match=told) as error:
        lined(note("n1"), written)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("line", "tags"),
    [
        ("", ()),
        ("arms #talks", ("arms", "talks")),
        ("war crimes, arms,", ("war crimes", "arms")),
        ("a, a", ("a",)),
        ("#", ()),
    ],
)
def test_tags_are_words_or_what_stands_between_commas(line, tags):
    assert tags_of(line) == tags


def test_a_template_without_fields_is_text():
    base = note("n1", "", passages=(passage(), passage("25 years", "CBS")))
    made = begun("Note: ask $outlet on $today.\n\n$nothing costs $5", base, date(2026, 11, 21))
    assert made.text == "Note: ask AP / CBS on 2026-11-21.\n\n$nothing costs $5"
    assert made.tags == ()


@given(st.text(max_size=20))
def test_any_quotation_can_stand_in_a_template(words):
    base = note("n1", "", passages=(passage(words),))
    made = begun("tags: x\n\n“$quote” $headline $published", base, date(2026, 11, 21))
    assert made.tags == ("x",)
