"""A store loses no note, whatever happens to its file."""

import os
import resource
import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import Mark, ReaderError
from reader.notes import disk
from reader.notes.disk import BACKUPS, backup
from reader.notes.store import NoteStore
from tests.notes.made import minute, note, notes, override


@pytest.fixture
def path(tmp_path):
    return tmp_path / "new" / "notes.toml"


def ids(store):
    return {held.id for held in store.notes}


def on_disk(path):
    return {each["id"]: each for each in tomllib.loads(path.read_text("utf-8")).get("note", [])}


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


# Broken files, newer files -------------------------------------------------------------------


def test_a_broken_file_stays_and_a_recovery_file_takes_over(path):
    path.parent.mkdir()
    path.write_text("format = 1\n[[note]\n")
    store = NoteStore(path)
    (fault,) = store.faults
    assert "line 2" in fault
    assert "notes.recovery.toml" in fault
    store.put(note("n1"))
    assert not store.unsaved
    assert path.read_text() == "format = 1\n[[note]\n"
    assert ids(NoteStore(path)) == {"n1"}

    path.write_text(path.read_text().replace("[[note]\n", ""))
    for mended in (store, NoteStore(path)):
        mended.reload()
        assert (ids(mended), mended.faults) == ({"n1"}, ())
    store.put(note("n2"))
    assert on_disk(path).keys() == {"n1", "n2"}
    assert not path.with_name("notes.recovery.toml").exists()


def test_a_file_that_breaks_in_the_session_costs_no_note(path):
    store = NoteStore(path)
    store.put(note("n1"))
    path.write_text("[[note]]\nid = ")
    assert not store.reload()
    assert store.unsaved
    store.put(note("n2"))
    assert on_disk(path.with_name("notes.recovery.toml")).keys() == {"n1", "n2"}


def test_two_stores_share_the_recovery_file(path):
    path.parent.mkdir()
    path.write_text("[[")
    a, b = NoteStore(path), NoteStore(path)
    a.put(note("n1"))
    b.put(note("n2"))
    a.put(note("n3"))
    assert ids(NoteStore(path)) == {"n1", "n2", "n3"}


def test_a_newer_file_is_read_and_left_alone(path):
    NoteStore(path).put(note("n1"))
    path.write_text(path.read_text().replace("format = 1", "format = 2"))
    newer = path.read_text()
    store = NoteStore(path)
    assert ids(store) == {"n1"}
    assert not store.unsaved
    assert "newer Reader" in store.faults[0]
    store.put(note("n2"))
    assert path.read_text() == newer
    assert ids(NoteStore(path)) == {"n1", "n2"}


# What the file system refuses ----------------------------------------------------------------


def refused(store, id="n9"):
    with pytest.raises(ReaderError) as error:
        store.put(note(id))
    assert id in ids(store)
    assert store.unsaved
    assert "\n" not in str(error.value)
    return str(error.value)


def test_a_directory_in_place_of_the_file(path):
    path.mkdir(parents=True)
    store = NoteStore(path)
    assert "Is a directory" in store.faults[0]
    assert "Is a directory" in refused(store)
    path.rmdir()
    store.save()
    assert not store.unsaved
    assert on_disk(path).keys() == {"n9"}


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="no such permissions here")
def test_a_folder_that_may_not_be_written(path):
    store = NoteStore(path)
    store.put(note("n1"))
    with unprivileged(path.parent):
        assert "ermission denied" in refused(store)
    store.save()
    assert on_disk(path).keys() == {"n1", "n9"}


class unprivileged:  # noqa: N801
    """A folder in which the tests may read and not write, even when root runs them."""

    def __init__(self, folder):
        self.folders = [folder, *folder.parents]
        self.modes = [each.stat().st_mode & 0o7777 for each in self.folders]
        self.user = os.geteuid()

    def __enter__(self):
        if self.user == 0:
            for each, mode in zip(self.folders, self.modes, strict=True):
                each.chmod(mode | 0o55)
            for each in self.folders[0].iterdir():
                each.chmod(0o644)
        self.folders[0].chmod(0o555)
        os.seteuid(self.user or 65534)

    def __exit__(self, *_):
        os.seteuid(self.user)
        for each, mode in zip(self.folders, self.modes, strict=True):
            if self.user == 0 or each == self.folders[0]:
                each.chmod(mode)


def test_a_full_disk(path):
    store = NoteStore(path)
    store.put(note("n1"))
    before = path.read_bytes()
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) // 2, limits[1]))
    try:
        assert "cannot write" in refused(store)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert path.read_bytes() == before
    assert not list(path.parent.glob("*.tmp"))
    store.put(note("n2"))
    assert on_disk(path).keys() == {"n1", "n9", "n2"}


def test_a_file_that_another_does_not_let_go(path, monkeypatch):
    monkeypatch.setattr(disk, "_LOCK_SECONDS", 0)
    store = NoteStore(path)
    with disk.locked(path):
        assert "another Reader" in refused(store)
    store.put(note("n2"))
    assert on_disk(path).keys() == {"n9", "n2"}


def test_what_a_killed_writer_left_is_swept_away(path):
    store = NoteStore(path)
    store.put(note("n1"))
    left = path.with_name(".notes.toml.0123.tmp")
    left.write_text("half a no")
    store.put(note("n2"))
    assert not left.exists()


# Backups -------------------------------------------------------------------------------------


def test_each_session_leaves_a_backup_and_ten_are_kept(path):
    for session in range(BACKUPS + 3):
        store = NoteStore(path)
        store.put(note(f"n{session}"))
        store.put(note(f"n{session}", "changed", 1))
    kept = [backup(path, number) for number in range(1, BACKUPS + 2)]
    assert [each.exists() for each in kept] == [True] * BACKUPS + [False]
    assert len(on_disk(kept[0])) == BACKUPS + 2
    assert len(on_disk(kept[-2])) == 3


def test_what_someone_else_wrote_is_backed_up_before_it_is_written_over(path):
    store = NoteStore(path)
    store.put(note("n1"))
    theirs = path.read_text().replace("Check.", "Theirs.")
    path.write_text(theirs)
    store.put(note("n1", "Ours.", 5))
    assert backup(path, 1).read_text() == theirs


def test_who_may_read_the_file_stays_as_it_was(path):
    store = NoteStore(path)
    store.put(note("n1"))
    path.chmod(0o640)
    store.put(note("n2"))
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_link_to_the_file_stays_a_link(path, tmp_path):
    path.parent.mkdir()
    link = tmp_path / "link.toml"
    link.symlink_to(path)
    NoteStore(link).put(note("n1", at=3))
    assert link.is_symlink()
    assert NoteStore(path).notes[0].updated == minute(3)


def test_what_cannot_be_read_outlives_a_note_of_its_id(path):
    NoteStore(path).put(note("n1"))
    path.write_text(path.read_text().replace('status = "open"', 'status = "sleeping"'))
    store = NoteStore(path)
    assert store.notes == ()
    store.put(note("n1", "another", 3))
    assert 'status = "sleeping"' in path.read_text()
    assert [held.text for held in NoteStore(path).notes] == ["another"]
