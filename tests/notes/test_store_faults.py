"""A store whose file is broken, newer, refused by the system or replaced loses no note."""

import os
import resource
from contextlib import contextmanager

import pytest

from reader.model import ReaderError
from reader.notes import disk
from reader.notes.disk import BACKUPS, backup
from reader.notes.store import NoteStore
from tests.notes.made import ids, minute, note, on_disk

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


@contextmanager
def unprivileged(folder):
    """Let the tests read in a folder and not write, even when root runs them."""
    user = os.geteuid()
    folders = [folder, *folder.parents]
    modes = {each: each.stat().st_mode & 0o7777 for each in (folders if user == 0 else [folder])}
    if user == 0:
        for each, mode in modes.items():
            each.chmod(mode | 0o55)
        for each in folder.iterdir():
            each.chmod(0o644)
    folder.chmod(0o555)
    os.seteuid(user or 65534)
    try:
        yield
    finally:
        os.seteuid(user)
        for each, mode in modes.items():
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
