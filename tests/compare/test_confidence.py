"""How sure a conflict is: called one, noted as a doubt, or found inside one report."""

from __future__ import annotations

import pytest

from reader.compare import Corpus, compare, pair
from reader.language import read
from reader.model import Article, Comparison, Mark, Reading
from reader.render import json
from tests.render.test_text import printed

ARRESTED = "Police said {} people were arrested after the riot in the city of Leeds on Monday."
OTHER = "The mayor of Leeds thanked the fire brigade for its work during the long night."


def reading(*sentences: str) -> Reading:
    body = "\n\n".join(sentences)
    return read(Article(body, body, "AP"))


def compared(threshold: float) -> Comparison:
    return compare(reading(ARRESTED.format(23)), reading(ARRESTED.format(26)), (), threshold)


def test_a_conflict_says_how_sure_it_is():
    (link,) = compared(0.18).links
    conflict = next(reason for reason in link.reasons if reason.type == "number")
    assert link.kind is Mark.CONFLICT
    assert 0.5 < conflict.confidence < 1


def test_a_conflict_that_is_not_sure_enough_is_a_doubt_of_a_link_that_agrees():
    (link,) = compared(1.0).links
    assert link.kind is Mark.SHARED
    assert [doubt.why for doubt in link.doubts] == ["arrested: 23 / 26"]
    told = json.comparison(compared(1.0))["links"][0]
    assert told["kind"] == "shared"
    assert told["doubts"][0]["confidence"] == link.doubts[0].confidence
    assert all("confidence" not in reason for reason in told["reasons"])


def test_the_other_side_has_the_mirrored_doubts():
    there = compared(1.0).mirrored().links[0].doubts
    assert [doubt.why for doubt in there] == ["arrested: 26 / 23"]


@pytest.fixture
def torn() -> Comparison:
    """A report that gives two figures for one thing, beside one that gives neither."""
    corpus = Corpus([reading(ARRESTED.format(23), OTHER, ARRESTED.format(26)), reading(OTHER)])
    return pair(corpus, 0, 1)


def test_a_report_that_contradicts_itself_is_noted_with_both_sentences(torn):
    (own,) = torn.a.contradictions
    assert (own.a, own.b, own.kind) == (0, 2, Mark.CONFLICT)
    assert torn.b.contradictions == ()
    assert torn.mirrored().b.contradictions == (own,)
    assert json.comparison(torn)["articles"][0]["contradictions"][0]["a"] == [0]
    assert "contradictions" not in json.comparison(torn)["articles"][1]
    assert "A1 A3" in printed(torn, 80)


@pytest.mark.parametrize(
    "again",
    [ARRESTED.format(23), ARRESTED.format("more than 20"), OTHER, "A year ago 26 were held."],
)
def test_a_report_that_repeats_or_rounds_does_not_contradict_itself(again):
    corpus = Corpus([reading(ARRESTED.format(23), again), reading(OTHER)])
    assert pair(corpus, 0, 1).a.contradictions == ()
