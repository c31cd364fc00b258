"""The reporter's own editor, for text that is too long for a line or a small window."""

from __future__ import annotations

import shlex
import subprocess
import tempfile
from pathlib import Path

from reader.model import ReaderError, sanitise, sanitise_line


def edited(editor: str, text: str, name: str) -> str:
    """`text` as it is after `editor`, a command line, has had it in a file called `name`.

    The file is gone afterwards. Raises ReaderError where there is no editor or it fails.
    """
    if not editor.strip():
        raise ReaderError("no editor is set: name one in config.toml, or in $EDITOR")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / name
        try:
            file.write_text(text, "utf-8", newline="")
            subprocess.run([*shlex.split(editor), str(file)], check=True)
            return sanitise(file.read_text("utf-8", errors="replace"))
        except (OSError, ValueError, subprocess.CalledProcessError) as error:
            fault = sanitise_line(str(error))
            raise ReaderError(f"the text is as it was: {fault}") from error
