"""The keys of a TOML table, each taken as what it must be; the rest are kept.

Texts are sanitised on the way in, at every depth.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timezone
from enum import StrEnum
from functools import lru_cache
from typing import Any, TypeVar

from reader.model import ReaderError, sanitise

Table = dict[str, Any]
_Choice = TypeVar("_Choice", bound=StrEnum)
_Kind = TypeVar("_Kind")


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
    return value.replace(tzinfo=timezone(offset) if offset else UTC)


def _cleaned(value: object) -> object:
    """`value` with every text in it sanitised, line ends kept."""
    if isinstance(value, str):
        return _clean(value)
    if isinstance(value, datetime):
        return _plain(value)
    if isinstance(value, list):
        return [_cleaned(item) for item in value]
    if isinstance(value, dict):
        return {_clean(key): _cleaned(item) for key, item in value.items()}
    return value


class Keys:
    """The keys of one table, taken one by one.

    Every method raises ReaderError where the key is missing and has no default, or is of another
    type.
    """

    def __init__(self, table: object, name: str) -> None:
        if not isinstance(table, dict):
            raise ReaderError(f"{name} is not a table")
        self._left: Table = dict(table)

    def _take(self, key: str, kind: type[_Kind], default: _Kind | None) -> _Kind:
        value = self._left.pop(key, default)
        if type(value) is kind:
            return value
        if value is None:
            raise ReaderError(f"`{key}` is missing")
        # A bool is an int to Python, to a reporter it is not.
        if not isinstance(value, kind) or isinstance(value, bool):
            raise ReaderError(f"`{key}` is not {_NAMES[kind]}")
        return value

    def text(self, key: str, default: str | None = None) -> str:
        """A text of any number of lines."""
        return _clean(self._take(key, str, default))

    def line(self, key: str, default: str | None = None) -> str:
        """A text of one line."""
        return _line(self._take(key, str, default))

    def lines(self, key: str) -> tuple[str, ...]:
        """A list of texts of one line each."""
        values = self._take(key, list, [])
        if not all(isinstance(value, str) for value in values):
            raise ReaderError(f"`{key}` holds something that is not text")
        return tuple(_line(value) for value in values)

    def count(self, key: str, default: int | None = None) -> int:
        """A whole number that is not negative."""
        value = self._take(key, int, default)
        if value < 0:
            raise ReaderError(f"`{key}` is less than nothing")
        return value

    def share(self, key: str) -> float:
        """A number from 0 to 1; 0 where there is none."""
        value = self._left.pop(key, 0.0)
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
            raise ReaderError(f"`{key}` is not a number from 0 to 1")
        return float(value)

    def moment(self, key: str) -> datetime:
        """A time, in UTC where it names no zone."""
        value = _plain(self._take(key, datetime, None))
        return value if value.tzinfo else value.replace(tzinfo=UTC)

    def moment_if_any(self, key: str) -> datetime | None:
        """A time, if there is one."""
        return self.moment(key) if key in self._left else None

    def day_if_any(self, key: str) -> date | datetime | None:
        """A date or a time, if there is one."""
        value = self._take(key, date, None) if key in self._left else None
        return _plain(value) if isinstance(value, datetime) else value

    def choice(self, key: str, kinds: type[_Choice], default: _Choice) -> _Choice:
        """One of `kinds`."""
        name = self.line(key, default)
        try:
            return kinds(name)
        except ValueError:
            raise ReaderError(f"`{key}` is none of {', '.join(kinds)}: {name[:40]}") from None

    def tables(self, key: str) -> list[object]:
        """A list of tables, unread; empty where there is none."""
        return self._take(key, list, [])

    def rest(self) -> Table:
        """What nobody took, with its texts sanitised."""
        return {_clean(key): _cleaned(value) for key, value in self._left.items()}


_NAMES = {str: "text", list: "a list", int: "a whole number", datetime: "a time", date: "a date"}
