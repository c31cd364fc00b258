"""The screens. Textual lives here and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reader.model import ReaderError
from reader.settings import Settings


def run(story_targets: Sequence[str | Path], settings: Settings) -> int:
    """Show the story on the screen until the reporter leaves; the exit status.

    Raises ReaderError before anything is shown when `settings` asks for keys that cannot be, and
    when Reader itself has broken down, with the account of it in a file beside the notes.
    """
    from io import StringIO

    from rich.console import Console

    from reader.app.app import ReaderApp

    app = ReaderApp(story_targets, settings)
    account = StringIO()
    app.error_console = Console(file=account, width=100)
    app.run()
    if text := account.getvalue():
        raise ReaderError(_broken_down(text, settings.notes.with_name("breakdown.txt")))
    return app.return_code or 0


def _broken_down(account: str, file: Path) -> str:
    """Put the account of a breakdown into `file`, and say so in one line."""
    from reader.disk import write_whole

    said = "Reader broke down, which is a fault of its own; what was saved is safe"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, account.encode(), 0o600)
    except OSError:
        return f"{said}; {account.strip().splitlines()[-1]}"
    return f"{said}; {file} says what happened, for whoever mends it"
