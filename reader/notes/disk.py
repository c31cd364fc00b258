"""The backups of a file, what killed writers leave beside it, and the lock that writers share."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from glob import escape
from pathlib import Path
from typing import TYPE_CHECKING

from reader.model import ReaderError

if TYPE_CHECKING:
    from filelock import BaseFileLock

BACKUPS = 10
_LOCK_SECONDS = 10.0
_POLL_SECONDS = 0.005
_NO_LOCKS = (errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS)


def leftovers(path: Path) -> list[Path]:
    """The temporary files that writers of `path` left when they were killed."""
    return list(path.parent.glob(f".{escape(path.name)}.*.tmp"))


def sweep(path: Path) -> None:
    """Remove these files."""
    for left in leftovers(path):
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
    from filelock import Timeout

    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        lock = _acquired(path)
    except Timeout:
        raise ReaderError(f"{path}: another Reader is writing it; try again") from None
    try:
        yield
    finally:
        lock.release()


def _acquired(path: Path) -> BaseFileLock:
    """The lock of `path`, held: the system's, or where a network folder has none, a file's."""
    from filelock import FileLock, SoftFileLock

    lock: BaseFileLock = FileLock(f"{path}.lock", timeout=_LOCK_SECONDS)
    try:
        lock.acquire(poll_interval=_POLL_SECONDS)
    except OSError as error:
        if error.errno not in _NO_LOCKS:
            raise
        lock = SoftFileLock(f"{path}.held", timeout=_LOCK_SECONDS)
        lock.acquire(poll_interval=_POLL_SECONDS)
    return lock
