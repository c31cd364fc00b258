"""Standing: what is negated, planned, possible or done, and who says it how."""

import pytest

from reader.language.facts import facts_of
from reader.model import FactType, Sentence, Span


def found(text: str, kind: FactType) -> list[tuple[str, str, str]]:
    """The words, the value and the subject of each fact of one kind in one sentence."""
    facts = facts_of(text, [Sentence(0, 0, Span(0, len(text)))], None)
    return [(f.span.of(text), str(f.value), f.about) for f in facts if f.type is kind]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It did not provide weapons.", "did not provide", "provid"),
        ("Mr. Cohen didn’t lie.", "didn’t lie", "lie"),
        ("There is no evidence of it.", "no evidence", "evid"),
        ("He has never visited Russia.", "has never visited", "visit"),
        ("Both denied any arms trade.", "denied any arms", "arm"),
        ("She refused to testify.", "refused to testify", "testifi"),
        ("They left without permission.", "without permission", "permiss"),
        ("That claim is false.", "false", "true"),
        ("They ruled out sanctions.", "ruled out sanctions", "sanction"),
    ],
)
def test_negation(text, words, value):
    ((span, negated, _),) = found(text, FactType.NEGATION)
    assert (span, negated) == (words, value)


@pytest.mark.parametrize(
    "text", ["not only men", "no doubt about it", "the No. 2 official", "no more than 20 men"]
)
def test_no_negation(text):
    assert not found(text, FactType.NEGATION)


@pytest.mark.parametrize(
    ("text", "value", "verb"),
    [
        ("She will veto the bill.", "planned", "veto"),
        ("He plans to run again.", "planned", "run"),
        ("Both are expected to hold talks.", "planned", "hold"),
        ("He is set to arrive.", "planned", "arriv"),
        ("Charges are expected Friday.", "planned", "charg"),
        ("It may supply weapons.", "possible", "suppli"),
        ("They tried to escape.", "attempted", "escap"),
        ("He has vetoed the bill.", "done", "veto"),
        ("Putin arrived there.", "done", "arriv"),
        ("The man was arrested.", "done", "arrest"),
        ("It’s airing now.", "ongoing", "air"),
        ("Microsoft releases fix for bug", "done", "releas"),
    ],
)
def test_status(text, value, verb):
    assert (value, verb) in [fact[1:] for fact in found(text, FactType.STATUS)]


@pytest.mark.parametrize(
    "text", ["the armed officers", "in the United States", "elections in May", "the will of God"]
)
def test_no_status(text):
    assert not found(text, FactType.STATUS)


@pytest.mark.parametrize(
    ("text", "value", "who"),
    [
        ("Tara Reid said she was well.", "said", "tara reid"),
        ("The Navy, according to a spokesman, left.", "said", "spokesman"),
        ("Police claimed it was safe.", "claimed", "police"),
        ("He alleged that they lied.", "alleged", "he"),
        ("The U.S. has accused Russia of it.", "accused", "united states"),
        ("U.S. officials believe it.", "believed", "united states officials"),
        ("He is believed to be hiding.", "believed", ""),
        ("He reportedly fled.", "reported", ""),
        ("Mr. Cruz, a senator, denied it.", "denied", "cruz"),
    ],
)
def test_attribution(text, value, who):
    assert (value, who) in [fact[1:] for fact in found(text, FactType.ATTRIBUTION)]


@pytest.mark.parametrize("text", ["the State Department’s report", "He did not say why."])
def test_no_attribution(text):
    assert not found(text, FactType.ATTRIBUTION)
