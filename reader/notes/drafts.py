"""What has been typed and not saved: in a file of its own until it is, so that nothing takes it."""

from __future__ import annotations

from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from reader.disk import write_whole
from reader.model import ReaderError, sanitise

_PRIVATE = 0o600


class Drafts:
    """The drafts that belong to a notes file, by what they are about, in a folder beside it."""

    def __init__(self, notes: Path) -> None:
        self._folder = notes.with_name(f"{notes.stem}.drafts")
        self._held: dict[str, str] = {}

    def get(self, about: str) -> str:
        """What was typed about `about`; "" where there is nothing."""
        if about not in self._held:
            try:
                self._held[about] = sanitise(self._file(about).read_text("utf-8"))
            except (OSError, UnicodeDecodeError):
                return ""
        return self._held[about]

    def keep(self, about: str, words: str) -> None:
        """Keep `words`. Raises ReaderError when that is in memory alone."""
        self._held[about] = words
        file = self._file(about)
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(file, words.encode(), _PRIVATE)
        except OSError as error:
            raise ReaderError(f"kept in memory alone: {error.strerror}") from error

    def drop(self, about: str) -> None:
        """Forget what was typed: it has been saved."""
        self._held.pop(about, None)
        with suppress(OSError):
            self._file(about).unlink()

    def _file(self, about: str) -> Path:
        # What it is about may hold what somebody else wrote: it is never a path.
        return self._folder / f"{sha256(about.encode()).hexdigest()[:20]}.txt"
