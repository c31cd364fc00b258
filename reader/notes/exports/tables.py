"""Notes as Reader's own JSON, which it reads back as they were."""

from __future__ import annotations

from collections.abc import Sequence

from reader.model import Note
from reader.notes.fields import note_table
from reader.writing.json import as_json

SCHEMA = "reader.notes/1"


def write(notes: Sequence[Note], title: str) -> str:
    """The notes with the keys of the notes file; times are texts as in ISO 8601."""
    return as_json(
        {"schema": SCHEMA, "title": title, "notes": [note_table(note) for note in notes]}
    )
