"""Choosing among notes by what is in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from reader.model import Article, Note
from reader.notes.standing import from_same

_TERM = re.compile(r'(?:(\w+):|(#))?(?:"([^"]*)"?|(\S+))')

_FIELDS: dict[str, Callable[[Note], Iterable[str]]] = {
    "tag": lambda note: note.tags,
    "status": lambda note: (note.status,),
    "relation": lambda note: (note.relation,),
    "outlet": lambda note: (passage.outlet for passage in note.passages),
    "headline": lambda note: (passage.headline for passage in note.passages),
    "quote": lambda note: (passage.exact for passage in note.passages),
    "speaker": lambda note: (note.speaker,),
    "by": lambda note: (note.checked_by,),
    "method": lambda note: (note.method,),
    "fact": lambda note: (note.fact, *(passage.value for passage in note.passages)),
    "text": lambda note: (note.text,),
    "id": lambda note: (note.id,),
}
FIELDS = tuple(_FIELDS)
"""What a query may name before a colon."""


def matching(notes: Iterable[Note], query: str) -> tuple[Note, ...]:
    """Those of `notes`, in their order, that have every term of `query`, whatever the case.

    A term is a word, or several in quotation marks, that stand somewhere in a note;
    ``status:open``, ``outlet:"AP News"`` and ``#arms`` look in one field alone.
    """
    terms = [_term(*found) for found in _TERM.findall(query)]
    return tuple(note for note in notes if all(_has(note, *term) for term in terms))


def about(notes: Iterable[Note], articles: Sequence[Article]) -> tuple[Note, ...]:
    """Those of `notes` with a passage in one of `articles`, in whatever version."""
    return tuple(
        note
        for note in notes
        if any(from_same(passage, article) for passage in note.passages for article in articles)
    )


def _term(field: str, sign: str, phrase: str, word: str) -> tuple[str, str]:
    """The field to look in, "" for any, and what to look for."""
    if sign:
        return "tag", phrase or word
    if field and field.lower() not in _FIELDS:
        return "", f"{field}:{phrase or word}"
    return field.lower(), phrase or word


def _has(note: Note, field: str, part: str) -> bool:
    fields = [_FIELDS[field]] if field else _FIELDS.values()
    wanted = part.casefold()
    return any(wanted in whole.casefold() for of in fields for whole in of(note))
