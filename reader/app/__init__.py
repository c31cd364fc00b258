"""The screens. Textual lives here and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reader.settings import Settings


def run(story_targets: Sequence[str | Path], settings: Settings) -> int:
    """Show the story on the screen until the reporter leaves; the exit status.

    Raises ReaderError before anything is shown when `settings` asks for keys that cannot be.
    """
    from reader.app.app import ReaderApp

    return ReaderApp(story_targets, settings).run() or 0
