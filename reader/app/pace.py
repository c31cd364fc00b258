"""How far the work is, and how long the rest of it will take."""

from __future__ import annotations

from reader.app.work import Progress

_SOON = 10
"""Seconds of waiting that are not worth a word."""


class Pace:
    """Follows one kind of work after another; `said` puts it in words."""

    def __init__(self) -> None:
        self.progress: Progress | None = None
        self._left = 0.0
        self._since = 0.0

    def follow(self, progress: Progress | None, now: float) -> None:
        """Take in how far the work is at the time `now`, in seconds; None when it is over."""
        before, self.progress = self.progress, progress
        if progress is None:
            return
        if before is None or before.what != progress.what or progress.done < before.done:
            self._since = now
        taken = now - self._since
        self._left = taken / progress.done * (progress.total - progress.done) if taken else 0.0

    @property
    def said(self) -> str:
        """What is done, how far, and how long the rest takes if that is worth saying; or ""."""
        if self.progress is None:
            return ""
        said = f"{self.progress.what} {self.progress.done} of {self.progress.total}"
        if self._left < _SOON:
            return said
        minutes = round(self._left / 60)
        return f"{said}, {f'{minutes} min' if minutes else 'a minute at most'} left"
