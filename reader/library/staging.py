"""New folders appear in a story all at once, when all of them are written, or not at all."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import time

from reader.disk import settle, sync_folder

_DAY = 86_400


@contextmanager
def staged(story: Path) -> Iterator[Callable[[Path], Path]]:
    """Give, for each place in `story`, one to write to; made for `with`, at whose end they move.

    When the block raises, or something cannot be moved, `story` is as it was, and is not there
    if it was not. Raises OSError.
    """
    story.parent.mkdir(parents=True, exist_ok=True)
    new = not story.exists()
    key = secrets.token_hex(4)
    stage = story.with_name(f".{story.name}.{key}") if new else story / f".adding-{key}"
    _sweep(stage.parent, stage.name.removesuffix(key))
    stage.mkdir()
    moves: list[tuple[Path, Path]] = []

    def room_for(goal: Path) -> Path:
        if new:
            return stage / goal.relative_to(story)
        moves.append((stage / str(len(moves)), goal))
        return moves[-1][0]

    try:
        yield room_for
        settle()
        if new:
            stage.rename(story)
            sync_folder(story.parent)
        else:
            _move(moves)
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _sweep(folder: Path, prefix: str) -> None:
    """Remove what was staged here by a program that was killed, and has lain for a day."""
    for left in folder.iterdir():
        if left.name.startswith(prefix) and time() - left.stat().st_mtime > _DAY:
            shutil.rmtree(left, ignore_errors=True)


def _move(moves: list[tuple[Path, Path]]) -> None:
    done: list[tuple[Path, Path]] = []
    try:
        for here, goal in moves:
            goal.parent.mkdir(parents=True, exist_ok=True)
            here.rename(goal)
            done.append((here, goal))
            sync_folder(goal.parent)
    except BaseException:
        for here, goal in reversed(done):
            goal.rename(here)
        raise
