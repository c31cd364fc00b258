"""Dates: spans, periods reckoned from publication, forms without one, and agreement."""

from datetime import date

import pytest

from reader.language.dates import dates
from reader.language.line import Line
from reader.language.periods import agree
from reader.language.words import plain
from reader.model import Fact, Period, Sentence, Span

WEDNESDAY = date(2024, 6, 19)


def found(text: str, published: date | None = WEDNESDAY) -> list[Fact]:
    line = Line.of(plain(text), Sentence(0, 0, Span(0, len(text))))
    return list(dates(line, published))


def one(text: str, published: date | None = WEDNESDAY) -> Fact:
    (fact,) = found(text, published)
    return fact


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("He arrived on Tuesday.", "Tuesday", "2024-06-18", "2024-06-18"),
        ("He arrived Tuesday night.", "Tuesday night", "2024-06-18", "2024-06-18"),
        ("Talks are expected on Thursday.", "Thursday", "2024-06-20", "2024-06-20"),
        (
            "on Tuesday, December 9, 2008",
            "Tuesday, December 9, 2008",
            "2008-12-09",
            "2008-12-09",
        ),
        ("It happened yesterday.", "yesterday", "2024-06-18", "2024-06-18"),
        ("It happened last month.", "last month", "2024-05-01", "2024-05-31"),
        ("She was convicted last month of fraud.", "last month", "2024-05-01", "2024-05-31"),
        ("this year's budget", "this year", "2024-01-01", "2024-12-31"),
        ("over the weekend", "weekend", "2024-06-15", "2024-06-16"),
        ("24 years ago", "24 years ago", "2000-01-01", "2000-12-31"),
        ("in 2000", "2000", "2000-01-01", "2000-12-31"),
        ("in early 2004", "early 2004", "2004-01-01", "2004-05-02"),
        ("in the 1970s", "1970s", "1970-01-01", "1979-12-31"),
        ("in June", "June", "2024-06-01", "2024-06-30"),
        ("last December", "last December", "2023-12-01", "2023-12-31"),
        ("on June 18", "June 18", "2024-06-18", "2024-06-18"),
        ("on 18 June 2024", "18 June 2024", "2024-06-18", "2024-06-18"),
        ("from June 18-20", "June 18-20", "2024-06-18", "2024-06-20"),
        ("2024-06-18", "2024-06-18", "2024-06-18", "2024-06-18"),
        ("in May 2005", "May 2005", "2005-05-01", "2005-05-31"),
        ("last summer", "last summer", "2023-06-01", "2023-08-31"),
    ],
)
def test_resolved(text, words, first, last):
    fact = one(text)
    assert fact.span.of(text) == words
    assert fact.value == Period(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("on Tuesday", "tuesday"),
        ("on June 18", "06-18"),
        ("in June", "06"),
        ("yesterday", "day-1"),
        ("24 years ago", "year-24"),
        ("next week", "week+1"),
        ("at 1:10PM", "13:10"),
        ("at 3:33 a. m.", "03:33"),
        ("at 4:30 p.m. ET", "16:30 et"),
        ("from 2 to 4 p.m.", "14:00-16:00"),
        ("at 1230 hours", "12:30"),
        ("at midnight", "00:00"),
    ],
)
def test_without_a_day_of_publication(text, form):
    assert one(text, None).value == form


@pytest.mark.parametrize(
    "text",
    [
        "2000 people marched",
        "He may march",
        "May said so",
        "the Sunday Times",
        'the "Today" show',
        "$2000",
    ],
)
def test_no_date(text):
    assert not found(text)


def test_what_happened_then():
    assert one("Putin arrived in Pyongyang on Tuesday.").about == "putin arriv pyongyang"


@pytest.mark.parametrize(
    ("a", "b", "agreed"),
    [
        ("in June", "on June 18", True),
        ("on Tuesday", "on June 18", True),
        ("on Tuesday", "on Sunday", False),
        ("24 years ago", "in 2000", True),
        ("25 years ago", "in 2000", False),
        ("at 3:30 p.m.", "at 4:30 p.m.", False),
        ("at 3:30 p.m. PT", "at 4:30 p.m. ET", None),
    ],
)
def test_agreement(a, b, agreed):
    assert agree(one(a).value, one(b).value) is agreed
    assert agree(one(b).value, one(a).value) is agreed


@pytest.mark.parametrize(
    ("a", "b", "agreed"),
    [("Tuesday", "Sunday", False), ("June 18", "in June", True), ("Tuesday", "June 18", None)],
)
def test_agreement_without_a_day_of_publication(a, b, agreed):
    assert agree(one(a, None).value, one(b, None).value) is agreed


def test_a_weekday_meets_a_resolved_day_of_another_article():
    assert agree(one("Tuesday", None).value, one("June 18, 2024").value) is True
    assert agree(one("Sunday", None).value, one("June 18, 2024").value) is False
