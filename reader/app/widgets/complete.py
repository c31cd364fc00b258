"""What a line that is being typed can be completed to: a word known already, a file that exists."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path

Complete = Callable[[str], str | None]
"""Gives the whole line that the beginning of one is completed to; None where nothing fits."""

_MOST = 5000
"""Files of a folder that are looked at between two keys."""


def word_of(known: Sequence[str]) -> Complete:
    """Completes the last word from words known already."""

    def complete(line: str) -> str | None:
        *before, last = line.rpartition(" ")
        if not last:
            return None
        found = (word for word in known if word.startswith(last) and word != last)
        word = next(found, None)
        return None if word is None else "".join(before) + word

    return complete


def file_name(line: str) -> str | None:
    """Complete the last name of a path to the first file or folder that begins so."""
    begun = line.rpartition("/")[2]
    if not begun or begun != Path(line).name:  # as in "folder/", "folder/."
        return None
    try:
        path = Path(line).expanduser()
        with os.scandir(path.parent) as inside:
            names = [
                entry.name + ("/" if entry.is_dir() else "") for entry in islice(inside, _MOST)
            ]
    except (OSError, RuntimeError, ValueError):  # nobody's home, a name with a null in it
        return None
    fitting = (name for name in names if name.startswith(path.name) and name.isprintable())
    rest = min(fitting, default=path.name)[len(path.name) :]
    return line + rest if rest else None
