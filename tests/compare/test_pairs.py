"""What a comparison promises, whatever the articles say."""

from __future__ import annotations

import hashlib
import textwrap
from itertools import combinations, permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader import sources
from reader.compare import Corpus, compare, pair
from reader.language import read
from reader.model import Article, Comparison, Mark, Reading, Side, sanitise

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
TEXTS = st.text(max_size=120) | st.lists(
    st.sampled_from(
        ["Mr. Smith paid 24 dollars.", "He denied it.", "“No,” she said.", "👾", "\n\n"]
    ),
    max_size=6,
).map(" ".join)


def reading(text: str) -> Reading:
    text = sanitise(text)
    return read(Article(text, hashlib.sha256(text.encode()).hexdigest(), "Outlet"))


@pytest.fixture(scope="module")
def seeds() -> list[Reading]:
    return [read(sources.read(path)[0]) for path in SEEDS]


@pytest.fixture(scope="module")
def compared(seeds: list[Reading]) -> dict[tuple[int, int], Comparison]:
    corpus = Corpus(seeds)
    return {(a, b): pair(corpus, a, b) for a, b in combinations(range(len(seeds)), 2)}


def assert_whole(side: Side) -> None:
    sentences = iter(side.passages)
    for sentence in side.reading.sentences:
        at = sentence.span.start
        while at < sentence.span.end:
            passage = next(sentences)
            assert passage.span.start == at
            assert passage.span.end > at
            at = passage.span.end
        assert at == sentence.span.end
    assert next(sentences, None) is None
    assert len(side.marks) == len(side.nearest) == len(side.reading.sentences)


@settings(max_examples=40, deadline=None)
@given(TEXTS, TEXTS)
def test_every_character_has_a_mark_and_sides_mirror(a: str, b: str) -> None:
    corpus = Corpus([reading(a), reading(b)])
    forth = pair(corpus, 0, 1)
    assert_whole(forth.a)
    assert_whole(forth.b)
    assert pair(corpus, 1, 0) == forth.mirrored()


@settings(max_examples=8, deadline=None)
@given(TEXTS, TEXTS)
def test_reading_closely_mirrors_too(a: str, b: str) -> None:
    left, right = reading(a), reading(b)
    assert compare(right, left) == compare(left, right).mirrored()


def test_the_order_of_articles_changes_nothing(
    seeds: list[Reading], compared: dict[tuple[int, int], Comparison]
) -> None:
    for order in list(permutations(range(len(seeds))))[1::37]:
        corpus = Corpus([seeds[k] for k in order])
        again = pair(corpus, order.index(1), order.index(3))
        assert again == compared[1, 3]


def links(comparison: Comparison) -> set[tuple[int, int]]:
    return {(link.a, link.b) for link in comparison.links}


@pytest.mark.parametrize(
    "laid_out",
    [
        lambda text: "\n".join(
            textwrap.fill(line, 72, break_on_hyphens=False) for line in text.split("\n")
        ),
        lambda text: text.replace("’", "'").replace("“", '"').replace("”", '"'),
        lambda text: text.replace("'", "’"),
    ],
)
def test_layout_and_quotes_change_no_link(seeds: list[Reading], laid_out) -> None:
    again = [reading(laid_out(one.article.text)) for one in seeds]
    for a, b in ((0, 2), (0, 4), (2, 3)):
        assert links(compare(again[a], again[b])) == links(compare(seeds[a], seeds[b]))


def test_an_article_against_itself_is_shared_throughout(seeds: list[Reading]) -> None:
    for one in seeds:
        comparison = pair(Corpus([one, one]), 0, 1)
        for sentence, mark in zip(one.sentences, comparison.a.marks, strict=True):
            assert (mark is Mark.SHARED) == sentence.linkable
        assert comparison.conflicts == 0


@pytest.mark.parametrize(
    "told",
    [
        {0: "in 24 years", 1: "in 24 years", 2: "in 24 years", 3: "in 24 years"},
        {1: "travel to Vietnam", 3: "travel to Vietnam", 4: "travel to Vietnam"},
        {0: "trade and payment", 1: "trade and financial", 3: "trade and payment"},
        {0: "Both countries deny", 3: "consistently denied", 4: "have denied any transfer"},
    ],
)
def test_what_several_seeds_tell_is_linked(seeds: list[Reading], told: dict[int, str]) -> None:
    corpus = Corpus(seeds)
    at = {
        k: {s.index for s in seeds[k].sentences if s.linkable and words in seeds[k].text(s.index)}
        for k, words in told.items()
    }
    for a, b in combinations(told, 2):
        others = [seeds[k] for k in range(5) if k not in (a, b)]
        found = links(compare(seeds[a], seeds[b], others)) | links(pair(corpus, a, b))
        assert any((i, j) in found for i in at[a] for j in at[b]), (a, b)


@pytest.mark.parametrize(
    ("article", "words"),
    [(4, "Kumsusan Palace"), (1, "op-ed"), (1, "firing warning shots")],
)
def test_what_one_seed_tells_is_only_here(
    compared: dict[tuple[int, int], Comparison], article: int, words: str
) -> None:
    for (a, b), comparison in compared.items():
        if article not in (a, b):
            continue
        side = comparison.a if a == article else comparison.b
        start = side.reading.article.text.index(words)
        end = start + len(words)
        marks = {p.mark for p in side.passages if p.span.start < end and start < p.span.end}
        assert marks == {Mark.UNIQUE}, (a, b)
