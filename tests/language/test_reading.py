"""Readings: paragraphs, what belongs to the page, what is said again, and nothing lost."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.language import read
from reader.model import Article, FactType


def reading(text, **fields):
    return read(Article(text, "0" * 64, "AP", **fields))


@pytest.mark.parametrize(
    "notice",
    [
        "Exit mobile version",
        "Key points",
        "Contradictions👾",
        "Read more",
        "READ MORE: Kim greets Putin at the airport",
        "Share this article on Facebook",
        "Facebook Twitter Email Copy link",
        "ADVERTISEMENT",
        "Story continues below advertisement",
        "Sign up for The Morning newsletter to get the day's top stories.",
        "© 2024 The Associated Press.",
        "All rights reserved.",
        "By Kim Tong-hyung and Jim Heintz, Associated Press",
        "Published 10:15 AM EDT, June 18, 2024",
        "21 July 2013 Last updated at 11:11 GMT",
        "(AP Photo/Jane Roe)",
        "Jane Roe contributed to this report.",
        "Skip to main content",
        "***",
    ],
)
def test_what_belongs_to_the_page_is_furniture(notice):
    sentences = reading(f"Kim met Putin.\n\n{notice}\n\nThey talked.").sentences
    assert [sentence.furniture for sentence in sentences] == [False, True, False]


@pytest.mark.parametrize(
    "claim",
    [
        "Read more books, the mayor told pupils.",
        "Share prices fell 5 percent.",
        "Sign up for health care now or pay a fine, officials warn",
        "Like many on Facebook, he was angry.",
        "By Boat and Plane, Refugees Flee",
        "Copyright law was changed in 1976.",
        "On Jan. 6, 2021, rioters stormed the Capitol.",
        "Reporting by the newspaper showed fraud.",
        "“Close.”",
        "12 dead in fire",
        "He said no.",
    ],
)
def test_a_claim_is_never_furniture(claim):
    assert not reading(claim).sentences[0].furniture


def test_a_headline_or_lede_printed_again_repeats_the_first():
    lede = "SEOUL, South Korea (AP) — Russia’s “president” met Kim in the U.S. on Tuesday"
    text = f"Putin Visits North Korea Again\n\n{lede}\n\nPUTIN VISITS NORTH KOREA AGAIN\n\n"
    text += lede.replace("’", "'").replace("“", '"').replace("”", '"') + ". He left."
    assert [sentence.repeats for sentence in reading(text).sentences] == [None, None, 0, 1, None]


@pytest.mark.parametrize(
    "text",
    [
        '"Yes." They left. "Yes."',
        "Putin visits North Korea for talks.\n\nPutin is visiting North Korea for talks.",
        "The vote in the House was 51 to 49.\n\nThe vote in the House was 51 to 48.",
    ],
)
def test_short_words_and_paraphrases_are_no_repeats(text):
    assert {sentence.repeats for sentence in reading(text).sentences} == {None}


def test_a_headline_on_the_first_line_is_sentence_0_of_paragraph_0():
    read_ = reading("N.R.A. Details Plan for Schools\n\nIt was long. It was new.\n\nIt passed.")
    assert read_.text(0) == "N.R.A. Details Plan for Schools"
    assert [(s.index, s.paragraph) for s in read_.sentences] == [(0, 0), (1, 1), (2, 1), (3, 2)]


def test_facts_come_with_the_sentences():
    read_ = reading("Kim met Putin on Tuesday.", published=date(2024, 6, 18))
    assert {fact.sentence for fact in read_.facts} == {0}
    assert FactType.DATE in {fact.type for fact in read_.facts}


@given(st.text(max_size=60))
def test_sentences_and_gaps_give_the_text_back(text):
    read_ = reading(text)
    end = 0
    for index, sentence in enumerate(read_.sentences):
        span = sentence.span
        assert sentence.index == index
        assert end <= span.start < span.end <= len(text)
        assert not text[end : span.start].strip()
        end = span.end
    assert not text[end:].strip()
    paragraphs = [sentence.paragraph for sentence in read_.sentences]
    assert paragraphs == sorted(paragraphs)
    assert set(paragraphs) == set(range(len(set(paragraphs))))
