"""A store loses no note, whatever happens to its file."""

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import Mark
from reader.notes.store import NoteStore
from tests.notes.made import ids, note, notes, on_disk, override

# What is put is there ------------------------------------------------------------------------


def test_what_is_put_is_on_the_disk(path):
    store = NoteStore(path)
    store.put(note("n1"))
    store.put(note("n2"))
    store.put(note("n1", "Checked."))
    store.put_override(override())
    assert NoteStore(path).notes == store.notes == (note("n1", "Checked."), note("n2"))
    assert NoteStore(path).overrides == (override(),)
    assert not store.unsaved
    assert path.stat().st_mode & 0o77 == 0


def test_what_is_taken_away_is_gone(path):
    store = NoteStore(path)
    store.put(note("n1"))
    store.put_override(override())
    store.delete("n1")
    store.delete("n9")
    store.remove_override(override())
    assert (NoteStore(path).notes, NoteStore(path).overrides) == ((), ())


def test_an_override_is_known_by_its_two_passages_in_either_order(path):
    store = NoteStore(path)
    store.put_override(override(Mark.SHARED))
    turned = override(None)
    store.put_override(type(turned)(turned.b, turned.a, None, turned.created))
    assert [held.kind for held in store.overrides] == [None]


@settings(max_examples=25)
@given(note=notes)
def test_any_note_is_kept(note, tmp_path_factory):
    path = tmp_path_factory.mktemp("notes") / "notes.toml"
    NoteStore(path).put(note)
    assert NoteStore(path).notes == (note,)


def test_a_lone_surrogate_does_no_harm(path):
    store = NoteStore(path)
    store.put(note("n1", "a\ud800\x1b[2J"))
    assert store.notes[0].text == NoteStore(path).notes[0].text == "a\ufffd\ufffd[2J"


# Two writers ---------------------------------------------------------------------------------


def test_two_stores_see_each_others_notes(path):
    a, b = NoteStore(path), NoteStore(path)
    a.put(note("n1"))
    b.put(note("n2"))
    assert ids(b) == {"n1", "n2"}
    assert a.reload()
    assert not a.reload()
    assert a.notes == b.notes
    b.delete("n1")
    a.put(note("n3"))
    assert ids(a) == {"n2", "n3"}


@pytest.mark.parametrize(("theirs", "ours", "wins"), [(1, 2, "ours"), (2, 1, "theirs")])
def test_the_later_version_of_a_note_stands_and_keeps_the_other(path, theirs, ours, wins):
    a = NoteStore(path)
    a.put(note("n1"))
    b = NoteStore(path)
    a.put(note("n1", "theirs", theirs))
    b.put(note("n1", "ours", ours))
    a.reload()
    assert a.notes == b.notes == NoteStore(path).notes
    assert b.notes[0].text == wins
    (other,) = b.notes[0].extra["history"]
    assert {other["text"], wins} == {"ours", "theirs"}


def test_an_edit_of_what_has_changed_meanwhile_keeps_both(path):
    store = NoteStore(path)
    store.put(note("n1", "first"))
    store.put(note("n1", "second", 1))
    third = store.reconciled(note("n1", "third", 2), was=note("n1", "first"))
    assert third.text == "third"
    assert [version["text"] for version in third.extra["history"]] == ["second"]
    same = note("n1", "third", 2)
    assert store.reconciled(same, was=note("n1", "second", 1)) == same


def test_a_clock_that_goes_backwards_costs_no_version(path):
    a = NoteStore(path)
    a.put(note("n1", "by the fast clock", 60))
    b = NoteStore(path)
    b.put(note("n1", "after it was set back", 1))
    assert a.reload()
    assert a.get("n1").text == NoteStore(path).get("n1").text == "after it was set back"


def test_a_change_outlives_a_deletion(path):
    a = NoteStore(path)
    a.put(note("n1"))
    b = NoteStore(path)
    a.put(note("n1", "changed", 1))
    b.delete("n1")
    assert b.get("n1") == note("n1", "changed", 1)
    a.delete("n1")
    b.put(note("n1", "again", 2))
    assert b.get("n1") == NoteStore(path).get("n1") == note("n1", "again", 2)


steps = st.lists(
    st.tuples(st.booleans(), st.sampled_from(["n1", "n2", "n3"]), st.booleans()), max_size=12
)


@settings(max_examples=25)
@given(steps)
def test_two_writers_end_with_the_same_notes(tmp_path_factory, steps):
    path = tmp_path_factory.mktemp("notes") / "notes.toml"
    stores = NoteStore(path), NoteStore(path)
    last = {}
    for time, (first, id, look) in enumerate(steps):
        if look:
            stores[first].reload()
        stores[first].put(note(id, str(time), time))
        last[id] = str(time)
    for store in stores:
        store.reload()
    assert stores[0].notes == stores[1].notes
    assert {held.id: held.text for held in stores[0].notes} == last


def test_a_change_that_leaves_time_and_size_alone_is_not_overwritten(path):
    store = NoteStore(path)
    store.put(note("n1", "open"))
    before = path.stat()
    with path.open("r+b") as file:
        data = file.read().replace(b'text = "open"', b'text = "shut"')
        file.seek(0)
        file.write(data)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    store.put(note("n2"))
    assert on_disk(path)["n1"]["text"] == "shut"


def test_an_editors_comment_survives_the_changes_to_other_notes(path):
    store = NoteStore(path)
    store.put(note("n1"))
    store.put(note("n2"))
    path.write_text(path.read_text().replace('id = "n1"', 'id = "n1"  # ask Kirby'))
    store.put(note("n2", "changed", 1))
    assert "# ask Kirby" in path.read_text()


@pytest.mark.parametrize(
    "spoil", [lambda path: path.unlink(), lambda path: path.write_bytes(b"\n")]
)
def test_an_emptied_file_empties_nothing(path, spoil):
    store = NoteStore(path)
    store.put(note("n1"))
    spoil(path)
    store.reload()
    store.put(note("n2"))
    assert on_disk(path).keys() == {"n1", "n2"}


def test_an_entry_that_makes_no_sense_is_told_and_stays(path):
    path.parent.mkdir()
    path.write_text("[[note]]\nid = 7\n")
    store = NoteStore(path)
    assert "`id` is not text" in store.faults[0]
    assert str(path) in store.faults[0]
    store.put(note("n1"))
    assert path.read_text().startswith("format = 1\n\n[[note]]\nid = 7\n")
