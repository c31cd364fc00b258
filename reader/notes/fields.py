"""Notes, passages and overrides as TOML tables, and back; unknown keys go through untouched."""

from __future__ import annotations

from collections.abc import Container

from reader.model import Anchor, Mark, Note, Override, ReaderError, Relation, Status
from reader.notes import keys
from reader.notes.ids import ID
from reader.notes.keys import Kinds, Table


def read_anchor(table: object) -> Anchor:
    """The passage that `table` describes; ReaderError says which key is wrong."""
    anchor = Anchor(
        **keys.fields(table, "`passage`", _ANCHOR, ("article", "exact", "start", "end"))
    )
    if anchor.end < anchor.start:
        raise ReaderError("`end` comes before `start`")
    return anchor


def _anchors(value: object) -> tuple[Anchor, ...]:
    return tuple(map(read_anchor, keys.items(value)))


def _id(value: object) -> str:
    name = keys.line(value)
    if not ID.fullmatch(name):
        raise ReaderError("may hold letters, digits and hyphens only")
    return name


def read_note(table: object) -> Note:
    """The note that `table` describes; ReaderError says which key is wrong."""
    known = keys.fields(table, "`note`", _NOTE, ("id", "created", "updated"))
    return Note(passages=known.pop("passage", ()), **known)


def read_override(table: object) -> Override:
    """The correction that `table` describes; ReaderError says which key is wrong."""
    known = keys.fields(table, "`override`", _OVERRIDE, ("kind", "created"))
    sides = known.pop("passage", ())
    if len(sides) != 2:
        raise ReaderError("an override has two passages")
    return Override(*sides, **known)


def _kind(value: object) -> Mark | None:
    name = keys.line(value)
    if name not in (*Mark, "none"):
        raise ReaderError(f"is none of {', '.join(Mark)}, none: {name[:40]}")
    return None if name == "none" else Mark(name)


_ANCHOR: Kinds = {
    "article": keys.line,
    "outlet": keys.line,
    "headline": keys.line,
    "url": keys.line,
    "published": keys.day_or_moment,
    "retrieved": keys.moment,
    "exact": keys.text,
    "prefix": keys.text,
    "suffix": keys.text,
    "value": keys.line,
    "rival": keys.share,
    "start": keys.count,
    "end": keys.count,
    "paragraph": keys.count,
    "sentence": keys.count,
}
_NOTE: Kinds = {
    "id": _id,
    "created": keys.moment,
    "updated": keys.moment,
    "relation": keys.choice(Relation),
    "status": keys.choice(Status),
    "tags": keys.lines,
    "fact": keys.line,
    "speaker": keys.line,
    "checked_by": keys.line,
    "checked_on": keys.day,
    "method": keys.line,
    "text": keys.text,
    "passage": _anchors,
}
_OVERRIDE: Kinds = {"kind": _kind, "created": keys.moment, "passage": _anchors}


def anchor_table(anchor: Anchor) -> Table:
    """The table that `read_anchor` reads back as `anchor`; empty fields are left out."""
    known = _told(anchor, _ANCHOR, ("article", "exact"))
    if not anchor.rival:
        known.pop("rival")
    return known | _unknown(anchor.extra, _ANCHOR)


def note_table(note: Note) -> Table:
    """The table that `read_note` reads back as `note`; empty fields are left out."""
    kinds = {key: kind for key, kind in _NOTE.items() if key != "passage"}
    known = _told(note, kinds, ("text",))
    passages = [anchor_table(anchor) for anchor in note.passages]
    return known | _unknown(note.extra, _NOTE) | {"passage": passages}


def _told(value: Anchor | Note, kinds: Kinds, required: Container[str]) -> Table:
    """The fields of `value` in the order of `kinds`, without those that are empty."""
    fields = {key: getattr(value, key) for key in kinds}
    return {
        key: list(field) if isinstance(field, tuple) else field
        for key, field in fields.items()
        if key in required or field not in ("", None)
    }


def override_table(override: Override) -> Table:
    """The table that `read_override` reads back as `override`."""
    known: Table = {"kind": str(override.kind or "none"), "created": override.created}
    passages = [anchor_table(override.a), anchor_table(override.b)]
    return known | _unknown(override.extra, _OVERRIDE) | {"passage": passages}


def _unknown(extra: Table, known: Container[str]) -> Table:
    return {key: value for key, value in extra.items() if key not in known}
