"""Quotations: exact words, speakers, and how two versions are graded."""

import pytest

from reader.language.facts import facts_of
from reader.language.sentences import split
from reader.language.versions import grade
from reader.model import FactType, Sentence, Span


def found(text: str) -> list[tuple[str, str]]:
    """The words and the speaker of each quotation in one paragraph, or several."""
    sentences = [
        Sentence(index, text.count("\n\n", 0, start), Span(start, end))
        for index, (start, end) in enumerate(split(text))
    ]
    facts = facts_of(text, sentences, None)
    return [(f.span.of(text), f.about) for f in facts if f.type is FactType.QUOTATION]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ('"It is over," Tara Reid said.', "It is over,", "tara reid"),
        ("“It is over,” said Mr. Romney in a statement.", "It is over,", "romney"),
        ("He called it “destructive to the fabric” today.", "destructive to the fabric", ""),
        ('According to Jack Ketsoyan, it was "a surprise."', "a surprise.", "jack ketsoyan"),
        ("Tara Reid said it was 'a party girl' image.", "a party girl", "tara reid"),
        ('"It is over," said her publicist, Jack Ketsoyan.', "It is over,", "jack ketsoyan"),
        ('"It is over," officials in Hawaii said.', "It is over,", "officials"),
        ("Tara Reid, who didn't sing, wrote: \"It's over.\"", "It's over.", "tara reid"),
    ],
)
def test_words_and_speaker(text, words, speaker):
    assert found(text) == [(words, speaker)]


def test_a_quotation_over_several_sentences_has_one_speaker():
    text = 'He left. "I partied. I had fun. I am happy now," Tara Reid said.'
    assert found(text) == [
        ("I partied.", "tara reid"),
        ("I had fun.", "tara reid"),
        ("I am happy now,", "tara reid"),
    ]


def test_a_quotation_goes_on_in_the_next_paragraph():
    text = "“It is over,” said Tara Reid. “I am glad.\n\n“We go home now.”"
    assert found(text)[1:] == [("I am glad.", "tara reid"), ("We go home now.", "tara reid")]


def test_he_is_who_spoke_before():
    text = 'Tara Reid said so. "It is over," she added.'
    assert found(text) == [("It is over,", "tara reid")]


@pytest.mark.parametrize(
    "text",
    [
        "the soldiers' guns and the dogs' bones",
        "rock 'n' roll in the '90s",
        'the "Today" show',
        '"',
    ],
)
def test_no_quotation(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("we reject it", "we reject it", "identical"),
        ("We don't “reject” it.", "we don’t 'reject' it", "typographic"),
        ("just how hurtful my words were", "how hurtful my words were", "trimmed"),
        ("We love this country and its people", "We love ... its people", "trimmed"),
        ("improve [the Endangered Species Act]", "improve", "trimmed"),
        ("a spot at the bar", "a spot at a bar", "altered"),
        ("We reject his visit", "We reject his message", "altered"),
        ("your duty as Chairman", "your duties as chairman", "altered"),
        ("It is over", "Long live the king", "different"),
        ("of the people", "of the elites", "different"),
        ("", "It is over", "different"),
    ],
)
def test_grade(a, b, expected):
    assert grade(a, b) == expected
    assert grade(b, a) == expected
