"""New folders appear in a story all at once, when all of them are written, or not at all."""

from __future__ import annotations

import re
import secrets
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from time import time

from reader.disk import settle, sync_folder

_DAY = 86_400
_STAGED = re.compile(r"\.adding-[0-9a-f]{8}")


class Stage:
    """What is to change in a story, all of it at once."""

    def __init__(self, story: Path, folder: Path, *, new: bool) -> None:
        self._story = story
        self._folder = folder
        self._new = new
        self.moves: list[tuple[Path, Path]] = [(folder, story)] if new else []
        self.gone: list[Path] = []

    def room_for(self, goal: Path) -> Path:
        """Where to write what shall stand at `goal` in the story."""
        if self._new:
            return self._folder / goal.relative_to(self._story)
        self.moves.append((self._folder / str(len(self.moves)), goal))
        return self.moves[-1][0]

    def let_go(self, path: Path) -> None:
        """Have the file at `path` no more."""
        # Not onto the stage: a file that cannot be put back must not go with it.
        self.gone.append(path.with_name(f".gone-{secrets.token_hex(4)}"))
        self.moves.append((path, self.gone[-1]))


@contextmanager
def staged(story: Path) -> Iterator[Stage]:
    """Give a stage to prepare changes of `story` on; made for `with`, at whose end they happen.

    When the block raises, or something cannot be moved, `story` is as it was, and is not there
    if it was not. Raises OSError.
    """
    story.parent.mkdir(parents=True, exist_ok=True)
    new = not story.exists()
    home = story.parent if new else story
    _sweep(home)
    folder = home / f".adding-{secrets.token_hex(4)}"
    folder.mkdir()
    stage = Stage(story, folder, new=new)
    try:
        yield stage
        settle()
        _move(stage.moves)
        for path in stage.gone:
            with suppress(OSError):
                path.unlink()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _sweep(folder: Path) -> None:
    """Remove what was staged here by a program that was killed, and has lain for a day."""
    for left in filter(lambda path: _STAGED.fullmatch(path.name), folder.iterdir()):
        # Another Reader may sweep here too.
        with suppress(FileNotFoundError):
            if time() - left.lstat().st_mtime > _DAY:
                shutil.rmtree(left, ignore_errors=True)


def _move(moves: list[tuple[Path, Path]]) -> None:
    made: list[Path] = []
    try:
        for here, goal in moves:
            with suppress(FileExistsError):
                goal.parent.mkdir()
                made.append(goal.parent)
            here.rename(goal)
            sync_folder(goal.parent)
    except BaseException:
        move_back(moves)
        for folder in reversed(made):
            with suppress(OSError):
                folder.rmdir()
        raise


def move_back(moves: Sequence[tuple[Path, Path]]) -> None:
    """Move what has been moved, as far as that went, back to where it was.

    What cannot be moved back stays, and keeps the rest from nothing.
    """
    for here, goal in reversed(moves):
        if not here.exists():
            with suppress(OSError):
                goal.rename(here)
