"""The door to all facts: for any text they lie inside their sentences, in order, and never fail."""

from datetime import date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.language.facts import facts_of
from reader.language.sentences import split
from reader.model import Fact, FactType, Period, Sentence, Span

WORDS = """
    . , “ ” " ' ’ - — $ % 1 24 2,000 .5 half million dozen one in of to and between a June May
    Tuesday 18 2024 last next week ago years old p.m. 3:30 not n't no will said told by according
    denied was Kim Jong-un U.S. President the Mr. Wash Russian 's é \u0301 \u00ad ﬁ ² ①
"""
PIECES = st.sampled_from(["\n\n", *WORDS.split()])
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=25).map(" ".join))


def sentences_of(text: str) -> list[Sentence]:
    return [Sentence(i, 0, Span(start, end)) for i, (start, end) in enumerate(split(text))]


@given(TEXTS, st.sampled_from([None, date(2024, 6, 19), date(1, 1, 1), date(9999, 12, 31)]))
@settings(max_examples=100, deadline=None)
def test_facts_lie_inside_their_sentences_in_order(text, published):
    sentences = sentences_of(text)
    facts = facts_of(text, sentences, published)
    for fact in facts:
        around = sentences[fact.sentence].span
        assert around.start <= fact.span.start < fact.span.end <= around.end
    assert list(facts) == sorted(facts, key=lambda fact: fact.span)


def facts(text: str, published: date | None = None) -> tuple[Fact, ...]:
    return facts_of(text, sentences_of(text), published)


def test_all_kinds_are_found():
    text = (
        "President Vladimir Putin arrived in Pyongyang on Tuesday for talks. "
        '"It is his first visit in 24 years," Kim Jong Un said. Both will deny arms trade.'
    )
    assert {fact.type for fact in facts(text)} == set(FactType)


def test_a_moment_of_publication_is_as_good_as_a_day():
    (fact,) = facts("It was yesterday.", datetime(2024, 6, 19, 12, 0))
    assert fact.value == Period(date(2024, 6, 18), date(2024, 6, 18))


def test_furniture_has_no_facts():
    sentence = Sentence(0, 0, Span(0, 17), furniture=True)
    assert facts_of("Published in 2024", [sentence], None) == ()


def test_a_place_at_the_very_beginning_speaks_for_nobody():
    text = "In Maria denied."
    facts = facts_of(text, sentences_of(text), None)
    assert not [fact for fact in facts if fact.type is FactType.ATTRIBUTION and fact.about]
