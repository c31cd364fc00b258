"""A notes file is checked without being touched, and mended without anything getting lost."""

import pytest

from reader.model import ReaderError
from reader.notes.check import check, repair
from reader.notes.disk import backup
from reader.notes.store import NoteStore
from tests.notes.made import note
from tests.notes.test_store import ids


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "notes.toml"
    store = NoteStore(path)
    for id in ("n1", "n2", "n3"):
        store.put(note(id))
    return path


def files(path):
    found = (each for each in path.parent.iterdir() if not each.name.endswith(".lock"))
    return {each.name: each.read_bytes() for each in found}


def test_a_sound_file_has_nothing_to_mend(path):
    before = files(path)
    assert check(path) == ()
    assert repair(path) == ()
    assert files(path) == before


def test_of_a_broken_file_what_can_be_read_is_kept_and_the_rest_too(path):
    broken = path.read_bytes().replace(b'id = "n2"', b'id = "n2')
    path.write_bytes(broken)
    NoteStore(path).put(note("n4"))
    before = files(path)
    assert "line" in check(path)[0]
    assert any("recovery" in line for line in check(path))
    assert files(path) == before

    done = repair(path)
    assert "notes.broken-1.toml" in done[0]
    assert check(path) == ()
    assert ids(NoteStore(path)) == {"n1", "n3", "n4"}
    assert b'id = "n2' in path.with_name("notes.broken-1.toml").read_bytes()
    assert broken in [backup(path, number).read_bytes() for number in (1, 2, 3)]


def test_a_missing_file_comes_back_from_the_newest_backup_that_can_be_read(path):
    NoteStore(path).put(note("n4"))
    path.unlink()
    backup(path, 2).write_bytes(backup(path, 1).read_bytes())
    backup(path, 1).write_bytes(b"[[")
    assert "is missing" in check(path)[0]
    assert "brought back from notes.backup-2.toml" in repair(path)[0]
    assert ids(NoteStore(path)) == {"n1", "n2", "n3"}


def test_the_second_note_of_an_id_gets_another(path):
    path.write_bytes(path.read_bytes().replace(b'"n2"', b'"n1"'))
    assert "n1 stands here twice" in check(path)[0]
    (done,) = repair(path)
    assert done.startswith("the second note n1 is now n")
    assert check(path) == ()
    assert len(NoteStore(path).notes) == 3


def test_what_a_killed_writer_left_is_told_and_removed(path):
    left = path.with_name(".notes.toml.0123.tmp")
    left.write_text("half a no")
    assert "half written: 1" in check(path)[0]
    repair(path)
    assert not left.exists()
    assert check(path) == ()


def test_what_a_newer_reader_wrote_is_left_alone(path):
    path.write_bytes(path.read_bytes().replace(b"format = 1", b"format = 2"))
    before = files(path)
    assert "newer Reader" in check(path)[0]
    assert repair(path) == ()
    assert files(path) == before


def test_a_folder_in_place_of_the_file_is_told(tmp_path):
    path = tmp_path / "notes.toml"
    path.mkdir()
    assert "Is a directory" in check(path)[0]
    with pytest.raises(ReaderError, match="cannot mend"):
        repair(path)
