"""Articles of one folder filed as stories inside it, and taken out again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from reader.disk import is_folder, read_whole, sync_folder, write_whole
from reader.library import manifest, shelf
from reader.library.rewriting import move_entries, write_name
from reader.library.staging import move_back
from reader.model import ReaderError, sanitise_line
from reader.sources import toml
from reader.sources.intake import LARGEST

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
    if not piles:
        return ()
    taken = [path.name for path in shelf.listing(folder)]
    stories, moves = [], []
    for pile in piles:
        story = folder / shelf.free_name(pile.name, taken, "story")
        taken.append(story.name)
        stories.append(story)
        moves += [(path, story / path.name) for path in pile.articles]
    journal = folder / _JOURNALS / f"{datetime.now(UTC):%Y%m%dT%H%M%S.%fZ}.toml"
    made: list[Path] = []
    try:
        for story, pile in zip(stories, piles, strict=True):
            story.mkdir()
            made.append(story)
            write_name(story / manifest.FILE, pile.name)
        journal.parent.mkdir(exist_ok=True)
        _write(journal, moves)
        _move(moves)
    except BaseException as error:
        _clear(made)
        if not any(story.exists() for story in made):
            with suppress(OSError):
                journal.unlink()
        if isinstance(error, OSError | ReaderError):
            raise ReaderError(f"nothing was filed: {_reason(error)}") from error
        raise
    return tuple(stories)


def take_back(folder: Path) -> int:
    """Undo the last filing in `folder`; how many articles are back. Folders left empty go.

    Raises ReaderError when there is none, or something else now stands where an article stood.
    """
    shown = sanitise_line(str(folder))
    journals = folder / _JOURNALS
    held = shelf.listing(journals) if is_folder(journals) else []
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
    _clear({goal.parent for goal, _ in moves})
    return len(moves)


def _move(moves: Moves) -> None:
    """Move all or nothing, each with what its story.toml says of it."""
    between: dict[tuple[Path, Path], list[str]] = {}
    for path, goal in moves:
        between.setdefault((path.parent, goal.parent), []).append(path.name)
    tables = {folder / manifest.FILE for pair in between for folder in pair}
    was = {table: read_whole(table, LARGEST) if table.exists() else None for table in tables}
    try:
        for path, goal in moves:
            path.rename(goal)
        for (here, there), names in between.items():
            move_entries(here / manifest.FILE, there / manifest.FILE, names)
        for table in tables:
            sync_folder(table.parent)
    except BaseException:
        move_back(moves)
        for table, said in was.items():
            with suppress(OSError):
                table.unlink(missing_ok=True) if said is None else write_whole(table, said)
        raise


def _clear(stories: Iterable[Path]) -> None:
    """Remove those folders of stories that hold nothing but what Reader wrote into them."""
    for story in stories:
        with suppress(OSError):
            if {path.name for path in story.iterdir()} <= {manifest.FILE}:
                (story / manifest.FILE).unlink(missing_ok=True)
                story.rmdir()


def _write(journal: Path, moves: Moves) -> None:
    import tomli_w

    lines = [{"story": goal.parent.name, "article": path.name} for path, goal in moves]
    write_whole(journal, tomli_w.dumps({"moved": lines}).encode("utf-8", "surrogateescape"))


def _read(folder: Path, journal: Path) -> Moves:
    """The moves that a journal tells. Raises ReaderError for one that Reader did not write."""
    moves = []
    written = toml.load(journal, required=True, errors="surrogateescape").get("moved")
    for line in written if isinstance(written, list) else [written]:
        match line:
            case {"story": str(story), "article": str(name)} if _inside(folder, story, name):
                moves.append((folder / name, folder / story / name))
            case _:
                shown = sanitise_line(str(journal))
                raise ReaderError(f"cannot read {shown}: not as Reader wrote it")
    return moves


def _inside(folder: Path, *names: str) -> bool:
    """Whether each is the name of something in `folder`, or would be, and leads nowhere else."""
    plain = all(_PLAIN.fullmatch(name) and name not in (".", "..") for name in names)
    return plain and not any((folder / name).is_symlink() for name in names)


def _reason(error: OSError | ReaderError) -> str:
    if isinstance(error, ReaderError):
        return str(error)
    return sanitise_line(f"{error.filename}: {error.strerror}")
