"""Tables that are shipped as TOML beside this file; a reporter may add to some."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from reader.model import ReaderError, sanitise_line
from reader.sources import toml

OUTLETS, EXPORTS = "outlets", "exports"
_LIMIT = 1_000_000

own: dict[str, dict[str, Any]] = {}
"""The reporter's own tables by name, as `use` found them."""


def use(folder: Path) -> None:
    """Take the reporter's own exports.toml from `folder`, where there is one.

    Raises ReaderError, naming the file and the line, when it cannot be used.
    """
    path = folder / f"{EXPORTS}.toml"
    shown = sanitise_line(str(path))
    try:
        with path.open("rb") as file:
            text = file.read(_LIMIT).decode("utf-8-sig")
    except FileNotFoundError:
        return
    except OSError as error:
        raise ReaderError(f"cannot read {shown}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ReaderError(f"cannot read {shown}: not UTF-8; save it as UTF-8") from error
    own[EXPORTS] = toml.parse(text.replace("\r\n", "\n"), shown)


@cache
def shipped(name: str) -> dict[str, Any]:
    """The table of that name that comes with Reader."""
    return toml.parse((files(__package__) / f"{name}.toml").read_text("utf-8"), f"{name}.toml")
