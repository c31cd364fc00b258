"""Stories on disk: folders, story.toml, originals, versions."""

from __future__ import annotations

from pathlib import Path

from reader.library.adding import Added, CancelledError, add, add_new, contents
from reader.library.intake import Pasted, Some
from reader.library.manifest import FILE, write_name
from reader.library.placing import Arrived, Outcome
from reader.library.story import open_story, sample_story
from reader.library.trash import remove, restore
from reader.model import ReaderError, sanitise_line

__all__ = [
    "Added",
    "Arrived",
    "CancelledError",
    "Outcome",
    "Pasted",
    "Some",
    "add",
    "add_new",
    "contents",
    "open_story",
    "remove",
    "rename",
    "restore",
    "sample_story",
]


def rename(story: Path, name: str) -> None:
    """Call the story in the folder `story` `name`; the folder keeps its own.

    Raises ReaderError when its story.toml cannot be read or written.
    """
    try:
        write_name(story / FILE, name)
    except OSError as error:
        shown = sanitise_line(str(story / FILE))
        raise ReaderError(f"cannot write {shown}: {error.strerror}") from error
