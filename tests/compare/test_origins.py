"""Who seems to have written what."""

from __future__ import annotations

import pytest

from reader.compare.synopsis import synopsis
from reader.language import read
from tests.builders import link, reading

WIRE = [
    "Two trains collided near the border town of Harmanli on Tuesday evening, killing nine.",
    "Rescuers worked through the night to free passengers from the leading carriages.",
    "The prime minister declared a day of mourning and promised a full inquiry.",
]
OWN = [
    "Nine people died when two trains crashed near Harmanli late on Tuesday.",
    "Firefighters spent the night pulling people out of the front coaches.",
    "A day of mourning was announced by the government, which will investigate.",
]


@pytest.mark.parametrize(
    ("credits", "groups"),
    [
        (("AP", "AP", "Reuters"), [(0, 1), (2,)]),
        (("AP", "AP contributed", ""), [(0,), (1,), (2,)]),
        (("", "", ""), [(0,), (1,), (2,)]),
    ],
)
def test_those_who_credit_one_agency_are_one_origin(credits, groups) -> None:
    readings = [
        reading([f"Report {k}."], f"Outlet {k}", credit=credit) for k, credit in enumerate(credits)
    ]
    assert [origin.articles for origin in synopsis(readings, {}).origins] == groups


def test_an_agency_is_the_origin_of_who_credits_it() -> None:
    readings = [reading(["One."], "AP"), reading(["Two."], "Herald", credit="AP")]
    (origin,) = synopsis(readings, {}).origins
    assert (origin.name, origin.articles) == ("AP", (0, 1))
    assert origin.why == "2 credit AP"


def test_copied_articles_are_one_origin_and_rewritten_ones_are_not() -> None:
    readings = [reading(WIRE, "A"), reading([*WIRE[:2], "A new end."], "B"), reading(OWN, "C")]
    copied, own = synopsis(readings, {}).origins
    assert (copied.articles, own.articles) == ((0, 1), (2,))
    assert (copied.name, own.name) == ("", "C")
    assert copied.why == "2 have most of their words in a row in common"


def test_a_claim_counts_a_chain_of_copied_sentences_as_one_origin() -> None:
    copied = "Nine died, police said, when two trains collided near the border town of Harmanli."
    readings = [
        reading(
            [WIRE[0], *(f"A tells thing {k} in its own words entirely." for k in range(3))], "A"
        ),
        reading(
            [OWN[0], *(f"Other matter number {k} is reported by this paper." for k in range(3))],
            "B",
        ),
        reading(
            [copied, *(f"Nobody except us knows what item {k} might be." for k in range(3))], "C"
        ),
    ]
    links = {pair: [link(0, 0)] for pair in ((0, 1), (0, 2), (1, 2))}
    found = synopsis(readings, links)
    assert len(found.origins) == 3
    (claim,) = found.claims
    assert claim.articles == (0, 1, 2)
    assert claim.origins == ((0, 2), (1,))


def test_the_same_words_heard_from_one_speaker_are_no_copy() -> None:
    said = "“We will rebuild this town, whatever it takes and however long it takes us,” {} said."
    readings = [read(reading([said.format(who)]).article) for who in ("he", "Lee", "the mayor")]
    links = {pair: [link(0, 0)] for pair in ((0, 1), (0, 2), (1, 2))}
    (claim,) = synopsis(readings, links).claims
    assert len(claim.origins) == 3
