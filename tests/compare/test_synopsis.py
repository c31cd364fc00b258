"""What a synopsis promises, whatever the links say."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader import sources
from reader.compare import Corpus, pair
from reader.compare.overrides import Correction, apply
from reader.compare.synopsis import Links, synopsis
from reader.language import read
from reader.model import FactType, Link, Mark, Reading, Reason, Span, Synopsis, Telling
from tests.builders import KIND, compared, link, reading

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
SCORES = st.sampled_from([0.3, 0.55, 0.7, 0.9])


@pytest.fixture(scope="module")
def seeds() -> tuple[tuple[Reading, ...], Links]:
    readings = tuple(read(sources.read(path)[0]) for path in SEEDS)
    corpus = Corpus(readings)
    return readings, {
        (a, b): pair(corpus, a, b).links for a, b in combinations(range(len(readings)), 2)
    }


SAID = (
    "The fire killed 14 people on Tuesday.",
    "At least 16 people were killed by the fire.",
    "The fire killed 16 people in May, in 24 homes.",
    "“We will rebuild this town, whatever it takes,” Ann-Marie Lee said.",
    "“We will rebuild this city, whatever it takes,” Ann Marie Lee said.",
    "“We will rebuild this town,” she said.",
    "Nobody was hurt.",
)


@st.composite
def stories(draw: st.DrawFn) -> tuple[tuple[Reading, ...], Links]:
    """Up to four reports of up to five sentences, with any links between them."""
    count = draw(st.integers(1, 4))
    sentences = st.lists(st.sampled_from(SAID), max_size=4, unique=True)
    readings = tuple(
        read(reading([f"Report {k} says so.", *draw(sentences)], f"Outlet {k}").article)
        for k in range(count)
    )
    links = {}
    for a, b in combinations(range(count), 2):
        every = [(s.index, t.index) for s in readings[a].sentences for t in readings[b].sentences]
        ends = draw(st.lists(st.sampled_from(every), unique=True)) if every else []
        links[a, b] = tuple(
            Link(*e, KIND[draw(st.sampled_from("=~!"))], draw(SCORES)) for e in ends
        )
    return readings, links


def reordered(readings: tuple[Reading, ...], links: Links, order: list[int]) -> Synopsis:
    """The synopsis of the same story with its files in another order, each pair turned round."""
    at = {k: order.index(k) for k in order}
    return synopsis(
        [readings[k] for k in order],
        {(at[b], at[a]): [link.mirrored() for link in of] for (a, b), of in links.items()},
    )


def told(found: Synopsis) -> list[tuple[object, ...]]:
    """A synopsis in words that say nothing of positions."""

    def names(articles: tuple[int, ...]) -> tuple[str, ...]:
        return tuple(sorted(found.readings[k].article.sha256 for k in articles))

    def at(telling: Telling) -> tuple[str, int]:
        return found.readings[telling.article].article.sha256, telling.sentence

    return [
        *(
            (
                sorted(map(at, one.tellings)),
                at(one.gist),
                sorted((names((k,)), mark) for k, mark in enumerate(one.marks) if mark),
                [
                    (
                        d.kind,
                        d.type,
                        d.about,
                        [[(at(e.telling), e.span) for e in v] for v in d.values],
                    )
                    for d in one.disputes
                ],
                sorted(map(names, one.origins)),
            )
            for one in found.claims
        ),
        *(
            (
                row.type,
                row.about,
                sorted((names((g.article,)), g.fact.span, g.contested) for g in row.given),
            )
            for row in found.figures
        ),
        *(
            (
                row.speaker,
                sorted((names((v.article,)), v.grade, v.speaker, v.changes) for v in row.variants),
            )
            for row in found.quotations
        ),
        *sorted((origin.name, names(origin.articles)) for origin in found.origins),
        *sorted((names((k,)), alone) for k, alone in enumerate(found.only_here)),
    ]


@settings(max_examples=60, deadline=None)
@given(stories(), st.data())
def test_the_order_of_articles_changes_nothing(
    story: tuple[tuple[Reading, ...], Links], data: st.DataObject
) -> None:
    order = data.draw(st.permutations(range(len(story[0]))))
    assert told(reordered(*story, order)) == told(synopsis(*story))


def test_the_order_of_the_seeds_changes_nothing(
    seeds: tuple[tuple[Reading, ...], Links],
) -> None:
    assert told(reordered(*seeds, [3, 0, 4, 2, 1])) == told(synopsis(*seeds))


@settings(max_examples=60, deadline=None)
@given(stories())
def test_every_sentence_is_in_a_claim_or_only_here(
    story: tuple[tuple[Reading, ...], Links],
) -> None:
    found = synopsis(*story)
    for k, one in enumerate(found.readings):
        claimed = {t.sentence for c in found.claims for t in c.tellings if t.article == k}
        assert claimed.isdisjoint(found.only_here[k])
        assert claimed | {*found.only_here[k]} == {s.index for s in one.sentences}
    for claim in found.claims:
        assert set(claim.articles) == {t.article for t in claim.tellings}
        assert sorted(k for group in claim.origins for k in group) == list(claim.articles)
        assert len(claim.articles) > 1
    assert sorted(k for origin in found.origins for k in origin.articles) == [
        *range(len(found.readings))
    ]


def test_a_claim_shows_each_value_once_with_all_who_give_it() -> None:
    texts = ["Police arrested 23.", "They arrested 23.", "Officers arrested 26."]
    readings = [reading([text], f"Outlet {k}") for k, text in enumerate(texts)]
    spans = [Span(text.index("2"), text.index("2") + 2) for text in texts]

    def differ(a: int, b: int) -> Link:
        return link(0, 0, "!", 0.9, Reason("number", spans[a], spans[b], "arrested: 23 / 26"))

    found = synopsis(
        readings, {(0, 1): [link(0, 0)], (0, 2): [differ(0, 2)], (1, 2): [differ(1, 2)]}
    )
    (claim,) = found.claims
    assert claim.marks == (Mark.CONFLICT,) * 3
    (dispute,) = claim.disputes
    assert (dispute.kind, dispute.type, dispute.about) == (Mark.CONFLICT, "number", "arrested")
    assert [[found.words(one) for one in value] for value in dispute.values] == [
        ["23", "23"],
        ["26"],
    ]


def test_headlines_and_leads_that_differ_alike_are_one_dispute() -> None:
    texts = (["Now 34 dead.", "Police say 34 dead."], ["Now 36 dead.", "Police say 36 dead."])
    readings = [reading(list(each), f"Outlet {k}") for k, each in enumerate(texts)]
    spans = [[Span(at := each.article.text.find(n), at + 2), Span(at := each.article.text.rfind(n),
             at + 2)] for each, n in zip(readings, ("34", "36"), strict=True)]  # fmt: skip
    links = [
        link(k, k, "!", 0.9, Reason("number", spans[0][k], spans[1][k], "dead: 34 / 36"))
        for k in (0, 1)
    ]
    found = synopsis(readings, {(0, 1): [*links, link(0, 1)]})
    (claim,) = found.claims
    (dispute,) = claim.disputes
    assert sorted([found.words(one) for one in value] for value in dispute.values) == [
        ["34", "34"],
        ["36", "36"],
    ]


def test_a_link_that_the_reporter_broke_keeps_two_sentences_apart() -> None:
    readings = [reading([f"Report {k}."]) for k in range(3)]
    links = {(0, 1): [link(0, 0)], (1, 2): [link(0, 0)]}
    whole = {(0, 2): [link(0, 0)], **links}
    assert len(synopsis(readings, whole).claims) == 1
    ends = Telling(0, 0), Telling(2, 0)
    assert all(not {*ends} <= {*c.tellings} for c in synopsis(readings, links, [ends]).claims)


def test_a_link_that_the_reporter_made_is_in_one_claim() -> None:
    readings = [reading([f"Report {k}."]) for k in range(2)]
    joined = apply(compared(*readings), [Correction(0, 0, Mark.SHARED)])
    (claim,) = synopsis(readings, {(0, 1): joined.links}).claims
    assert claim.tellings == (Telling(0, 0), Telling(1, 0))


def story(*texts: str) -> tuple[list[Reading], Links]:
    """Reports as Reader reads and links them."""
    readings = [read(reading([text], f"Outlet {k}").article) for k, text in enumerate(texts)]
    corpus = Corpus(readings)
    return readings, {
        (a, b): pair(corpus, a, b).links for a, b in combinations(range(len(texts)), 2)
    }


def test_figures_of_one_thing_stand_in_one_row_the_contested_first() -> None:
    found = synopsis(
        *story(
            "The fire killed 14 people. It destroyed 30 homes, officials said.",
            "The fire killed 16 people. It destroyed 30 homes, officials said.",
            "A fire killed at least 14 people and destroyed 30 homes.",
        )
    )
    rows = [
        (row.contested, [found.readings[g.article].article.text[g.fact.span.start : g.fact.span.end]
                         for g in row.given])
        for row in found.figures
    ]  # fmt: skip
    assert rows[0] == (True, ["14", "16", "at least 14"])
    assert rows[1] == (False, ["30", "30", "30"])
    assert [g.contested for g in found.figures[0].given] == [True, True, False]


@pytest.mark.parametrize(("more", "contested"), [("at least 34", True), ("at least 31", False)])
def test_figures_that_a_conflict_sets_against_each_other_are_contested(more, contested) -> None:
    readings, links = story(
        "A ferry carrying 214 people sank off Alexandria on Tuesday, killing at least 31.",
        f"A ferry with 220 people on board sank off Alexandria on Tuesday; {more} died.",
    )
    whys = {reason.why for link in links[0, 1] for reason in link.reasons if reason.differs}
    rows = synopsis(readings, links).figures
    assert any("at least" in why for why in whys) == contested
    assert any(row.contested and row.given[0].fact.value.so_far for row in rows) == contested


def test_an_article_that_gives_both_values_contradicts_neither() -> None:
    found = synopsis(
        *story(
            "The fire killed 14 people. The fire killed 16 people, doctors said later.",
            "The fire killed 16 people.",
        )
    )
    assert not any(row.contested for row in found.figures)


def test_a_quotation_is_graded_against_its_fullest_variant() -> None:
    found = synopsis(
        *story(
            '"We will rebuild this town, whatever it takes," Mayor Ann Lee said on Monday.',
            "“We will rebuild this town, whatever it takes,” Ann Lee said.",
            '"We will rebuild this town," Lee said.',
            '"We will rebuild this city, whatever it costs," Lee said.',
        )
    )
    (row,) = found.quotations
    assert row.speaker == "Ann Lee"
    grades = {variant.article: variant.grade for variant in row.variants}
    assert grades[2] == "trimmed"
    assert grades[3] == "altered" or grades[0] == "altered"
    assert row.variants[0].grade == "fullest"
    assert all(v.fact.type is FactType.QUOTATION for v in row.variants)


def test_a_headline_between_marks_is_no_utterance() -> None:
    assert not synopsis(*story("“The town that would not give up”\n\nIt rained.")).quotations


def test_whoever_watches_can_end_the_work() -> None:
    class EnoughError(Exception):
        pass

    def watch(_: str) -> None:
        raise EnoughError

    with pytest.raises(EnoughError):
        synopsis([reading(["One."])], {}, watch=watch)
