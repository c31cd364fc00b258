"""What differs between two linked sentences: found where it is, and nowhere else."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader import sources
from reader.compare import Corpus, conflicts, pair
from reader.compare.channels import Lines, lines
from reader.compare.conflicts import Judge, Judgement, judge
from reader.language import read
from reader.model import Article, Mark, sanitise

TYPES = {"number", "date", "place", "person", "polarity", "status", "quote"}
DIFFER = [
    (
        "number",
        "Police said 23 people were arrested after the riot in Leeds on Monday.",
        "Police said 26 people were arrested after the riot in Leeds on Monday.",
        ("23", "26"),
    ),
    (
        "date",
        "The minister resigned on Tuesday after a vote in parliament, his office said.",
        "The minister resigned on Wednesday after a vote in parliament, his office said.",
        ("Tuesday", "Wednesday"),
    ),
    (
        "person",
        "The prize was given to Maria Lindqvist, a chemist from Uppsala, on Monday evening.",
        "The prize was given to Maria Okafor, a chemist from Uppsala, on Monday evening.",
        ("Lindqvist", "Okafor"),
    ),
    (
        "polarity",
        "The company was warned about the leak before the dam gave way last year.",
        "The company was not warned about the leak before the dam gave way last year.",
        ("warned", "not"),
    ),
    (
        "quote",
        "“We reject his message and we will never pay for it,” the former president said.",
        "“We reject his visit and we will never pay for it,” the former president said.",
        ("message", "visit"),
    ),
]

AGREE = [
    ("More than 20 people were killed in the blast.", "The blast killed 24 people."),
    ("It is his first visit in 24 years.", "He last came 24 years ago, five reports say."),
    ("Kim Jong Un met the president on Tuesday.", "Kim Jong-un met the president on Tuesday."),
    ("The talks were held in June.", "The talks were held on 18 June."),
    (
        "“We reject his message,” the former president said on Monday.",
        "“We reject his message and we will never pay for it,” the former president said.",
    ),
    ("About 1,000 soldiers crossed the border.", "Some 1,020 soldiers crossed the border."),
]


def said(text: str) -> Lines:
    return lines(read(Article(text, "0", "AP")))


def judged(a: str, b: str) -> Judgement:
    return judge(said(a), 0, said(b), 0, 1.0)


@pytest.mark.parametrize(
    ("one", "other"),
    [("rose", "fell"), ("was acquitted", "was convicted"), ("accepted", "rejected")],
)
def test_a_word_that_gave_way_to_its_opposite_is_a_conflict(one, other):
    line = "The price of the shares that the court in Leeds {} on Monday evening, reports said."
    found = judged(line.format(one), line.format(other))
    assert [reason.type for reason in found.reasons] == ["polarity"]
    assert found.reasons[0].why.endswith(f"{one.split()[-1]} / {other.split()[-1]}")


@pytest.mark.parametrize(("kind", "a", "b", "words"), DIFFER)
def test_a_changed_slot_is_a_conflict_with_its_spans(kind, a, b, words):
    found = judged(a, b)
    assert found.kind is Mark.CONFLICT
    reason = next(reason for reason in found.reasons if reason.type == kind)
    assert words[0] in reason.a.of(a)
    assert words[1] in reason.b.of(b)
    assert reason.why.endswith(f"{reason.a.of(a)} / {reason.b.of(b)}")


@pytest.mark.parametrize(("a", "b"), AGREE)
def test_compatible_sentences_agree(a, b):
    assert judged(a, b) == Judgement(Mark.SHARED, 1.0)


@pytest.mark.parametrize(("a", "b"), [(a, b) for _, a, b, _ in DIFFER] + AGREE)
def test_judging_from_the_other_side_gives_the_mirror(a, b):
    forth, back = judged(a, b), judged(b, a)
    assert forth.kind is back.kind
    assert forth.reasons == tuple(reason.mirrored() for reason in back.reasons)


def test_a_copied_sentence_contradicts_nothing_however_else_the_articles_put_it():
    love = "There are going to be many people that love the new statue in the square."
    hate = "There are going to be many people that hate the new statue in the square."
    both = said(f"{love} {hate}")
    assert judge(both, 0, both, 1, 1.0).kind is Mark.SHARED


ALTERED = (
    "“It is time that we bring these people home before the winter,” Ms Lindqvist said.",
    "As Anna Okafor said: “It is time that we bring these people back before the winter.”",
)


def test_a_quotation_is_altered_whoever_is_thought_to_have_spoken_it():
    found = judged(*ALTERED)
    assert found.kind is Mark.CONFLICT
    assert [reason.type for reason in found.reasons] == ["quote"]


def test_of_two_utterances_of_which_one_report_has_both_neither_is_altered():
    again = "She added: “I say that we bring these people back before the thaw.”"
    both = judge(said(f"{ALTERED[0]} {again}"), 0, said(ALTERED[1]), 0, 1.0)
    assert both.confidence < judged(*ALTERED).confidence


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "“He gave himself up to the police just after 6 p.m.,” the officer said.",
            "“He gave himself up to the police just after 6:00 p.m.,” said the officer.",
        ),
        (
            "“We should look for ways to mend it, not to weaken it,” she said in June.",
            "She said in June: “We should look for ways to mend [the law], not to weaken it.”",
        ),
        (
            "The mayor asked former French President Jean Rossi what he thought of it.",
            "Jean Rossi, the former president of France, said nothing of it to the mayor.",
        ),
    ],
    ids=["the hour without its minutes", "what a reporter adds in brackets", "an old title"],
)
def test_what_is_put_otherwise_is_no_conflict(a, b):
    assert judged(a, b).kind is Mark.SHARED


@pytest.mark.parametrize(
    ("a", "b", "differ"),
    [
        ("Catherine Gomes", "Katherine Gomes", True),
        ("Catherine Gomes", "Katherine", True),
        ("Steven Hiller", "Steven Hillier", True),
        ("David Rossi", "Dave Rossi", False),
        ("House Democrats", "House Democratic", False),
    ],
)
def test_a_name_written_in_two_ways_is_told_from_two_forms_of_a_name(a, b, differ):
    one = judged(f"Police said {a}, 61, was found in her flat.", f"The victim was {b}, 61.")
    other = judged(f"Police said {b}, 61, was found in her flat.", f"The victim was {a}, 61.")
    assert [found.kind is Mark.CONFLICT for found in (one, other)] == [differ, differ]


@pytest.mark.parametrize(
    ("a", "b", "why"),
    [
        (
            "The mayor met police official David Rossi in the old town hall.",
            "Among them was David Rossi, a former senior official in Leeds.",
            "official: police official / former senior official",
        ),
        (
            "Anna Okafor worked as the associate director of the museum and saw the books.",
            "When she began to talk, Anna Okafor was deputy associate director there.",
            "director: associate director / deputy associate director",
        ),
    ],
)
def test_one_person_is_in_one_post(a, b, why):
    assert [reason.why for reason in judged(a, b).reasons] == [why]


def test_what_is_well_done_in_one_report_and_ill_in_the_other_is_a_conflict():
    a = "The inspector said that the climber was well equipped for the hut on the ridge."
    b = "He fell on the ice below the ridge, an ill-equipped climber in hired boots."
    assert judged(a, b).reasons[0].why == "equipped: well equipped / ill-equipped"


def test_a_figure_is_said_to_count_what_stands_in_the_text_and_one_counts_nothing():
    flood = "The flood closed four bridges in the town on Monday."
    why = [
        {reason.why for reason in (*found.reasons, *found.doubts)}
        for other in ("Six bridges", "One bridge")
        for found in [judged(flood, f"{other} in the town had to be closed by the police.")]
    ]
    assert why == [{"bridges: four / Six"}, set()]


def test_what_two_people_have_are_two_figures_and_who_tells_it_has_none():
    a = "In the poll on the tax in Leeds, {} 11 percent of those who were asked."
    b = "{} 12 percent, the poll on the tax that was taken in Leeds shows."
    own = judged(a.format("David Rossi won"), b.format("Anna Okafor had"))
    told = judged(a.format("David Rossi said, it was"), b.format("Anna Okafor said it was"))
    assert own == Judgement(Mark.SHARED, 1.0)
    assert [reason.type for reason in (*told.reasons, *told.doubts)] == ["number"]


SUNK = (
    "A ferry carrying 214 people sank off Alexandria on Tuesday, killing at least {}.",
    "A ferry with 220 people on board sank off Alexandria on Tuesday; at least {} {}.",
)


def test_every_figure_of_a_lead_is_set_against_the_one_that_counts_the_same():
    found = judged(SUNK[0].format(31), SUNK[1].format(34, "died"))
    assert {reason.why for reason in found.reasons} == {
        "people: 214 / 220",
        "dead: at least 31 / at least 34",
    }


def test_the_dead_are_not_set_against_the_hurt():
    found = judged(SUNK[0].format(31), SUNK[1].format(34, "were injured"))
    assert {reason.why for reason in (*found.reasons, *found.doubts)} == {"people: 214 / 220"}


STATED = [
    (
        "In May she told the mayor that she had not provided false figures to the council.",
        "An auditor asks why the treasurer gave false or misleading figures to the council.",
        "provided: had not provided / gave",
    ),
    (
        "The council has debated the parking rule at length, but has not formally overturned it.",
        "The council overturned a parking rule of the year before, to loud applause.",
        "overturned: has not formally overturned / overturned",
    ),
    (
        "The ministry denied that the ferry was overloaded.",
        "Survivors said the ferry was overloaded.",
        "overloaded: denied that the ferry was overloaded / overloaded",
    ),
    (
        "The ferry was not overloaded, the ministry said.",
        "The ferry was overloaded, survivors said.",
        "overloaded: was not overloaded / overloaded",
    ),
]


@pytest.mark.parametrize(("nay", "yea", "why"), STATED)
def test_what_one_report_states_and_the_other_negates_is_a_conflict(nay, yea, why):
    assert judged(nay, yea).reasons[0].why == why


@pytest.mark.parametrize(
    ("nay", "yea"),
    [
        (STATED[0][0], "An auditor asks whether she provided false figures to the council."),
        (STATED[0][0], "She has never provided false figures to the council, says her lawyer."),
        ("He heard no shot.", "He did not hear a shot, but heard a noise in the yard."),
        (STATED[2][0], "The ferry was not overloaded, the ministry said."),
        (STATED[2][0], "Survivors said the ferry could be overloaded."),
    ],
)
def test_what_is_left_open_or_negated_too_is_none(nay, yea):
    assert judged(nay, yea).kind is Mark.SHARED


def test_an_unlikely_link_is_judged_with_less_confidence():
    _, a, b, _ = DIFFER[0]
    assert judge(said(a), 0, said(b), 0, 0.5).confidence < judged(a, b).confidence


@pytest.fixture(scope="module")
def seeds():
    folder = Path(__file__).parents[2] / "seeds"
    corpus = Corpus([read(sources.read(path)[0]) for path in sorted(folder.glob("*.txt"))])
    compared = [pair(corpus, a, b) for a, b in combinations(range(5), 2)]
    return [
        (
            reason.type,
            {reason.a.of(c.a.reading.article.text), reason.b.of(c.b.reading.article.text)},
        )
        for c in compared
        for link in c.links
        if link.kind is Mark.CONFLICT
        for reason in link.reasons
        if reason.type in TYPES
    ]


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("polarity", "denied any transfer of arms", "has been supplying military equipment"),
        ("polarity", "denied any arms trade", "may be providing North Korea"),
        ("status", "talks", "expected to engage"),
    ],
)
def test_the_sample_story_contradicts_itself_where_an_editor_says_so(seeds, kind, one, other):
    assert any(
        kind == type_ and any(one in w for w in words) and any(other in w for w in words)
        for type_, words in seeds
    )


def test_the_sample_story_agrees_on_figures_and_names(seeds):
    assert {type_ for type_, _ in seeds} <= {"polarity", "status"}


VOCABULARY = """
    police said not 23 26 killed on Monday Tuesday “ ” . , Maria Okafor denied will in June
    accused of the first was planned arrested Leeds $5 million
