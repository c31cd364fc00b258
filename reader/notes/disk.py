"""Files that are replaced whole or not at all, their backups, and the lock that writers share."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from reader.model import ReaderError

BACKUPS = 10
_LOCK_SECONDS = 10.0


def real(path: Path) -> Path:
    """The file that `path` leads to, through any links."""
    return Path(os.path.realpath(path))


def write_whole(path: Path, data: bytes, mode: int = 0o666) -> os.stat_result:
    """Put `data` in place of `path`, on the disk before this returns; OSError leaves all as it was.

    A new file gets `mode`, less the umask; one that was there keeps its own, and a link to it
    leads to the new one. Returns what the file system says of the new file.
    """
    path = real(path)
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        with os.fdopen(
            os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, mode), "wb"
        ) as file:
            with suppress(FileNotFoundError):
                shutil.copymode(path, temporary)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            stat = os.fstat(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)
    return stat


def _sync_folder(folder: Path) -> None:
    # Without this a power cut can undo the renaming; Windows has no such call and needs none.
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def sweep(path: Path) -> None:
    """Remove the temporary files that writers of `path` left when they were killed."""
    for left in path.parent.glob(f".{path.name}.*.tmp"):
        left.unlink(missing_ok=True)


def backup(path: Path, number: int) -> Path:
    """Where the backup of `path` that is `number` steps old stands: 1 is the newest."""
    return path.with_name(f"{path.stem}.backup-{number}{path.suffix}")


def keep_backup(path: Path) -> None:
    """Make `path` as it is the newest of its ten backups, if it is there at all."""
    if not path.exists():
        return
    _make_room(path)
    try:
        os.link(path, backup(path, 1))
    except OSError:
        shutil.copy2(path, backup(path, 1))


def retire(path: Path, into: Path) -> None:
    """Move `path` away to be the newest backup of `into`."""
    _make_room(into)
    path.replace(backup(into, 1))


def _make_room(path: Path) -> None:
    for number in range(BACKUPS - 1, 0, -1):
        with suppress(FileNotFoundError):
            backup(path, number).replace(backup(path, number + 1))


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Keep other writers of `path` out, in this process and in others; made for `with`.

    Raises ReaderError when another writer does not let go, OSError when no lock can be had.
    """
    from filelock import FileLock, Timeout

    path.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(path.with_name(path.name + ".lock"), timeout=_LOCK_SECONDS)
    try:
        lock.acquire(poll_interval=0.005)
    except Timeout:
        raise ReaderError(f"{path}: another Reader is writing it; try again") from None
    try:
        yield
    finally:
        lock.release()
