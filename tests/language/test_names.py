"""Names: where they begin and end, roles parted from them, people and places told apart."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.language.aliases import aliases
from reader.language.facts import facts_of
from reader.model import Fact, FactType, Sentence, Span

KIMS = ["kim", "jong un", "kim jong un", "kim jong il", "un", "uk", "a b c", "abc"]


def found(*sentences: str) -> list[Fact]:
    """The names and places of the last of `sentences`."""
    spans, at = [], 0
    for index, sentence in enumerate(sentences):
        spans.append(Sentence(index, 0, Span(at, at + len(sentence))))
        at += len(sentence) + 1
    facts = facts_of(" ".join(sentences), spans, None)
    kinds = {FactType.NAME, FactType.PLACE}
    return [fact for fact in facts if fact.type in kinds and fact.sentence == len(sentences) - 1]


def names(*sentences: str) -> dict[str, str]:
    return {str(fact.value): fact.about for fact in found(*sentences)}


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("He met President Vladimir Putin.", "vladimir putin", "president"),
        ("Russian President Vladimir Putin spoke.", "vladimir putin", "russia president"),
        ("He met North Korean leader Kim Jong-un.", "kim jong un", "north korea leader"),
        ("He asked Secretary of State Hillary Clinton.", "hillary clinton", "secretary of state"),
        ("He met former Alaska Gov. Sarah Palin.", "sarah palin", "alaska gov"),
        ("Yesterday her publicist, Jack Ketsoyan, spoke.", "jack ketsoyan", "publicist"),
        ("Dan T. Cathy, the company's president, spoke.", "dan t cathy", "president"),
        ("He saw Mr. Trump’s plane.", "trump", ""),
        ("He sued the Department of Justice.", "department of justice", ""),
        ("He sued the F.B.I. and left.", "fbi", ""),
        ("He thanked George W. Bush.", "george w bush", ""),
        ("Harold L. Child Jr. spoke.", "harold l child jr", ""),
        ("The Chick-fil-A president spoke.", "chick fil a", ""),
        ("He thanked Russian officials.", "russia", "offici"),
    ],
)
def test_name_and_role(text, name, role):
    assert names(text)[name] == role


@pytest.mark.parametrize(
    ("text", "place", "within"),
    [
        ("He landed in Pyongyang.", "pyongyang", "north korea"),
        ("She studies in Bellingham, Wash., now.", "bellingham", "washington"),
        ("He was moved to Stiles, Texas.", "stiles", "texas"),
        ("SEOUL, South Korea (AP) — They met.", "seoul", "south korea"),
        ("He sailed to the Gulf of Aden.", "gulf of aden", ""),
        ("He sailed to Somalia and Yemen.", "yemen", ""),
        ("They met at the Kumsusan Palace.", "kumsusan palace", ""),
    ],
)
def test_place(text, place, within):
    (fact,) = [fact for fact in found(text) if fact.value == place]
    assert (fact.type, fact.about) == (FactType.PLACE, within)


def test_a_country_that_acts_is_a_name():
    (fact,) = found("Then Russia denied it.")
    assert (fact.type, fact.value) == (FactType.NAME, "russia")


@pytest.mark.parametrize(
    "text",
    [
        "Officials said so.",
        "The police came on Tuesday.",
        "It was the Prime Minister.",
        "I think so.",
    ],
)
def test_no_name(text):
    assert not found(text)


def test_the_first_word_is_a_name_where_the_article_shows_it():
    assert not names("Timmons spoke.")
    assert "timmons" in names("They tried Jermayne Timmons.", "Timmons spoke.")


def test_a_headline_names_whom_the_article_names():
    headline = "Kim Shows Putin Around Palace Gardens"
    assert set(names("He is Vladimir Putin.", "He is Kim Jong Un.", headline)) == {"putin"}
    assert "investigators" not in names("Trump Sends Investigators Over There")


@pytest.mark.parametrize(
    ("name", "others", "fullest"),
    [
        ("kim", ["kim jong un"], "kim jong un"),
        ("trump", ["donald trump", "donald trump jr"], "donald trump"),
        ("nra", ["national rifle association"], "national rifle association"),
        ("doj", ["department of justice"], "department of justice"),
        ("dan cathy", ["dan t cathy"], "dan t cathy"),
        ("felt", ["mark felt", "w mark felt"], "w mark felt"),
        ("red sox", ["boston red sox"], "boston red sox"),
        ("russian", [], "russia"),
        ("us", [], "united states"),
        ("clinton", ["bill clinton", "hillary clinton"], "clinton"),
        ("vicente fox", ["vincente fox"], "vicente fox"),
        ("george w bush", ["george h w bush"], "george w bush"),
        ("washington", ["denzel washington"], "washington"),
    ],
)
def test_aliases(name, others, fullest):
    assert aliases([name, *others])[name] == fullest


@given(
    st.lists(
        st.sampled_from(
            ["kim", "jong un", "kim jong un", "kim jong il", "un", "uk", "a b c", "abc"]
        )
    )
)
@settings(max_examples=50)
def test_aliases_do_not_depend_on_order(some):
    assert aliases(some) == aliases(reversed(some))
