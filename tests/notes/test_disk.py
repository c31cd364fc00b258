"""Notes in folders that cannot do all that a disk can."""

import errno
import fcntl
import os
import stat

import pytest

from reader.notes.store import NoteStore
from tests.notes.made import note


@pytest.mark.filterwarnings("ignore:flock not supported")
@pytest.mark.parametrize("number", [errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS])
def test_a_network_folder_without_locks_takes_notes(number, tmp_path, monkeypatch):
    def refuse(*_):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(fcntl, "flock", refuse)
    NoteStore(tmp_path / "notes.toml").put(note("n1"))
    assert [kept.id for kept in NoteStore(tmp_path / "notes.toml").notes] == ["n1"]


def test_a_folder_that_cannot_be_synced_takes_notes(tmp_path, monkeypatch):
    real = os.fsync

    def refuse(handle):
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        real(handle)

    monkeypatch.setattr(os, "fsync", refuse)
    NoteStore(tmp_path / "notes.toml").put(note("n1"))
    assert [kept.id for kept in NoteStore(tmp_path / "notes.toml").notes] == ["n1"]
