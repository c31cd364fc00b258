"""Notes as one web page."""

from __future__ import annotations

from collections.abc import Sequence

from reader.model import Note
from reader.notes.exports.plain import Plain
from reader.writing.markdown import inline
from reader.writing.page import html, page


def write(notes: Sequence[Note], title: str) -> str:
    """A page with a section a note, whose id is the note's."""
    layout = Plain()
    sections = [
        f'<article id="{note.id}">\n{html(layout.section(note))}</article>\n' for note in notes
    ]
    return page(title, "".join((html(f"# {inline(title)}"), *sections)))
