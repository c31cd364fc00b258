"""Articles of one folder filed as stories inside it, and taken out again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from reader.disk import sync_folder, write_whole
from reader.library import manifest, shelf
from reader.model import ReaderError, sanitise_line
from reader.sources import toml

_JOURNALS = ".sorted"
_PLAIN = re.compile(r"[^/\\\0]+")

Moves = list[tuple[Path, Path]]


@dataclass(frozen=True, slots=True)
class Pile:
    """Articles that belong together, by their files or folders, and what to call their story."""

    name: str
    articles: tuple[Path, ...]


def file_away(folder: Path, piles: Sequence[Pile]) -> tuple[Path, ...]:
    """Make a story of each pile, in a folder of its own inside `folder`; those folders.

    What story.toml says of a file goes with it. All piles are filed or none; `take_back` undoes
    the last filing. Raises ReaderError.
    """
    taken = [path.name for path in shelf.listing(folder)]
    stories, moves = [], []
    for pile in piles:
        story = folder / shelf.free_name(pile.name, taken, "story")
        taken.append(story.name)
        stories.append(story)
        moves += [(path, story / path.name) for path in pile.articles]
    journal = folder / _JOURNALS / f"{datetime.now(UTC):%Y%m%dT%H%M%S.%fZ}.toml"
    try:
        for story, pile in zip(stories, piles, strict=True):
            story.mkdir()
            manifest.write_name(story / manifest.FILE, pile.name)
        journal.parent.mkdir(exist_ok=True)
        _write(journal, moves)
        _move(moves)
    except (OSError, ReaderError) as error:
        for story in stories:
            _clear(story)
        journal.unlink(missing_ok=True)
        raise ReaderError(f"nothing was filed: {_reason(error)}") from error
    return tuple(stories)


def take_back(folder: Path) -> int:
    """Undo the last filing in `folder`; how many articles are back. Folders left empty go.

    Raises ReaderError when there is none, or something else now stands where an article stood.
    """
    shown = sanitise_line(str(folder))
    journals = folder / _JOURNALS
    held = shelf.listing(journals) if journals.is_dir() else []
    if not held:
        raise ReaderError(f"nothing has been filed in {shown} that could be taken back")
    moves = [(goal, path) for path, goal in _read(folder, held[-1]) if goal.exists()]
    if stands := next((path for _, path in moves if path.exists()), None):
        raise ReaderError(f"{sanitise_line(str(stands))} is there again; move it away first")
    try:
        _move(moves)
        held[-1].unlink()
    except OSError as error:
        raise ReaderError(f"cannot take back what was filed: {_reason(error)}") from error
    for story in {goal.parent for goal, _ in moves}:
        _clear(story)
    return len(moves)


def _move(moves: Moves) -> None:
    """Move all or nothing, each with what its story.toml says of it."""
    folders = {place.parent for move in moves for place in move}
    tables = [folder / manifest.FILE for folder in folders]
    was = {table: table.read_bytes() for table in tables if table.exists()}
    done: Moves = []
    try:
        for path, goal in moves:
            path.rename(goal)
            done.append((path, goal))
            manifest.move_entry(path.parent, goal.parent, path.name)
    except (OSError, ReaderError):
        for path, goal in reversed(done):
            goal.rename(path)
        for table, said in was.items():
            write_whole(table, said)
        raise
    for folder in folders:
        sync_folder(folder)


def _clear(story: Path) -> None:
    """Remove the folder of a story that holds nothing but what Reader wrote into it."""
    if story.is_dir() and {path.name for path in story.iterdir()} <= {manifest.FILE}:
        (story / manifest.FILE).unlink(missing_ok=True)
        story.rmdir()


def _write(journal: Path, moves: Moves) -> None:
    import tomli_w

    lines = [{"story": goal.parent.name, "article": path.name} for path, goal in moves]
    write_whole(journal, tomli_w.dumps({"moved": lines}).encode("utf-8", "surrogateescape"))


def _read(folder: Path, journal: Path) -> Moves:
    shown = sanitise_line(str(journal))
    try:
        written = toml.parse(journal.read_bytes().decode("utf-8", "surrogateescape"), shown)
    except OSError as error:
        raise ReaderError(f"cannot read {shown}: {error.strerror}") from error
    moves = []
    for line in written.get("moved", []):
        match line:
            case {"story": str(story), "article": str(name)} if _inside(story) and _inside(name):
                moves.append((folder / name, folder / story / name))
            case _:
                raise ReaderError(f"cannot read {shown}: not as Reader wrote it")
    return moves


def _inside(name: str) -> bool:
    return bool(_PLAIN.fullmatch(name)) and name not in (".", "..")


def _reason(error: OSError | ReaderError) -> str:
    if isinstance(error, ReaderError):
        return str(error)
    return sanitise_line(f"{error.filename}: {error.strerror}")
