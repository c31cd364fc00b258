"""Sentences: nothing lost, nothing split at an abbreviation, the same whatever the layout."""

import textwrap
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.language.sentences import split


def sentences(text):
    return [text[start:end] for start, end in split(text)]


@pytest.mark.parametrize(
    "expected",
    [
        ["Mr. Kim met Gen. Li of the U.S. Navy.", "They spoke."],
        ["He left for the U.S.", "In Seoul, Lt. Gov. Day waited."],
        ["It began at 7 p.m. Friday.", "It ended at 9 p.m.", "Police left."],
        ["At 6 a.m. Dr. Ahn woke.", "He had slept on Jan. 5."],
        ["The F.B.I. Director spoke of Apple Inc. and of No. 5.", "Then he left."],
        ["George W. Bush and J.J. Abrams met.", "So did you and I.", "Did they?"],
        ["It was Plan B.", "Gas came in World War I.", "He ran."],
        ["It costs $3.50 at example.com or on U.S.-led ships.", "Yes."],
        ["A man from Gary, Ind. said no.", "He lives in Miami, Fla.", "Jones does not."],
        ["She felt ill.", "Robert did the wash.", "John mined ore.", "Ann slept."],
        ["“Who is it?” Mr. Lee asked.", "“It is I,” she said.", "“Come in.”", "He did."],
        ["'Stop!' he cried (they had not seen him.) and ran.", "(Nobody knew.)", "He fell."],
        ["He waited . . . and waited.", "Then he left ...", "She stayed.", "It rained…", "Hard."],
        ["SEOUL, South Korea (AP) — Kim spoke in ST. PAUL, Minn. (AP) first.", "No one came."],
        ["E! News and Yahoo! in California agreed.", "Really!", "Yes?", "No."],
        ["He read it. [12]", "It was long.[3]", "It was dull."],
        ["Key points", "• First visit", "• Second visit"],
        ["1) Buy bread", "2) Sell cake", "3) Go home"],
        ["It ends here. 👾", "While others begin.", "***", "A new part."],
        ["平壌に着いた。", "会談した。"],
    ],
)
def test_sentences_of_one_line(expected):
    assert sentences(" ".join(expected)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("and justice.In Pyongyang", ["and justice.", "In Pyongyang"]),
        ("He said “no.”The end", ["He said “no.”", "The end"]),
        ('He said "no."The end', ['He said "no."', "The end"]),
        ("born in 1999.He left", ["born in 1999.", "He left"]),
        ("Contradictions👾While they", ["Contradictions👾", "While they"]),
        ("write to Jo.Doe@example.com now", ["write to Jo.Doe@example.com now"]),
        ("see Booking.Com or Node.JS", ["see Booking.Com or Node.JS"]),
        ("Mr.Smith and J.Doe", ["Mr.Smith and J.Doe"]),
    ],
)
def test_a_stop_needs_no_space_after_it(text, expected):
    assert sentences(text) == expected


def test_lines_of_their_own_end_and_wrapped_lines_do_not():
    text = textwrap.dedent("""\
        Kim and Putin Meet

        By A. Writer
        SEOUL, South Korea (AP) — The leaders of Russia and of North Korea met on
        Tuesday in Pyongyang, the capital, for talks that lasted about two hours
        in all.
        Key points
        - First visit in
          24 years
        - Talks on trade
        1. They agreed
        2. They parted
        """)
    assert [" ".join(sentence.split()) for sentence in sentences(text)] == [
        "Kim and Putin Meet",
        "By A. Writer",
        "SEOUL, South Korea (AP) — The leaders of Russia and of North Korea met on Tuesday in "
        "Pyongyang, the capital, for talks that lasted about two hours in all.",
        "Key points",
        "- First visit in 24 years",
        "- Talks on trade",
        "1. They agreed",
        "2. They parted",
    ]


AWKWARD = st.text(
    st.sampled_from(list("aB1é.!?…,;:-–—\"'“”‘’()[]*•_@/< \n\t\r\u2028\xa0\u200b👾。")), max_size=60
)


@given(st.text(max_size=80) | AWKWARD)
def test_nothing_is_lost(text):
    end = 0
    for start, stop in split(text):
        assert end <= start < stop <= len(text)
        assert not text[end:start].strip()
        assert text[start:stop] == text[start:stop].strip()
        end = stop
    assert not text[end:].strip()


NEWS = st.lists(
    st.sampled_from(
        [
            'Mr. Kim said: "We met on Jan. 5 in the U.S. Capitol."',
            "“Is it you?” Sen. Jo Roe (D-Calif.) asked reporters at 5 p.m. Monday.",
            "It’s not about Mr. Obama.",
            "'Come in,' she said.",
            "The deal, worth $3.5 million, was signed at J.P. Morgan & Co. on Tuesday.",
            "SEOUL, South Korea (AP) — Russian President Vladimir Putin arrived in Pyongyang on "
            "Tuesday for a landmark summit – his first in 24 years, according to No. 10.",
            "What next?",
            "(See example.com for more.)",
            "They left the U.N.",
            "5 people died... and 12 were hurt.",
        ]
    ),
    min_size=1,
    max_size=12,
)


@given(NEWS, st.integers(60, 100))
def test_the_layout_changes_nothing(parts, width):
    text = " ".join(parts)
    expected = [sentence.split() for sentence in sentences(text)]
    wrapped = textwrap.fill(text, width, break_on_hyphens=False)
    assert [sentence.split() for sentence in sentences(wrapped)] == expected
    assert [sentence.split() for sentence in sentences("\n".join(sentences(text)))] == expected


@given(NEWS)
def test_quotes_are_split_alike_curly_or_straight(parts):
    text = " ".join(parts)
    straight = text.translate(str.maketrans("“”‘’", "\"\"''"))
    assert split(text) == split(straight)


@pytest.mark.parametrize(
    "unit", ["a", "a. ", ". ", '." ', "A.B", "https://a", "👾", "- a\n", "1. A ", "[1", "\n", "<a@"]
)
def test_time_grows_with_the_length_only(unit):
    def seconds(length):
        started = time.process_time()
        split(unit * (length // len(unit)))
        return time.process_time() - started

    seconds(1_000)
    assert seconds(320_000) < 100 * max(seconds(20_000), 0.002)