"""
WORDS = st.lists(st.sampled_from(VOCABULARY.split()), min_size=1, max_size=25).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(WORDS, WORDS)
def test_any_two_sentences_are_judged_with_spans_inside_them_and_mirror(a, b):
    left, right = said(sanitise(a)), said(sanitise(b))
    for i, one in enumerate(left.reading.sentences):
        for j, other in enumerate(right.reading.sentences):
            forth, back = judge(left, i, right, j, 0.9), judge(right, j, left, i, 0.9)
            assert forth.reasons == tuple(reason.mirrored() for reason in back.reasons)
            assert (forth.kind is Mark.SHARED) == (not forth.reasons)
            for reason in forth.reasons:
                assert one.span.start <= reason.a.start < reason.a.end <= one.span.end
                assert other.span.start <= reason.b.start < reason.b.end <= other.span.end


def test_what_may_be_said_on_another_day_is_less_a_conflict_where_a_report_names_both_days():
    a = "The minister gave up her seat on Tuesday after the vote on schools."
    b = "After the vote on schools the minister of Leeds gave up her old seat on Wednesday."
    more = "On Tuesday she had asked for time."
    alone = judge(said(a), 0, said(b), 0, 1.0)
    beside = judge(said(a), 0, said(f"{b} {more}"), 0, 1.0)
    assert [reason.type for reason in (*alone.reasons, *alone.doubts)] == ["date"]
    assert beside.confidence < alone.confidence or beside.kind is not Mark.CONFLICT


def test_a_quotation_altered_in_what_another_sentence_matches_better_is_doubted():
    a = said(ALTERED[0])
    b = said(f"{ALTERED[1]} {ALTERED[0].replace('Ms Lindqvist', 'she')}")
    story = conflicts.Testimony((a, b))
    alone = Judge(story, 0, 1).links([(0, 0)], np.array([[0.8, 0.1]]))
    beaten = Judge(story, 0, 1).links([(0, 0)], np.array([[0.8, 1.0]]))
    assert beaten[0, 0].confidence < alone[0, 0].confidence


def test_a_report_without_a_date_is_reckoned_from_the_day_of_the_other():
    next_year = "The host will return to the awards for a second time next year, he said Friday."
    this_year = "The host will present this year's awards."
    dated = Article(next_year, "0", "AP", published=date(2013, 8, 2))
    story = conflicts.Testimony((lines(read(dated)), said(this_year)))
    assert [d.type for d in Judge(story, 0, 1).differences(0, 0)] == ["date"]
    agreed = conflicts.Testimony((lines(read(dated)), said(this_year.replace("this", "next"))))
    assert Judge(agreed, 0, 1).differences(0, 0) == []
