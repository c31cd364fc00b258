"""Undo and redo bring every state of the session back, and never undo what others did."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import ReaderError
from reader.notes.history import History
from reader.notes.store import NoteStore
from tests.notes.made import note, override


@pytest.fixture
def store(tmp_path):
    return NoteStore(tmp_path / "notes.toml")


def state(store):
    return {held.id: held for held in store.notes}, set(map(repr, store.overrides))


steps = st.lists(
    st.tuples(st.booleans(), st.lists(st.integers(0, 4), min_size=1, max_size=3, unique=True)),
    max_size=8,
)


@settings(max_examples=25)
@given(steps)
def test_undo_and_redo_walk_through_every_state(tmp_path_factory, steps):
    store = NoteStore(tmp_path_factory.mktemp("notes") / "notes.toml")
    history = History(store)
    states = [state(store)]
    for time, (put, numbers) in enumerate(steps):
        values = [note(f"n{n}", str(time), time) if n else override(a=time) for n in numbers]
        (history.put if put else history.delete)(*values)
        if state(store) != states[-1]:
            states.append(state(store))
    for before in states[-2::-1]:
        assert history.undo()
        assert state(store) == before
    assert history.undo() is None
    for after in states[1:]:
        assert history.redo()
        assert state(store) == after
    assert history.redo() is None
    assert state(NoteStore(store.path)) == state(store)


def test_a_new_change_ends_what_could_be_redone(store):
    history = History(store)
    history.put(note("n1"))
    history.undo()
    history.put(note("n2"))
    assert history.redo() is None
    assert [held.id for held in store.notes] == ["n2"]


def test_what_was_changed_elsewhere_is_not_undone(store):
    history = History(store)
    history.put(note("n1"))
    history.put(note("n2"))
    NoteStore(store.path).put(note("n2", "theirs", 1))
    with pytest.raises(ReaderError, match="n2 was changed elsewhere"):
        history.undo()
    assert store.get("n2").text == "theirs"
    history.undo()
    assert [held.id for held in store.notes] == ["n2"]


def test_an_edit_of_what_was_changed_elsewhere_keeps_both(store):
    history = History(store)
    history.put(note("n1"))
    NoteStore(store.path).put(note("n1", "theirs", 1))
    store.reload()
    history.edit(note("n1", "ours", 2), was=note("n1"))
    assert store.get("n1").text == "ours"
    assert store.get("n1").extra["history"][0]["text"] == "theirs"
    history.undo()
    assert store.get("n1").text == "theirs"


def test_a_change_that_could_not_be_saved_can_be_undone(store):
    history = History(store)
    store.path.mkdir()
    with pytest.raises(ReaderError):
        history.put(note("n1"))
    store.path.rmdir()
    history.undo()
    assert store.notes == ()


def test_an_edit_is_no_older_than_what_it_edits(store):
    history = History(store)
    history.put(note("n1", "by the fast clock", 60))
    history.edit(note("n1", "after it was set back", 1), note("n1", "by the fast clock", 60))
    assert store.get("n1") == note("n1", "after it was set back", 60)
