"""TOML that a reporter writes beside reports or above one, refused in one line when broken."""

from __future__ import annotations

import tomllib
from typing import Any

from reader.model import ReaderError, sanitise_line


def parse(text: str, name: str, *, above: int = 0) -> dict[str, Any]:
    """The tables of `text`, which stands below `above` lines of the file called `name`.

    Raises ReaderError, naming the file and the line.
    """
    try:
        return tomllib.loads("\n" * above + text)
    except (ValueError, RecursionError) as error:
        last = above + text.rstrip().count("\n") + 1
        reason = str(error).replace("at end of document", f"at line {last}, the end")
        raise ReaderError(f"cannot read {name}: {sanitise_line(reason)}") from error
