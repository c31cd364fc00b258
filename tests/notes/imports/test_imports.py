"""Notes come in from other files as they were, once, and never in place of what is newer."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import ReaderError
from reader.notes.exports import form
from reader.notes.imports import Joined, join, notes_in
from reader.notes.store import NoteStore
from tests.notes.made import note, notes, override
from tests.notes.test_store import ids

some = st.lists(notes, max_size=3, unique_by=lambda note: note.id)


def plain(note):
    """The note without keys of others, whose dates JSON has no word for."""
    passages = tuple(replace(one, extra={}) for one in note.passages)
    return replace(note, extra={}, passages=passages)


@pytest.mark.parametrize("name", ["json", "jsonld"])
@settings(max_examples=50)
@given(notes=some)
def test_what_goes_out_comes_back(name, notes):
    known = [plain(note) for note in notes]
    found = notes_in(form(name).write(known, "Notes").encode())
    assert (found.notes, found.faults) == (tuple(known), ())


@settings(max_examples=25)
@given(notes=some)
def test_any_notes_can_be_kept_after_they_came_back(notes, tmp_path_factory):
    path = tmp_path_factory.mktemp("notes") / "notes.toml"
    store = NoteStore(path)
    join(store, notes_in(form("json").write(notes, "Notes").encode()).notes)
    assert NoteStore(path).notes == store.notes
    assert ids(store) == {note.id for note in notes}


def test_a_notes_file_can_be_brought_in(tmp_path):
    other = NoteStore(tmp_path / "other.toml")
    other.put(note("n1"))
    other.put_override(override())
    assert notes_in(other.path.read_bytes()).notes == (note("n1"),)


@pytest.fixture
def store(tmp_path):
    store = NoteStore(tmp_path / "notes.toml")
    store.put(note("n1", "here", at=5))
    return store


def test_of_two_versions_the_later_stands_and_the_other_is_kept(store):
    older, newer = note("n1", "older", at=1), note("n1", "newer", at=9)
    assert join(store, [older, note("n2")]) == Joined(added=1, changed=1, same=0)
    assert store.get("n1").text == "here"
    assert join(store, [older, note("n2")]) == Joined(added=0, changed=0, same=2)
    assert join(store, [newer]) == Joined(added=0, changed=1, same=0)
    assert store.get("n1").text == "newer"
    texts = {version["text"] for version in store.get("n1").extra["history"]}
    assert texts == {"older", "here"}


HYPOTHESIS = {
    "id": "aBc-1_2",
    "created": "2024-06-18T10:00:00.123456+00:00",
    "updated": "2024-06-19T10:00:00+00:00",
    "user": "acct:anna@hypothes.is",
    "uri": "https://www.ap.example/visit",
    "text": "Is that so?",
    "tags": ["arms"],
    "group": "__world__",
    "document": {"title": ["A visit"]},
    "target": [
        {
            "source": "https://www.ap.example/visit",
            "selector": [
                {"type": "RangeSelector", "startContainer": "/div[1]", "endOffset": 3},
                {"type": "TextPositionSelector", "start": 118, "end": 142},
                {"type": "TextQuoteSelector", "exact": "24 years", "prefix": "in ", "suffix": "."},
            ],
        }
    ],
}


@pytest.mark.parametrize(
    "data",
    [
        json.dumps({"total": 1, "rows": [HYPOTHESIS]}),
        json.dumps([HYPOTHESIS]),
        json.dumps(HYPOTHESIS),
        f"{json.dumps(HYPOTHESIS)}\n\n{json.dumps(HYPOTHESIS)}\n",
    ],
)
def test_hypothesis_annotations_come_in(data, tmp_path):
    found = notes_in(data.encode())
    assert found.faults == ()
    one = found.notes[0]
    assert one.id == "h-aBc-1-2"
    assert (one.text, one.tags) == ("Is that so?", ("arms",))
    assert one.updated == datetime(2024, 6, 19, 10, tzinfo=UTC)
    assert one.extra["hypothesis"]["user"] == "acct:anna@hypothes.is"
    (place,) = one.passages
    assert (place.exact, place.prefix, place.suffix) == ("24 years", "in ", ".")
    assert (place.url, place.headline, place.outlet) == (
        "https://www.ap.example/visit",
        "A visit",
        "ap.example",
    )
    store = NoteStore(tmp_path / "notes.toml")
    assert join(store, found.notes) == Joined(1, 0, 0)
    assert join(store, found.notes) == Joined(0, 0, 1)


def test_a_hypothesis_note_on_a_whole_page_keeps_its_address():
    page = HYPOTHESIS | {"target": [{"source": HYPOTHESIS["uri"]}], "text": None}
    (one,) = notes_in(json.dumps([page]).encode()).notes
    assert one.passages == ()
    assert one.extra["hypothesis"]["uri"] == HYPOTHESIS["uri"]


def test_annotations_of_other_programs_come_in():
    foreign = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "http://example.org/anno1",
        "type": "Annotation",
        "created": "2024-06-18T10:00:00Z",
        "bodyValue": "Ask.",
        "target": {
            "source": "https://ap.example/visit",
            "selector": {"type": "TextQuoteSelector", "exact": "24 years"},
        },
    }
    (one,) = notes_in(json.dumps(foreign).encode()).notes
    assert one.text == "Ask."
    assert one.passages[0].exact == "24 years"
    assert one.passages[0].url == "https://ap.example/visit"
    assert notes_in(json.dumps(foreign).encode()).notes[0].id == one.id


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"{", "not JSON"),
        (b'{"a": 1}', "no notes that can be read"),
        (b"[1]", "no notes that can be read"),
        (b'{"a":' * 100_000, "too deep"),
        (b"\xff\xfe\x00", "not"),
        (b'[{"a": 1}\n{"b": 2}]', "line 2, column 1"),
    ],
)
def test_what_holds_no_notes_is_refused(data, told):
    with pytest.raises(ReaderError, match=told) as error:
        notes_in(data)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"created": "yesterday"}, "`created` is not a time"),
        ({"created": "2024-06-18T10:00:00+00:00:30"}, "off by seconds"),
        ({"text": 3}, "`text` is not text"),
        ({"mine": 2**64}, "`mine` is too large a number"),
        ({"mine": [None]}, "`mine` is nothing that TOML can hold"),
        ({"passage": [{"article": "a", "exact": "b", "start": 2**64, "end": 2**65}]}, "too large"),
        ({"passage": [3]}, "not a table"),
        ({"passage": 3}, "not a list"),
    ],
)
def test_a_note_that_makes_no_sense_is_told_and_passed_over(change, told):
    value = json.loads(form("json").write([note("n1"), note("n2")], "Notes"))
    value["notes"][0] |= change
    found = notes_in(json.dumps(value).encode())
    assert [one.id for one in found.notes] == ["n2"]
    assert told in found.faults[0]


def annotation(text, exact, **more):
    selector = {"type": "TextQuoteSelector", "exact": exact}
    target = {"source": "https://ap.example/1", "selector": selector}
    body = {"type": "TextualBody", "value": text}
    return (
        {"type": "Annotation", "created": "2025-01-01T00:00:00Z", "body": body}
        | more
        | {"target": target}
    )


def test_annotations_without_a_name_are_each_a_note_of_its_own(store):
    given = [annotation("one", "a b"), annotation("two", "c d"), annotation("one", "a b")]
    notes = notes_in(json.dumps(given).encode()).notes
    assert join(store, notes) == Joined(added=2, changed=0, same=0)
    assert {"one", "two"} <= {note.text for note in store.notes}


def test_of_two_versions_in_one_file_none_is_lost(tmp_path):
    store = NoteStore(tmp_path / "notes.toml")
    join(store, [note("n1", "later", at=9), note("n1", "earlier", at=5)])
    (kept,) = store.notes
    assert (kept.text, [was["text"] for was in kept.extra["history"]]) == ("later", ["earlier"])


def test_a_number_too_long_to_read_is_told():
    with pytest.raises(ReaderError, match="too long"):
        notes_in(b'{"notes": ' + b"1" * 5000 + b"}")
