"""Quantities: spans, intervals, units, what is counted, and what is no quantity."""

from math import inf

import pytest

from reader.language.dates import dates
from reader.language.line import Line
from reader.language.quantities import quantities
from reader.language.words import plain
from reader.model import Fact, Interval, Sentence, Span


def found(text: str) -> list[Fact]:
    line = Line.of(plain(text), Sentence(0, 0, Span(0, len(text))))
    return list(quantities(line, list(dates(line, None))))


def one(text: str) -> Fact:
    (fact,) = found(text)
    return fact


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "unit"),
    [
        ("They held 24 hostages.", "24", 24, 24, ""),
        ("They held two hundred and six hostages.", "two hundred and six", 206, 206, ""),
        ("It took more than 20 boats.", "more than 20", 20, inf, ""),
        ("At least a dozen people fled.", "At least a dozen", 11, inf, ""),
        ("Up to 40 firefighters came.", "Up to 40", 0, 40, ""),
        ("About 300 rounds were found.", "About 300", 270, 330, ""),
        ("Nearly 50 homes burned.", "Nearly 50", 44, 50, ""),
        ("Dozens were arrested.", "Dozens", 20, 150, ""),
        ("She has 10 or more cats.", "10 or more", 10, inf, ""),
        ("It needs 20-30 nurses.", "20-30", 20, 30, ""),
        ("It needs between two and three nurses.", "two and three", 2, 3, ""),
        ("his return after 24 years", "24 years", 24, 24, "year"),
        ("for two and a half months", "two and a half months", 2.5, 2.5, "month"),
        ("The 26-year-old driver slept.", "26-year-old", 26, 26, "age"),
        ("Kathina Thomas, 10, was shot.", "10", 10, 10, "age"),
        ("A man aged 61 confessed.", "aged 61", 61, 61, "age"),
        ("He fired a .32-caliber gun.", ".32", 0.3151, 0.3249, ""),
    ],
)
def test_value_and_span(text, words, low, high, unit):
    fact = one(text)
    assert fact.span.of(text) == words
    assert (fact.value.low, fact.value.high) == pytest.approx((low, high))
    assert fact.value.unit == unit


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("more than 20 people", "24 people"),
        ("half a million votes", "500,000 votes"),
        ("$2.5 million", "$2,531,000"),
        ("2,000 feet", "609 metres"),
        ("one in five adults", "20 percent of adults"),
        ("about two dozen men", "26 men"),
        ("about $13 million", "$12.4m"),
        ("dozens of arrests", "24 arrests"),
    ],
)
def test_compatible_figures_meet(a, b):
    assert one(a).value.meets(one(b).value)
    assert one(a).value.unit == one(b).value.unit


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("dozens of arrests", "8 arrests"),
        ("$2.5 million", "$2.6 million"),
        ("$1 million", "$500,000"),
        ("$145 million to $175 million", "$184 million"),
        ("as high as $184 million", "$200 million"),
        ("24 years", "25 years"),
        ("21 percent", "22 percent"),
        ("200ft", "about 150 metres"),
    ],
)
def test_incompatible_figures_do_not(a, b):
    assert not one(a).value.meets(one(b).value)
    assert one(a).value.unit == one(b).value.unit


@pytest.mark.parametrize(
    ("text", "words", "rank"),
    [
        ("It is a first-degree case.", "first", 1),
        ("their sixth win", "sixth", 6),
        ("the 160th anniversary", "160th", 160),
        ("the twenty-first game", "twenty-first", 21),
    ],
)
def test_ordinals(text, words, rank):
    fact = one(text)
    assert fact.span.of(text) == words
    assert fact.value == Interval(rank, rank, "ordinal")


@pytest.mark.parametrize(
    ("a", "b", "excludes"),
    [
        ("at least 31 people", "at least 34 people", True),
        ("no fewer than 31 people", "31 people at least", False),
        ("at least a dozen people", "at least 12 people", False),
        ("at least 31 people", "more than 34 people", False),
        ("$5", "5 people", True),
    ],
)
def test_counts_so_far_leave_no_room_for_others(a, b, excludes):
    assert one(a).value.excludes(one(b).value) is excludes
    assert one(b).value.excludes(one(a).value) is excludes


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The Colts won 31-24.", "31-24"),
        ("They lost 24-31 to the Colts.", "31-24"),
        ("The House passed it 234-193.", "234-193"),
    ],
)
def test_scores_and_votes(text, value):
    fact = one(text)
    assert fact.value == value
    assert fact.about.split()[0] == "score"


@pytest.mark.parametrize(
    ("text", "stems"),
    [
        ("The blast killed at least 20 people.", {"person", "kill"}),
        ("At least 45 were injured.", {"injur"}),
        ("two counts of murder", {"count", "murder"}),
    ],
)
def test_what_is_counted(text, stems):
    assert stems <= set(one(text).about.split())


@pytest.mark.parametrize(
    "text",
    [
        "one of the men",
        "No one slept.",
        "the No. 10 seed",
        "an Airbus A320",
        "He flew a Boeing 747.",
        "call 555-123-4567",
        "at 101 First Street",
        "in 2008 and on June 18",
        "at 3:30 p.m.",
        "the First Lady",
        "at first",
        "the Fifth Amendment",
        "all versions of IE6",
        "Covid-19",
        "24/7",
    ],
)
def test_no_quantity(text):
    assert not found(text)
