"""What the reporter takes away is moved aside, and can be had back."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from reader.disk import sync_folder
from reader.model import ReaderError, sanitise_line

FOLDER = ".trash"


def remove(path: Path) -> Path:
    """Take an article, a version of one, a loose file or a whole story away; where it now lies.

    It lies beside where it was, in a hidden folder, under the time of its removal.
    Raises ReaderError when it cannot be moved.
    """
    if not path.exists():
        raise ReaderError(f"cannot remove {sanitise_line(str(path))}: No such file or directory")
    path = path if path.name else path.resolve()
    aside = path.parent / FOLDER / f"{datetime.now(UTC):%Y%m%dT%H%M%S.%fZ}"
    return _move(path, aside / path.name, "remove")


def restore(removed: Path) -> Path:
    """Put back what `remove` took away, `removed` being where it lies; where it is again.

    Raises ReaderError when something else has taken its place meanwhile, or it cannot be moved.
    """
    if removed.parent.parent.name != FOLDER:
        raise ReaderError(f"{sanitise_line(str(removed))} was not removed by Reader")
    back = removed.parent.parent.parent / removed.name
    if back.exists():
        raise ReaderError(f"{sanitise_line(str(back))} is there again; move it away first")
    _move(removed, back, "put back")
    _tidy(removed.parent)
    return back


def _move(path: Path, goal: Path, what: str) -> Path:
    try:
        goal.parent.mkdir(parents=True, exist_ok=True)
        path.rename(goal)
        sync_folder(goal.parent)
        sync_folder(path.parent)
    except OSError as error:
        _tidy(goal.parent)
        shown = sanitise_line(str(path))
        raise ReaderError(f"cannot {what} {shown}: {error.strerror}") from error
    return goal


def _tidy(aside: Path) -> None:
    """Take away what is empty of the folders in which something lay, or should have lain, aside."""
    for folder in (aside, aside.parent):
        if FOLDER in (folder.name, folder.parent.name):
            with suppress(OSError):
                folder.rmdir()
