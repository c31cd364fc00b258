"""A file that lies in a story becomes the first version of an article that has its own folder."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from reader.library.manifest import FILE
from reader.library.record import Original, write_version
from reader.library.rewriting import drop_entry
from reader.library.staging import Stage
from reader.model import Article, ReaderError, sanitise_line


def adopt(stage: Stage, path: Path, article: Article, folder: Path) -> None:
    """Prepare that the file at `path`, which holds `article`, becomes version 1 in `folder`.

    Raises OSError.
    """
    raw = path.read_bytes()
    evidence = {
        "path": sanitise_line(str(path.absolute())),
        "added": datetime.now(UTC).replace(microsecond=0),
        "sha256": sha256(raw).hexdigest(),
        "bytes": len(raw),
    }
    write_version(stage.room_for(folder / "1"), article, Original(raw, path.suffix, evidence), None)
    stage.let_go(path)


def forget(path: Path) -> None:
    """Take what story.toml says of the file that was at `path` out of it.

    The record of its article says it now. A story.toml that cannot be changed stays as it is.
    """
    with suppress(ReaderError):
        drop_entry(path.parent / FILE, path.name)
