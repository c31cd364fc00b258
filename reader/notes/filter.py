"""Choosing among notes by what is in them."""

from __future__ import annotations

from collections.abc import Iterable

from reader.model import Note


def filter_notes(
    notes: Iterable[Note],
    tag: str | None = None,
    status: str | None = None,
    outlet: str | None = None,
    text: str | None = None,
) -> tuple[Note, ...]:
    """Those of `notes`, in their order, that have all that is asked for, whatever the case.

    `tag` and `status` are whole words; `outlet` is part of an outlet's name; `text` is part of
    what the reporter wrote, of a tag, or of a quotation or headline.
    """
    return tuple(
        note
        for note in notes
        if (tag is None or tag.casefold() in map(str.casefold, note.tags))
        and (status is None or status.casefold() == note.status)
        and (outlet is None or _within(outlet, (passage.outlet for passage in note.passages)))
        and (text is None or _within(text, _texts(note)))
    )


def _within(part: str, wholes: Iterable[str]) -> bool:
    return any(part.casefold() in whole.casefold() for whole in wholes)


def _texts(note: Note) -> list[str]:
    quoted = [text for passage in note.passages for text in (passage.exact, passage.headline)]
    return [note.text, *note.tags, *quoted]
