"""A file that lies in a story becomes the first version of an article that has its own folder."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from reader.library import manifest
from reader.library.record import Original
from reader.model import ReaderError, sanitise_line


def as_original(path: Path) -> Original:
    """The file as an original, with where it lay. Raises OSError."""
    raw = path.read_bytes()
    evidence = {
        "path": sanitise_line(str(path.absolute())),
        "added": datetime.now(UTC).replace(microsecond=0),
        "sha256": sha256(raw).hexdigest(),
        "bytes": len(raw),
    }
    return Original(raw, path.suffix, evidence)


def let_go(path: Path) -> None:
    """Take the file out of its story, whose article has it now, with what story.toml says of it.

    A story.toml that cannot be read stays as it is. Raises OSError.
    """
    path.unlink()
    with suppress(ReaderError):
        manifest.drop_entry(path.parent / manifest.FILE, path.name)
