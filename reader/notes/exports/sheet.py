"""Notes as a table for a spreadsheet, in which no cell is a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from datetime import date

from reader.model import Anchor, Note

# Excel takes a table for UTF-8 only by this mark.
_MARK = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")

_NOTE: dict[str, Callable[[Note], object]] = {
    "note": lambda note: note.id,
    "created": lambda note: note.created,
    "updated": lambda note: note.updated,
    "status": lambda note: note.status,
    "relation": lambda note: note.relation,
    "tags": lambda note: ", ".join(note.tags),
    "text": lambda note: note.text,
    "speaker": lambda note: note.speaker,
    "checked by": lambda note: note.checked_by,
    "checked on": lambda note: note.checked_on,
    "method": lambda note: note.method,
    "fact": lambda note: note.fact,
}
_PASSAGE: dict[str, Callable[[Anchor], object]] = {
    "value": lambda passage: passage.value,
    "outlet": lambda passage: passage.outlet,
    "headline": lambda passage: passage.headline,
    "published": lambda passage: passage.published,
    "url": lambda passage: passage.url,
    "quotation": lambda passage: passage.exact,
    "paragraph": lambda passage: passage.paragraph + 1,
    "sentence": lambda passage: passage.sentence + 1,
}


def write(notes: Sequence[Note]) -> str:
    """A line a passage, as RFC 4180 has it; a note without passages has a line as well."""
    file = io.StringIO()
    file.write(_MARK)
    writer = csv.writer(file)
    writer.writerow([*_NOTE, *_PASSAGE])
    for note in notes:
        about = [_cell(column(note)) for column in _NOTE.values()]
        for passage in note.passages:
            writer.writerow([*about, *(_cell(column(passage)) for column in _PASSAGE.values())])
        if not note.passages:
            writer.writerow([*about, *([""] * len(_PASSAGE))])
    return file.getvalue()


def _cell(value: object) -> object:
    """`value` so that a spreadsheet shows it and does not work it out."""
    if isinstance(value, date):
        return value.isoformat()
    # Some programs drop a blank at the beginning, and look only then at what begins the cell.
    if isinstance(value, str) and (value[:1].isspace() or value.startswith(_FORMULA)):
        return f"'{value}"
    return value
