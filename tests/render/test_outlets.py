from hypothesis import given
from hypothesis import strategies as st

from reader.model import Article
from reader.render.outlets import codes, listed, names


def articles(*outlets: str) -> list[Article]:
    return [Article("", "", outlet, path=f"{k}.txt") for k, outlet in enumerate(outlets)]


def test_outlets_are_shortened_as_people_shorten_them():
    given = articles("AP", "The New York Times", "BBC News", "The Guardian", "Le Monde")
    assert codes(given) == ("AP", "NYT", "BBC", "Guar", "LM")


def test_the_same_outlet_twice_is_told_apart():
    assert names(articles("AP", "Reuters", "AP")) == ("AP 1", "Reuters", "AP 3")
    assert codes(articles("Reuters", "Reuters")) == ("1", "2")
    assert codes(articles("000", "001")) == ("000", "001")
    assert names(articles("")) == ("0.txt",)


@given(st.lists(st.text(max_size=20), min_size=1, max_size=30))
def test_codes_are_short_and_differ(outlets):
    found = codes(articles(*outlets))
    assert len(set(found)) == len(found)
    assert all(0 < len(code) <= 4 for code in found)


def test_many_are_named_in_part():
    assert listed(["AP", "BBC"]) == "AP, BBC"
    assert listed("abcd") == "a, b, c, d"
    assert listed("abcde") == "a, b, c and 2 more"
