"""Stories on disk: folders, story.toml, originals, versions."""

from __future__ import annotations

from pathlib import Path

from reader.library.adding import Added, CancelledError, add, add_new, contents
from reader.library.intake import Pasted, Some
from reader.library.manifest import FILE
from reader.library.placing import Arrived, Outcome
from reader.library.rewriting import write_name, write_outlet
from reader.library.story import open_story, sample_story
from reader.library.trash import remove, restore

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
    "rename_outlet",
    "restore",
    "sample_story",
]


def rename(story: Path, name: str) -> str:
    """Call the story in the folder `story` `name`, the folder keeping its own; what it was called.

    With "" it is called as its folder. Raises ReaderError when its story.toml cannot be read or
    written.
    """
    return write_name(story / FILE, name)


def rename_outlet(path: Path, outlet: str) -> str:
    """Have the story say that `outlet` published the file, or article, at `path`; what it said.

    With "" the story says nothing of it any more. Raises as `rename` does.
    """
    return write_outlet(path.parent / FILE, path.name, outlet)
