"""The stories that were opened last, so that the next can be chosen from them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from reader.disk import write_whole
from reader.library.manifest import load_manifest
from reader.model import ReaderError, sanitise_line
from reader.sources import toml

_MOST = 30


@dataclass(frozen=True, slots=True)
class Recent:
    """A story that was opened, its name, and when that was last, in UTC."""

    folder: Path
    name: str
    opened: datetime


def recent(file: Path) -> tuple[Recent, ...]:
    """The stories that `file` remembers and that are still there, the last opened first.

    Raises nothing: a list that cannot be read is an empty one.
    """
    try:
        written = toml.load(file).get("story", [])
    except ReaderError:
        return ()
    tables = written if isinstance(written, list) else []
    found = (_read(table) for table in tables if isinstance(table, dict))
    there = [one for one in found if one and one.folder.is_dir()]
    return tuple(sorted(there, key=lambda one: one.opened, reverse=True))


def remember(file: Path, folder: Path) -> None:
    """Put the story in `folder` first in the list in `file`. Raises OSError."""
    folder = folder.resolve()
    now = datetime.now(UTC).replace(microsecond=0)
    name = load_manifest(folder).name or sanitise_line(folder.name)
    others = [one for one in recent(file) if one.folder != folder]
    _write(file, [Recent(folder, name, now), *others])


def forget(file: Path, folder: Path) -> None:
    """Take the story in `folder` off the list in `file`; the story stays. Raises OSError."""
    _write(file, [one for one in recent(file) if one.folder != folder.resolve()])


def _read(table: dict[str, Any]) -> Recent | None:
    match table:
        case {"folder": str(folder), "name": str(name), "opened": datetime() as opened}:
            when = opened if opened.tzinfo else opened.replace(tzinfo=UTC)
            return Recent(Path(folder), sanitise_line(name), when)
    return None


def _write(file: Path, stories: list[Recent]) -> None:
    import tomli_w

    tables = [
        {"folder": str(one.folder), "name": one.name, "opened": one.opened}
        for one in stories[:_MOST]
    ]
    file.parent.mkdir(parents=True, exist_ok=True)
    write_whole(file, tomli_w.dumps({"story": tables}).encode("utf-8", "replace"), 0o600)
