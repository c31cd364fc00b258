"""When two addresses are of one page, and two texts of one article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library.sameness import canonical, is_excerpt, is_version, near, related
from reader.model import Article, sanitise_line

WORDS = [f"word{number}" for number in range(60)]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("https://www.example.org/a/", "http://example.org/a"),
        ("https://example.org/a?utm_source=x&id=3", "https://example.org/a?id=3#top"),
        ("https://example.org/a?b=1&a=2", "https://EXAMPLE.org:443/a?a=2&b=1"),
        ("https://m.example.org/a/amp", "https://example.org/a"),
        ("https://amp.example.org/amp/a", "https://example.org/a"),
    ],
)
def test_addresses_of_one_page(a, b):
    assert canonical(a) == canonical(b) != ""


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("https://example.org/a", "https://example.org/b"),
        ("https://example.org/?id=1", "https://example.org/?id=2"),
        ("https://example.org/A", "https://example.org/a"),
        ("https://example.org/a", "https://example.com/a"),
        ("https://m.org/a", "https://org/a"),
    ],
)
def test_addresses_of_two_pages(a, b):
    assert canonical(a) != canonical(b)


@given(st.text(max_size=60), st.sampled_from(["", "http://", "https://example.org/", "http://["]))
def test_what_stands_in_a_page_does_not_tell_pages_apart(text, start):
    url = sanitise_line(start + text)
    assert canonical(url) == canonical(f"{url}#part")


def test_sites_that_belong_together():
    assert related("https://news.example.org/a", "https://example.org/b")
    assert not related("https://example.org.evil.net/a", "https://example.org/a")
    assert not related("https://notexample.org/a", "https://example.org/a")


def test_a_text_that_has_grown_is_still_the_same():
    old, new = " ".join(WORDS[:40]), " ".join(WORDS)
    assert near(old, new) == near(new, old) == 1
    assert near(old, " ".join(WORDS[40:])) == near("", new) == near("too short", new) == 0


@pytest.mark.parametrize(
    ("url", "version"), [("https://a.org/", False), ("https://a.org/x", True), ("", False)]
)
def test_a_front_page_is_of_no_one_article(url, version):
    one = Article("A report of a bridge that was shut.", "1", "A", url=url)
    other = Article("Quite another report, of a vote.", "2", "B", url=url)
    assert is_version(one, other) is version


@pytest.mark.parametrize(("words", "part"), [(20, True), (35, False)])
def test_less_than_half_of_a_text_word_for_word_is_an_excerpt(words, part):
    whole = Article(" ".join(WORDS), "1", "A")
    assert is_excerpt(Article(" ".join(WORDS[:words]) + " …", "2", "A"), whole) is part
    assert not is_excerpt(Article(" ".join(reversed(WORDS[:words])), "2", "A"), whole)
