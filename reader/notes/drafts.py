"""What has been typed and not saved: in a file of its own until it is, so that nothing takes it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from reader.disk import write_whole
from reader.model import ReaderError, sanitise

if TYPE_CHECKING:
    from filelock import BaseFileLock

_PRIVATE = 0o600


class Drafts:
    """The drafts that belong to a notes file, by what they are about, in a folder beside it.

    Each Reader that runs has a seat, a number that it holds by a lock as long as it lives, and
    the drafts in files of that number: two that write about the same keep two drafts. What one
    that is gone has left belongs to the next who asks for it.
    """

    def __init__(self, notes: Path) -> None:
        self._folder = notes.with_name(f"{notes.stem}.drafts")
        self._held: dict[str, str] = {}
        self._taken: tuple[int, BaseFileLock] | None = None

    def get(self, about: str) -> str:
        """What was typed about `about`; "" where there is nothing."""
        if about not in self._held and self._folder.is_dir():
            try:
                self._inherit(about)
                self._held[about] = sanitise(self._file(about).read_text("utf-8"))
            except (OSError, ValueError):
                return ""
        return self._held.get(about, "")

    def keep(self, about: str, words: str) -> None:
        """Keep `words`. Raises ReaderError when that is in memory alone."""
        self._held[about] = words
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            write_whole(self._file(about), words.encode(), _PRIVATE)
        except OSError as error:
            raise ReaderError(f"kept in memory alone: {error.strerror}") from error

    def drop(self, about: str) -> None:
        """Forget what was typed: it has been saved."""
        self._held.pop(about, None)
        if self._folder.is_dir():
            with suppress(OSError):
                self._file(about).unlink()

    @property
    def _seat(self) -> int:
        if self._taken is None:
            locks = ((seat, self._lock(seat)) for seat in count(1))
            self._taken = next((seat, lock) for seat, lock in locks if lock)
        return self._taken[0]

    def _lock(self, seat: int) -> BaseFileLock | None:
        """The lock of a seat, held; None where another Reader has it."""
        from filelock import FileLock, Timeout

        lock = FileLock(self._folder / f"{seat}.lock")
        try:
            lock.acquire(timeout=0)
        except Timeout:
            return None
        except OSError:
            # Where a folder has no locks, all who share it have the first seat.
            pass
        return lock

    def _inherit(self, about: str) -> None:
        """Make a draft our own that a Reader has left, unless we have one."""
        own = self._file(about)
        if own.exists():
            return
        for left in sorted(self._folder.glob(f"{_name(about)}-[0-9]*.txt")):
            with self._vacant(int(left.stem.rpartition("-")[2])) as vacant:
                if vacant:
                    left.replace(own)
                    return

    @contextmanager
    def _vacant(self, seat: int) -> Iterator[bool]:
        """Whether nobody has a seat, and keep it so; made for `with`."""
        lock = self._lock(seat)
        try:
            yield lock is not None
        finally:
            if lock:
                lock.release()

    def _file(self, about: str) -> Path:
        return self._folder / f"{_name(about)}-{self._seat}.txt"


def _name(about: str) -> str:
    # What it is about may hold what somebody else wrote: it is never a path.
    return sha256(about.encode()).hexdigest()[:20]
