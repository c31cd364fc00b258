"""Tables that are shipped as TOML beside this file; to that of exports a reporter may add."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from reader.settings import own_file
from reader.sources import toml

Table = dict[str, Any]

_handed: list[Table] = []


def outlets() -> dict[str, str]:
    """Outlets by the domain of their address."""
    return _shipped("outlets.toml")


def exports() -> Table:
    """The patterns of exports by name, the reporter's own before those that are shipped.

    Raises ReaderError, naming the file and the line, when the reporter's cannot be used.
    """
    return _shipped("exports.toml") | own_exports()


def own_exports() -> Table:
    """The reporter's exports.toml, empty where there is none. Raises ReaderError as `exports`."""
    if _handed:
        return _handed[0]
    return toml.load(own_file("exports.toml"))


def hand(own: Table) -> None:
    """Take `own` for the reporter's exports.toml, as it was read in another process."""
    _handed[:] = [own]


@cache
def _shipped(name: str) -> Table:
    return toml.parse((files(__package__) / name).read_text("utf-8"), name)
