"""A note on a conflict knows what is disputed, and what each side says."""

import pytest

from reader.app.excerpts import excerpt
from reader.app.travel import Place
from reader.model import Mark, Reason, Span
from tests.builders import compared, link, reading

AP = ("A visit.", "It was the first in 24 years.")
CBS = ("A trip.", "It was the first in 25 years.")


def conflict(why, sign="!"):
    a, b = reading(AP), reading(CBS, "CBS")
    spots = [
        Span(one.article.text.index(year), one.article.text.index(year) + 8)
        for one, year in ((a, "24 years"), (b, "25 years"))
    ]
    joined = link(1, 1, sign, 0.9, Reason("number", *spots, why))
    return compared(a, b, [joined])


@pytest.mark.parametrize(
    ("why", "fact"),
    [("24 years / 25 years", "number"), ("since the last: 24 years / 25 years", "since the last")],
)
def test_what_is_disputed_is_known(why, fact):
    comparison = conflict(why)
    found = excerpt(comparison, Place(1, 1), comparison.links)
    assert (found.kind, found.fact) == (Mark.CONFLICT, fact)
    assert [one.value for one in found.passages] == ["24 years", "25 years"]
    assert [one.exact for one in found.passages] == [AP[1], CBS[1]]


def test_what_is_shared_disputes_nothing():
    comparison = conflict("24 years / 25 years", "=")
    found = excerpt(comparison, Place(0, 1), comparison.links)
    assert (found.kind, found.fact) == (Mark.SHARED, "")
    assert [one.value for one in found.passages] == ["", ""]


def test_a_sentence_without_a_link_stands_alone():
    comparison = conflict("24 years / 25 years")
    found = excerpt(comparison, Place(0, 0), ())
    assert [one.exact for one in found.passages] == [AP[0]]
    assert found.kind is Mark.UNIQUE
