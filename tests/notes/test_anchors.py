"""A note finds its passage again in an article that has changed, and takes no other for it."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Span, sanitise
from reader.notes.anchors import Grade, anchor, find, guess, place
from tests.builders import reading
from tests.gold.anchors import figures, outcomes

SEEDS = Path(__file__).parents[2] / "seeds"

HEADLINE = "Putin Visits North Korea"
LEDE = (
    "Russian President Vladimir Putin arrived in Pyongyang on Tuesday, his first visit in 24 years."
)
DENIAL = "Both countries deny any transfer of arms, which United Nations sanctions forbid."
PALACE = "The talks were held at the Kumsusan Palace, the state agency said."
ARTICLE = reading([HEADLINE, LEDE, DENIAL, PALACE])


def taken(article, sentence):
    return anchor(article, article.sentences[sentence].span)


def test_an_anchor_says_where_its_words_stand():
    start = ARTICLE.article.text.index("deny")
    made = anchor(ARTICLE, Span(start, start + 4))
    assert (made.exact, made.sentence, made.paragraph) == ("deny", 2, 2)
    assert made.prefix == ARTICLE.article.text[start - 32 : start]
    assert made.suffix == ARTICLE.article.text[start + 4 : start + 36]
    assert made.article == f"sha256:{ARTICLE.article.sha256}"
    assert made.outlet == "AP"


@given(st.text(max_size=200).map(sanitise), st.data())
def test_a_passage_of_the_same_article_is_found_as_it_was(text, data):
    article = reading([text])
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = place(anchor(article, Span(start, end)), article)
    if start < end:
        assert (found.span, found.grade) == (Span(start, end), Grade.EXACT)
    else:
        assert found is None


@pytest.mark.parametrize("sentence", range(4))
@pytest.mark.parametrize(
    ("changed", "grade"),
    [
        ([PALACE, HEADLINE, DENIAL, LEDE], Grade.MOVED),
        ([HEADLINE, "The visit worries Seoul.", LEDE, DENIAL, PALACE], Grade.MOVED),
        ([each.replace(" ", "\n") for each in (HEADLINE, LEDE, DENIAL, PALACE)], Grade.MOVED),
    ],
)
def test_the_same_words_elsewhere_are_found(sentence, changed, grade):
    changed = reading(changed)
    found = place(taken(ARTICLE, sentence), changed)
    assert found.span.of(changed.article.text).split() == ARTICLE.text(sentence).split()
    assert found.grade is grade or found.grade is Grade.EXACT


def test_a_corrected_sentence_is_found_from_end_to_end():
    corrected = LEDE.replace("arrived in", "has come to").replace("Tuesday", "Wednesday")
    changed = reading(["Putin in Pyongyang", corrected, DENIAL])
    found = place(taken(ARTICLE, 1), changed)
    assert found.span.of(changed.article.text) == corrected
    assert found.grade is Grade.FUZZY
    assert 0 < found.score < 1
    assert found.told.endswith(f"fits {found.score:.0%}")


@pytest.mark.parametrize("sentence", range(4))
def test_a_passage_that_is_gone_is_not_found(sentence):
    rest = [text for at, text in enumerate((HEADLINE, LEDE, DENIAL, PALACE)) if at != sentence]
    assert find(taken(ARTICLE, sentence), reading(rest)) is None


@pytest.mark.parametrize("tail", ["", " asked Mr. Hall."])
def test_a_sentence_like_its_gone_neighbour_is_not_taken_for_it(tail):
    like = f"When has it ever been done to a man?{tail}"
    first, last = "The cover shows a candidate with wild eyes.", "The magazine defended its choice."
    before = reading([first, like, "Surely this has never been done to a man.", last])
    assert find(taken(before, 2), reading([first, like, last])) is None


def test_what_was_always_nearly_as_like_is_not_taken_for_what_is_gone():
    like = "Aides said on Friday that the treaty lets either army use the port of Rason in wartime."
    gone = "The treaty lets either army use the port of Rason, diplomats said."
    rest = [HEADLINE, DENIAL, PALACE, like]
    note = taken(reading([gone, *rest]), 0)
    assert find(note, reading(rest)) is None
    assert find(replace(note, rival=0.0), reading(rest)) is not None


def test_the_words_of_a_phrase_in_another_sentence_are_not_the_phrase():
    other = "Vladimir Putin thanked his hosts for a warm welcome."
    article = reading([LEDE, other])
    start = LEDE.index("Vladimir Putin")
    phrase = anchor(article, Span(start, start + len("Vladimir Putin")))
    assert find(phrase, reading([other, DENIAL])) is None


def test_of_two_alike_the_nearer_is_found():
    article = reading([LEDE, DENIAL, LEDE, PALACE])
    changed = reading([LEDE, DENIAL.replace("any", "every"), LEDE, PALACE])
    for sentence in (0, 2):
        assert find(taken(article, sentence), changed) == changed.sentences[sentence].span


def test_an_orphan_has_a_best_guess():
    denial = "The two capitals reject all talk of arms."
    orphan = taken(ARTICLE, 2)
    changed = reading([HEADLINE, denial])
    assert find(orphan, changed) is None
    assert guess(orphan, changed).span.overlaps(changed.sentences[1].span)


@pytest.mark.parametrize("text", ["", "…", "👾 👾"])
def test_an_article_without_words_holds_nothing(text):
    assert find(taken(ARTICLE, 1), reading([text])) is None
    assert guess(taken(ARTICLE, 1), reading([text])) is None


def test_notes_come_back_over_edits_and_never_go_astray():
    results = list(outcomes(SEEDS, trials=80, seed=7))
    sentences = [result for result in results if result.passage == "sentence"]
    stand, back, gone, astray = figures(results)
    assert astray == 0
    assert gone > 10
    assert back / stand >= 0.98
    stand, back, _, _ = figures(sentences)
    assert back / stand >= 0.99
