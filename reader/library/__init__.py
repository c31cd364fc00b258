"""Stories on disk: folders, story.toml, originals, versions."""

from __future__ import annotations

from pathlib import Path

from reader.library.adding import Added, CancelledError, add, add_new, contents
from reader.library.intake import Pasted, Some
from reader.library.manifest import FILE, load_manifest, write_name, write_outlet
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
    "rename_outlet",
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


def rename_outlet(path: Path, outlet: str) -> str:
    """Have the story say that `outlet` published the file, or article, at `path`; what it said.

    With "" the story says nothing of it any more. Raises as `rename` does.
    """
    told = path.parent / FILE
    before = load_manifest(path.parent).entry(path.name).outlet
    try:
        write_outlet(told, path.name, outlet)
    except OSError as error:
        shown = sanitise_line(str(told))
        raise ReaderError(f"cannot write {shown}: {error.strerror}") from error
    return before
