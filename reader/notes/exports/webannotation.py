"""Notes as W3C Web Annotations in JSON-LD, and back.

What the Web Annotation model has no word for stands under names that begin with ``reader:``.
https://www.w3.org/TR/annotation-model/
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.model import Note, Relation, Status
from reader.notes.fields import anchor_table, note_table
from reader.notes.keys import Table
from reader.writing.addresses import on_the_web
from reader.writing.json import as_json

_CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"reader": "urn:reader:"}]
PREFIX = "reader:"
"""What begins the keys that are Reader's own."""
NOTE = "urn:reader:note:"
"""What begins the id of a note of Reader's."""
_SELECTED = ("exact", "prefix", "suffix", "start", "end")
_MOTIVATION = {Status.CHECKED: "assessing", Status.DISPUTED: "questioning"}


def write(notes: Sequence[Note], title: str) -> str:
    """The notes as an annotation page."""
    return as_json(
        {
            "@context": _CONTEXT,
            "type": "AnnotationPage",
            "label": title,
            "items": [_annotation(note) for note in notes],
        }
    )


def _annotation(note: Note) -> Table:
    known = note_table(note)
    for key in ("passage", "text", "tags", "created", "updated"):
        known.pop(key, None)
    bodies = [_body(note.text, "commenting")] if note.text else []
    bodies += [_body(tag, "tagging") for tag in note.tags]
    return {
        "id": f"{NOTE}{note.id}",
        "type": "Annotation",
        "motivation": _motivation(note),
        "created": note.created,
        "modified": note.updated,
        "body": bodies,
        "target": [_target(anchor_table(passage)) for passage in note.passages],
        **_prefixed(known),
    }


def _motivation(note: Note) -> str:
    if note.relation is Relation.CONFLICT and note.status is Status.OPEN:
        return "questioning"
    return _MOTIVATION.get(note.status, "commenting" if note.text else "tagging")


def _body(value: str, purpose: str) -> Table:
    return {"type": "TextualBody", "format": "text/plain", "purpose": purpose, "value": value}


def _target(table: Table) -> Table:
    chosen = {key: table.pop(key) for key in _SELECTED if key in table}
    url, article = table.get("url", ""), table["article"] or f"{PREFIX}unknown"
    start, end = chosen.pop("start"), chosen.pop("end")
    return {
        "type": "SpecificResource",
        "source": url if on_the_web(url) else f"urn:{article}",
        "selector": [
            {"type": "TextQuoteSelector", **chosen},
            {"type": "TextPositionSelector", "start": start, "end": end},
        ],
        **_prefixed(table),
    }


def _prefixed(table: Table) -> Table:
    return {f"{PREFIX}{key}": value for key, value in table.items()}
