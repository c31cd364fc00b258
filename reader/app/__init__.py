"""The screens. Textual lives here and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reader.settings import Settings


def run(story_targets: Sequence[str | Path], settings: Settings) -> int:
    """Show the story on the screen until the reporter leaves; 0, or 2 when the screen broke down.

    Raises ReaderError before anything is shown when `settings` asks for keys that cannot be.
    """
    from reader.app.app import ReaderApp

    app = ReaderApp(story_targets, settings)
    app.run()
    return 2 if app.return_code else 0
