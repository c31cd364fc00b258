"""The reporter's own editor, for a note that has grown long."""

from __future__ import annotations

import shlex
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from textual.app import App, SuspendNotSupported

from reader.model import ReaderError, sanitise, sanitise_line


def edited(app: App[Any], editor: str, text: str) -> str:
    """`text` as it is after `editor` (a command line) has had it in a file, gone afterwards.

    The screen is the editor's meanwhile. Raises ReaderError where there is no editor, it fails,
    or the terminal cannot be lent.
    """
    if not editor.strip():
        raise ReaderError("no editor is set: name one in config.toml, or in $EDITOR")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "note.md"
        try:
            file.write_text(text, "utf-8")
            with app.suspend():
                subprocess.run([*shlex.split(editor), str(file)], check=True)
            return sanitise(file.read_text("utf-8"))
        except SuspendNotSupported as error:
            raise ReaderError("this terminal cannot be lent to another program") from error
        except (OSError, ValueError, subprocess.CalledProcessError) as error:
            fault = sanitise_line(str(error))
            raise ReaderError(f"the note is as it was: {fault}") from error
