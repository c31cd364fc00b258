"""TOML that a reporter writes beside reports or above one, refused in one line when broken."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from reader.disk import read_whole
from reader.model import ReaderError, sanitise_line

_LARGEST = 5_000_000


def load(path: Path, *, required: bool = False, errors: str = "strict") -> dict[str, Any]:
    """The tables of a file; none where it is not there, unless it is `required`.

    `errors` is what to do about bytes that are not UTF-8, as for `bytes.decode`.

    Raises ReaderError, naming the file and the line, when it cannot be read or is no TOML.
    """
    return parse(written(path, required=required, errors=errors), sanitise_line(str(path)))


def written(path: Path, *, required: bool = False, errors: str = "strict") -> str:
    """What stands in a file, before it is taken for TOML; else as `load`."""
    shown = sanitise_line(str(path))
    try:
        raw = read_whole(path, _LARGEST)
        return raw.decode("utf-8", errors).removeprefix("\ufeff")
    except ReaderError as error:
        if not required and isinstance(error.__cause__, FileNotFoundError):
            return ""
        raise
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise ReaderError(
            f"cannot read {shown}: line {line} is not UTF-8; save it as UTF-8"
        ) from error


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
