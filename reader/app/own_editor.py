"""The screen lent to the reporter's own editor, for a note that has grown long."""

from __future__ import annotations

from typing import Any

from textual.app import App, SuspendNotSupported

from reader.editor import edited as edited_outside
from reader.model import ReaderError


def edited(app: App[Any], editor: str, text: str, name: str = "note.md") -> str:
    """`text` as it is after `editor` (a command line) has had it in a file called `name`.

    The screen is the editor's meanwhile. Raises ReaderError where there is no editor, it fails,
    or the terminal cannot be lent.
    """
    try:
        with app.suspend():
            return edited_outside(editor, text, name)
    except SuspendNotSupported as error:
        raise ReaderError("this terminal cannot be lent to another program") from error
