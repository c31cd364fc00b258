"""Reader's own JSON, as `reader.notes.exports.tables` writes it: texts become times again."""

from __future__ import annotations

from datetime import date, datetime

from reader.model import ReaderError
from reader.notes.keys import Table

_TIMES = ("created", "updated", "retrieved")
_DAYS = ("published", "checked_on")


def table(record: object) -> Table:
    """The table of a note. Raises ReaderError where a time is none."""
    if not isinstance(record, dict):
        raise ReaderError("not a note")
    note = timed(record)
    passages = note.get("passage", [])
    if isinstance(passages, list):
        note["passage"] = [timed(one) if isinstance(one, dict) else one for one in passages]
    return note


def timed(record: Table) -> Table:
    """`record` with its dates and times as such, and without what is null.

    Raises ReaderError where a date or a time is none.
    """
    return {key: _moment(key, value) for key, value in record.items() if value is not None}


def _moment(key: str, value: object) -> object:
    if key not in (*_TIMES, *_DAYS) or not isinstance(value, str):
        return value
    try:
        if key in _DAYS and len(value) == len("2026-11-21"):
            return date.fromisoformat(value)
        return datetime.fromisoformat(value)
    except ValueError:
        raise ReaderError(f"`{key}` is not a time") from None
