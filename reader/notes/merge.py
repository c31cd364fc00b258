"""What two writers made of one notes file, brought together by id; neither version is lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from reader.model import Note, Override
from reader.notes.entries import Entry, Key, entry
from reader.notes.fields import note_table, override_table


def merge(
    base: Mapping[Key, Entry], ours: Mapping[Key, Entry], theirs: Mapping[Key, Entry]
) -> dict[Key, Entry]:
    """`ours` and `theirs`, both grown out of `base`, as one: in the order of `theirs`, then ours.

    What one side alone changed is as that side left it, a change outlives a deletion, and where
    both changed an entry the later one stands, with the other in its history.
    """
    merged = {}
    for key in {**theirs, **ours}:
        was, own, other = base.get(key), ours.get(key), theirs.get(key)
        if own == was:
            pick = other
        elif other in (own, was):
            pick = own
        elif own and other:
            pick = later(own, other)
        else:
            pick = own or other
        if pick:
            merged[key] = pick
    return merged


def later(own: Entry, other: Entry) -> Entry:
    """The later of two versions of one entry, by its own clock, with the other in its history."""
    a, b = own.value, other.value
    if a is None or b is None or a == b:
        return other
    winner, loser = (a, b) if _written(a) >= _written(b) else (b, a)
    history = _history(winner)
    for older in (*_history(loser), version(loser)):
        if older not in history:
            history.append(older)
    return entry(replace(winner, extra={**winner.extra, "history": history}))


def _written(value: Note | Override) -> datetime:
    return value.updated if isinstance(value, Note) else value.created


def version(value: Note | Override) -> dict[str, object]:
    """`value` as it stands in the history of a later version."""
    table = note_table(value) if isinstance(value, Note) else override_table(value)
    return {key: item for key, item in table.items() if key != "history"}


def _history(value: Note | Override) -> list[object]:
    """The earlier versions that `value` carries; anything else under that key is kept as one."""
    history = value.extra.get("history", [])
    return list(history) if isinstance(history, list) else [history]
