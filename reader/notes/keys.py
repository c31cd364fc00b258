"""The keys of a TOML table, each taken as what it must be; the rest are kept.

Texts are sanitised on the way in, at every depth.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from datetime import UTC, date, datetime, time, timedelta, timezone
from enum import StrEnum
from functools import lru_cache
from typing import Any, TypeVar

from reader.model import ReaderError, sanitise, sanitise_line

Table = dict[str, Any]
Kinds = Mapping[str, Callable[[object], object]]
_MINUTE = timedelta(minutes=1)
_LARGEST = 2**63 - 1
_DEEPEST = 32
_Choice = TypeVar("_Choice", bound=StrEnum)


def fields(table: object, name: str, kinds: Kinds, required: Container[str]) -> Table:
    """What `table` holds of `kinds`, each value as its kind gives it, and under `extra` the rest.

    Raises ReaderError for a key that is missing or is of another kind.
    """
    if not isinstance(table, dict):
        raise ReaderError(f"{name} is not a table")
    extra: Table = {}
    found: Table = {"extra": extra}
    for key, value in table.items():
        kind = kinds.get(key)
        if kind is None:
            kind, into = _cleaned, extra
        else:
            into = found
        try:
            into[_clean(key)] = kind(value)
        except ReaderError as error:
            raise ReaderError(f"`{sanitise_line(key)[:40]}` {error}") from None
    for key in kinds:
        if key not in found and key in required:
            raise ReaderError(f"`{key}` is missing")
    return found


def text(value: object) -> str:
    """A text of any number of lines."""
    if not isinstance(value, str):
        raise ReaderError("is not text")
    return _clean(value)


def line(value: object) -> str:
    """A text of one line."""
    if not isinstance(value, str):
        raise ReaderError("is not text")
    return _line(value)


def lines(value: object) -> tuple[str, ...]:
    """A list of texts of one line each."""
    if not isinstance(value, list):
        raise ReaderError("is not a list")
    if not all(isinstance(item, str) for item in value):
        raise ReaderError("holds something that is not text")
    return tuple(map(_line, value))


def count(value: object) -> int:
    """A whole number that is not negative."""
    # A bool is an int to Python, to a reporter it is not.
    if not isinstance(value, int) or isinstance(value, bool):
        raise ReaderError("is not a whole number")
    if not 0 <= value <= _LARGEST:
        raise ReaderError("is less than nothing or too large")
    return value


def share(value: object) -> float:
    """A number from 0 to 1."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise ReaderError("is not a number from 0 to 1")
    return float(value)


def moment(value: object) -> datetime:
    """A time, in UTC where it names no zone."""
    if not isinstance(value, datetime):
        raise ReaderError("is not a time")
    value = _plain(value)
    return value if value.tzinfo else value.replace(tzinfo=UTC)


def day_or_moment(value: object) -> date | datetime:
    """A date or a time."""
    return _plain(value) if isinstance(value, datetime) else day(value)


def day(value: object) -> date:
    """A date; of a time, the day."""
    if isinstance(value, datetime):
        return value.date()
    if not isinstance(value, date):
        raise ReaderError("is not a date")
    return value


def choice(kinds: type[_Choice]) -> Callable[[object], _Choice]:
    """One of `kinds`."""
    members = {member.value: member for member in kinds}

    def one(value: object) -> _Choice:
        name = line(value)
        if name not in members:
            raise ReaderError(f"is none of {', '.join(kinds)}: {name[:40]}")
        return members[name]

    return one


def items(value: object) -> list[object]:
    """A list of anything."""
    if not isinstance(value, list):
        raise ReaderError("is not a list")
    return value


def _clean(text: str) -> str:
    # What is printable throughout holds nothing to sanitise, and this is a fifth of the cost.
    return text if text.isprintable() else sanitise(text)


@lru_cache(maxsize=4096)
def _line(text: str) -> str:
    # The same outlets, headlines and addresses come again and again.
    return " ".join(_clean(text).split())


def _plain(value: datetime) -> datetime:
    """`value` with a time zone of the standard library's own, as it counts from UTC."""
    offset = value.utcoffset()
    if offset is None:
        return value
    if offset % _MINUTE:
        raise ReaderError("is in a time zone that is off by seconds")
    return value.replace(tzinfo=timezone(offset) if offset else UTC)


def _cleaned(value: object, depth: int = 0) -> object:
    """`value` with every text in it sanitised, line ends kept.

    Raises ReaderError for what no TOML file could give back.
    """
    if isinstance(value, str):
        return _clean(value)
    if isinstance(value, datetime):
        return _plain(value)
    if depth > _DEEPEST:
        raise ReaderError("is nested too deep")
    if isinstance(value, list):
        return [_cleaned(item, depth + 1) for item in value]
    if isinstance(value, dict):
        return {_clean(key): _cleaned(item, depth + 1) for key, item in value.items()}
    if isinstance(value, int) and not -_LARGEST - 1 <= value <= _LARGEST:
        raise ReaderError("is too large a number")
    if not isinstance(value, int | float | date | time):
        raise ReaderError("is nothing that TOML can hold")
    return value
