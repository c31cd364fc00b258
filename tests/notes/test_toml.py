"""The notes file reads back as it was written, and keeps what it cannot make sense of."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Note, Override, ReaderError
from reader.notes.entries import entry, key
from reader.notes.toml import HEAD, parse, render
from tests.notes import made

NOTE = b'[[note]]\nid = "n1"\ncreated = 2026-01-01T00:00:00Z\nupdated = 2026-01-01T00:00:00Z\n'
PASSAGE = b'[[note.passage]]\narticle = "a"\nexact = "b"\nstart = 1\nend = 2\n'


def values(data: bytes) -> list[Note | Override | None]:
    return [held.value for held in parse(data).entries.values()]


@given(
    st.lists(made.notes, max_size=4, unique_by=key),
    st.lists(made.overrides, max_size=2, unique_by=key),
)
def test_any_notes_and_overrides_read_back_as_they_were(notes, overrides):
    entries = [entry(value) for value in (*notes, *overrides)]
    data = render(HEAD, entries)
    assert values(data) == [*notes, *overrides]
    assert tomllib.loads(data.decode()).keys() <= {"format", "note", "override"}


@given(made.notes)
def test_any_layout_of_the_same_toml_says_the_same(note):
    block = render(HEAD, [entry(note)])
    inline = b'title = "[[note]]"\n' + block.replace(b"\n", b"\r\n")
    assert values(inline) == [note]


def test_an_entry_keeps_its_own_toml():
    commented = HEAD + NOTE + b'text = """\n[note]\n"""  # mine\n' + PASSAGE + b"# end\n"
    document = parse(commented)
    assert render(document.head, document.entries.values()) == commented


def test_a_heading_inside_a_text_is_text():
    (note,) = values(HEAD + NOTE + b'text = """\n[[note]]\n"""\n' + PASSAGE)
    assert note.text == "[[note]]\n"
    assert note.passages[0].exact == "b"


def test_notes_in_a_list_are_read_too():
    data = b'note = [{id = "n1", created = 2026-01-01T00:00:00Z, updated = 2026-01-01, x = 1}]\n'
    document = parse(data)
    assert document.faults == ("n1: `updated` is not a time; it is kept as it is",)
    assert (
        tomllib.loads(render(document.head, document.entries.values()).decode())["note"]
        == (tomllib.loads(data.decode())["note"])
    )


def test_unknown_keys_survive_at_every_level():
    data = (
        b"mine = 1\n[table]\nhere = true\n"
        + NOTE
        + b"colour = 7\n[note.deep]\nlist = [1, {a = 2}]\n"
        + PASSAGE
        + b'page = "A1"\n'
    )
    document = parse(data)
    (held,) = document.entries.values()
    again = tomllib.loads(render(document.head, [entry(held.value)]).decode())
    known = tomllib.loads(data.decode())
    assert again["format"] == 1
    assert (again["mine"], again["table"]) == (1, {"here": True})
    assert again["note"][0]["deep"] == known["note"][0]["deep"]
    assert again["note"][0]["colour"] == 7
    assert again["note"][0]["passage"][0]["page"] == "A1"


def test_a_table_of_mine_after_a_note_is_not_the_notes():
    document = parse(HEAD + NOTE + b"[mine]\nhere = true\n")
    (held,) = document.entries.values()
    again = tomllib.loads(render(document.head, [entry(held.value)]).decode())
    assert again["mine"] == {"here": True}


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        (NOTE.replace(b'"n1"', b'"a b"'), "`id` may hold letters, digits and hyphens only"),
        (NOTE.replace(b"id =", b"name ="), "`id` is missing"),
        (NOTE.replace(b"2026-01-01T00:00:00Z", b'"yesterday"', 1), "`created` is not a time"),
        (NOTE + b"tags = 3\n", "`tags` is not a list"),
        (NOTE + b"tags = [3]\n", "`tags` holds something that is not text"),
        (NOTE + b'status = "done"\n', "`status` is none of open"),
        (NOTE + b"text = 3\n", "`text` is not text"),
        (NOTE + b"checked_on = 3\n", "`checked_on` is not a date"),
        (NOTE + b"passage = [3]\n", "`passage` is not a table"),
        (NOTE + PASSAGE.replace(b"start = 1", b"start = true"), "`start` is not a whole number"),
        (NOTE + PASSAGE.replace(b"end = 2", b"end = 0"), "`end` comes before `start`"),
        (NOTE + PASSAGE + b"rival = 2\n", "`rival` is not a number from 0 to 1"),
        (b'[[override]]\nkind = "maybe"\n', "`kind` is none of"),
        (
            b'[[override]]\nkind = "none"\ncreated = 2026-01-01T00:00:00Z\n',
            "an override has two passages",
        ),
    ],
)
def test_a_wrong_entry_is_told_and_kept_word_for_word(entry, fault):
    right = NOTE.replace(b"n1", b"n2")
    document = parse(HEAD + entry + right)
    assert len(document.faults) == 1
    assert fault in document.faults[0]
    assert render(document.head, document.entries.values()) == HEAD + entry + right
    assert [value.id for value in values(HEAD + entry + right) if value] == ["n2"]


def test_the_second_note_of_an_id_is_told_and_kept():
    document = parse(HEAD + NOTE + NOTE)
    assert document.faults == ("note n1 stands here twice; the second is kept as it is",)
    assert render(document.head, document.entries.values()) == HEAD + NOTE + NOTE


def test_of_two_notes_of_an_id_the_one_that_can_be_read_stands():
    odd = NOTE + b'status = "sleeping"\n'
    for data in (HEAD + odd + NOTE, HEAD + NOTE + odd):
        assert [value.id for value in values(data) if value] == ["n1"]
        document = parse(data)
        assert len(document.faults) == 1
        assert len(render(b"", document.entries.values())) == len(odd + NOTE)


def test_texts_are_sanitised_and_keep_their_lines():
    data = NOTE + b'text = "a\\u001b]0;b\\u0007\\nc"\nmine = ["\\u202e"]\n' + PASSAGE
    (note,) = values(data + b'outlet = "A\\u009bP\\n"\n')
    assert note.text == "a\ufffd]0;b\ufffd\nc"
    assert note.extra == {"mine": ["\ufffd"]}
    assert note.passages[0].outlet == "A\ufffdP"


def test_a_time_without_a_zone_counts_from_utc():
    (note,) = values(NOTE.replace(b"00Z", b"00"))
    assert note.created.isoformat() == "2026-01-01T00:00:00+00:00"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"format = 1\n[[note]\n", "line 2"),
        (b'format = 1\ntext = "\xff"\n', "not UTF-8 text at line 2"),
        (b"note = 3\n", "`note` is not a list of tables"),
        (b"note = [1]\n", "`note` is not a list of tables"),
        (b"a = " + b"[" * 100_000, "not TOML"),
    ],
)
def test_what_is_no_notes_file_is_refused_with_its_line(data, told):
    with pytest.raises(ReaderError, match=told) as error:
        parse(data)
    assert "\n" not in str(error.value)


def test_a_newer_format_is_noticed():
    assert parse(b"format = 2\n").newer
    assert parse(b'format = "next"\n').newer
    assert not parse(NOTE).newer
