"""What the process that parses answers comes through whole, and nothing in it is run."""

import pickle
from dataclasses import fields
from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import Article, sanitise, sanitise_line
from reader.sources import Source
from reader.sources.answers import packed, unpacked

SOURCE = Source(b"the bytes", "page.html", "page")
MOST = 100_000

zones = st.sampled_from([None, UTC, timezone(timedelta(hours=-3, minutes=-30), "NST")])
moments = st.none() | st.dates() | st.datetimes(timezones=zones)
lines = st.text(max_size=20).map(sanitise_line)
articles = st.builds(
    Article,
    text=st.text(st.characters(), max_size=60).map(sanitise),
    sha256=lines,
    outlet=lines,
    headline=lines,
    byline=lines,
    dateline=lines,
    credit=lines,
    published=moments,
    url=lines,
    retrieved=st.none() | st.datetimes(timezones=zones),
    path=st.just("page.html"),
    updated=moments,
    left_out=st.lists(lines, max_size=3).map(tuple),
    raw=st.sampled_from([SOURCE.raw, b"one\x00", b"\xff" * 9]),
)


def come(head: bytes, rest: bytes = b""):
    return unpacked(BytesIO(len(head).to_bytes(8) + head + rest), SOURCE, MOST)


@settings(max_examples=60)
@given(st.lists(articles, max_size=3) | lines | st.none())
def test_an_answer_comes_through_whole(answer):
    pieces = packed(answer, SOURCE)
    found = unpacked(BytesIO(b"".join(pieces)), SOURCE, MOST)
    assert found == answer
    if isinstance(answer, list):
        assert [each.raw for each in found] == [each.raw for each in answer]


def test_every_field_that_a_parser_can_know_travels():
    told = {field.name for field in fields(Article)} - {"earlier", "place"}
    known = Article(**{
        name: (datetime(2024, 6, 18, 9, tzinfo=UTC) if name in ("published", "updated", "retrieved")
               else ("a",) if name == "left_out" else b"r" if name == "raw"
               else "page.html" if name == "path" else name)
        for name in told
    })  # fmt: skip
    (found,) = unpacked(BytesIO(b"".join(packed([known], SOURCE))), SOURCE, MOST)
    assert all(getattr(found, name) == getattr(known, name) for name in told)


def test_what_is_answered_is_sanitised_whatever_became_of_the_parser():
    answer = packed([Article("te\x1b[2Jxt", "0", "\x9bA\nP", path="/etc/passwd")], SOURCE)
    (found,) = unpacked(BytesIO(b"".join(answer)), SOURCE, MOST)
    assert (found.text, found.outlet) == ("te�[2Jxt", sanitise_line("\x9bA\nP"))
    assert found.path == "page.html"
    assert unpacked(BytesIO(b"".join(packed("no\x1b", SOURCE))), SOURCE, MOST) == "no�"


class Boom:
    def __reduce__(self):
        return (pytest.fail, ("it was run",))


@pytest.mark.parametrize(
    "head",
    [
        pickle.dumps([Boom()]),
        b"",
        b"{}",
        b"[1]",
        b"[{}]",
        b'[{"text": 3}]',
        b"[" * 50_000,
        b"7",
        b"[[]]",
        packed([Article("t", "0", "AP")], SOURCE)[1].replace(b'"raw": 0', b'"raw": -1'),
        packed([Article("t", "0", "AP")], SOURCE)[1].replace(b'"raw": 0', b'"raw": 999999'),
        packed([Article("t", "0", "AP")], SOURCE)[1].replace(b'"raw": 0', b'"raw": "x"'),
    ],
)
def test_what_is_no_answer_is_refused(head):
    with pytest.raises(ValueError, match=r"no answer|too large"):
        come(head)


@pytest.mark.parametrize("cut", [0, 7, 8, 20, -1])
def test_an_answer_that_breaks_off_is_known_as_such(cut):
    whole = b"".join(packed([Article("t", "0", "AP", raw=b"own")], SOURCE))
    with pytest.raises(EOFError):
        unpacked(BytesIO(whole[:cut]), SOURCE, MOST)


def test_an_answer_of_more_bytes_than_there_may_be_is_not_waited_for():
    with pytest.raises(ValueError, match="too large"):
        unpacked(BytesIO((MOST + 1).to_bytes(8)), SOURCE, MOST)
