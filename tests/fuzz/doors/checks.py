"""What has come in is harmless; what was not let in was refused in one harmless line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass

from reader.model import Article, ReaderError, sanitise, sanitise_line


def clean(value: object) -> None:
    """Check that no text in `value` can do anything to a terminal."""
    if isinstance(value, str):
        assert sanitise(value) == value, ascii(value)
    elif isinstance(value, Article):
        # Its raw bytes, as evidence, are as they came.
        clean([getattr(value, field.name) for field in fields(value) if field.name != "raw"])
    elif is_dataclass(value):
        for field in fields(value):
            clean(getattr(value, field.name))
    elif isinstance(value, dict):
        clean([*value, *value.values()])
    elif isinstance(value, (list, tuple)):
        for one in value:
            clean(one)


def refused(act: Callable[[], object]) -> object:
    """Return what `act` gives; or None where it says no, in one clean line."""
    try:
        return act()
    except ReaderError as error:
        said = str(error)
    assert sanitise_line(said) == said, ascii(said)
    return None
