"""A note as lines that can be edited: what is known of it, a blank line, its text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from reader.model import Note, ReaderError, Relation, Status, sanitise, sanitise_line

TODAY = "today"
CHECKING = ("speaker", "checked by", "checked on", "method")
"""The lines that say who was asked, by whom, when and how."""

_LINES = ("status", "relation", "tags", "fact", *CHECKING)


def lines(note: Note, names: tuple[str, ...] = _LINES) -> str:
    """The lines of `note` that are in `names`."""
    known = {
        "status": note.status,
        "relation": note.relation,
        "tags": "".join(f"{tag}, " for tag in note.tags),
        "fact": note.fact,
        "speaker": note.speaker,
        "checked by": note.checked_by,
        "checked on": note.checked_on.isoformat() if note.checked_on else "",
        "method": note.method,
    }
    return "".join(f"{name}: {known[name]}".rstrip() + "\n" for name in names)


def card(note: Note) -> str:
    """All of `note` that can be edited as text."""
    return f"{lines(note)}\n{note.text}"


def carded(note: Note, written: str) -> Note:
    """`note` with what `card` gave, as it has been edited. Raises ReaderError as `lined` does."""
    head, _, text = sanitise(written).partition("\n\n")
    return replace(lined(note, head), text=text.lstrip("\n"))


def checked(note: Note) -> str:
    """Who is quoted, and who checked it when and how, on one line; "" where nothing is known."""
    day = note.checked_on.isoformat() if note.checked_on else ""
    how = ", ".join(filter(None, (note.checked_by, day, note.method)))
    said = (f"speaker: {note.speaker}" if note.speaker else "", f"checked: {how}" if how else "")
    return "   ".join(filter(None, said))


def is_head(written: str) -> bool:
    """Whether each line of `written` begins with the name of a field."""
    names = [
        line.partition(":")[0].strip().lower() for line in written.splitlines() if line.strip()
    ]
    return bool(names) and all(name in _LINES for name in names)


def lined(note: Note, written: str) -> Note:
    """`note` with the fields that the lines of `written` name, others as they are.

    Raises ReaderError, naming the line, for a name or a value that cannot be.
    """
    given: dict[str, str] = {}
    for line in sanitise(written).splitlines():
        name, colon, value = line.partition(":")
        if not line.strip():
            continue
        name = " ".join(name.split()).lower()
        if not colon or name not in _LINES:
            known = ", ".join(_LINES)
            raise ReaderError(f"no line “{sanitise_line(line)[:40]}”: begin it with one of {known}")
        given[name] = sanitise_line(value)
    return replace(note, **changes(given))


def changes(given: Mapping[str, str]) -> dict[str, Any]:
    """The fields of a note from what was written for them, by the names of the lines.

    Raises ReaderError for a value that cannot be.
    """
    made: dict[str, Any] = {}
    for name, value in given.items():
        if name == "status":
            made["status"] = _one_of(Status, name, value)
        elif name == "relation":
            made["relation"] = _one_of(Relation, name, value)
        elif name == "tags":
            made["tags"] = tags_of(value)
        elif name == "checked on":
            made["checked_on"] = _day(value)
        else:
            made[name.replace(" ", "_")] = value
    return made


def tags_of(line: str) -> tuple[str, ...]:
    """The tags in a line as typed: words, with or without ``#`` and commas, each once.

    Between commas a tag may be of several words.
    """
    parts = line.split(",") if "," in line else line.split()
    tags = (" ".join(part.split()).lstrip("#") for part in parts)
    return tuple(dict.fromkeys(tag for tag in tags if tag))


def _one_of(kinds: type[Status] | type[Relation], name: str, value: str) -> Status | Relation:
    try:
        return kinds(value.lower())
    except ValueError:
        known = ", ".join(kinds)
        raise ReaderError(f"no {name} “{value[:40]}”: choose one of {known}") from None


def _day(value: str) -> date | None:
    if not value:
        return None
    if value.lower() == TODAY:
        return date.today()
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise ReaderError(f"“{value[:40]}” is no date: write 2026-11-21, or {TODAY}") from None
