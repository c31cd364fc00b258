"""Notes and overrides as plain TOML tables, and back: what a table must hold, what else it may.

Texts are sanitised on the way in, at every depth; keys that this version does not know are kept.
"""

from __future__ import annotations

from collections.abc import Container
from datetime import UTC, date, datetime, timezone
from enum import StrEnum
from typing import Any, TypeVar

from reader.model import (
    Anchor,
    Mark,
    Note,
    Override,
    ReaderError,
    Relation,
    Status,
    sanitise,
)
from reader.notes.ids import ID

Table = dict[str, Any]
_Choice = TypeVar("_Choice", bound=StrEnum)
_Kind = TypeVar("_Kind")


def _clean(text: str) -> str:
    # What is printable throughout holds nothing to sanitise, and this is a fifth of the cost.
    return text if text.isprintable() else sanitise(text)


def _plain(value: datetime) -> datetime:
    """`value` with a time zone of the standard library's own, as it counts from UTC."""
    offset = value.utcoffset()
    if offset is None:
        return value
    return value.replace(tzinfo=timezone(offset) if offset else UTC)


def _cleaned(value: object) -> object:
    """`value` with every text in it sanitised, line ends kept."""
    if isinstance(value, str):
        return _clean(value)
    if isinstance(value, datetime):
        return _plain(value)
    if isinstance(value, list):
        return [_cleaned(item) for item in value]
    if isinstance(value, dict):
        return {_clean(key): _cleaned(item) for key, item in value.items()}
    return value


class _Fields:
    """The keys of one table, taken one by one; those nobody took are the rest."""

    def __init__(self, table: object, name: str) -> None:
        if not isinstance(table, dict):
            raise ReaderError(f"{name} is not a table")
        self._left: Table = dict(table)

    def _take(self, key: str, kind: type[_Kind], default: _Kind | None) -> _Kind:
        value = self._left.pop(key, default)
        if type(value) is kind:
            return value
        if value is None:
            raise ReaderError(f"`{key}` is missing")
        # A bool is an int to Python, to a reporter it is not.
        if not isinstance(value, kind) or isinstance(value, bool):
            raise ReaderError(f"`{key}` is not {_NAMES[kind]}")
        return value

    def text(self, key: str, default: str | None = None) -> str:
        return _clean(self._take(key, str, default))

    def line(self, key: str, default: str | None = None) -> str:
        return " ".join(self.text(key, default).split())

    def lines(self, key: str) -> tuple[str, ...]:
        values = self._take(key, list, [])
        if not all(isinstance(value, str) for value in values):
            raise ReaderError(f"`{key}` holds something that is not text")
        return tuple(" ".join(_clean(value).split()) for value in values)

    def count(self, key: str, default: int | None = None) -> int:
        value = self._take(key, int, default)
        if value < 0:
            raise ReaderError(f"`{key}` is less than nothing")
        return value

    def share(self, key: str) -> float:
        value = self._left.pop(key, 0.0)
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
            raise ReaderError(f"`{key}` is not a number from 0 to 1")
        return float(value)

    def moment(self, key: str) -> datetime:
        value = _plain(self._take(key, datetime, None))
        return value if value.tzinfo else value.replace(tzinfo=UTC)

    def moment_if_any(self, key: str) -> datetime | None:
        return self.moment(key) if key in self._left else None

    def day_if_any(self, key: str) -> date | datetime | None:
        value = self._take(key, date, None) if key in self._left else None
        return _plain(value) if isinstance(value, datetime) else value

    def choice(self, key: str, kinds: type[_Choice], default: _Choice) -> _Choice:
        name = self.line(key, default)
        try:
            return kinds(name)
        except ValueError:
            raise ReaderError(f"`{key}` is none of {', '.join(kinds)}: {name[:40]}") from None

    def anchors(self, key: str) -> tuple[Anchor, ...]:
        return tuple(read_anchor(table) for table in self._take(key, list, []))

    def rest(self) -> Table:
        return {_clean(key): _cleaned(value) for key, value in self._left.items()}


_NAMES = {str: "text", list: "a list", int: "a whole number", datetime: "a time", date: "a date"}


def read_anchor(table: object) -> Anchor:
    """The passage that `table` describes; ReaderError says which key is wrong."""
    fields = _Fields(table, "`passage`")
    start = fields.count("start")
    end = fields.count("end")
    if end < start:
        raise ReaderError("`end` comes before `start`")
    return Anchor(
        article=fields.line("article"),
        exact=fields.text("exact"),
        start=start,
        end=end,
        prefix=fields.text("prefix", ""),
        suffix=fields.text("suffix", ""),
        rival=fields.share("rival"),
        paragraph=fields.count("paragraph", 0),
        sentence=fields.count("sentence", 0),
        outlet=fields.line("outlet", ""),
        headline=fields.line("headline", ""),
        url=fields.line("url", ""),
        published=fields.day_if_any("published"),
        retrieved=fields.moment_if_any("retrieved"),
        extra=fields.rest(),
    )


def read_note(table: object) -> Note:
    """The note that `table` describes; ReaderError says which key is wrong."""
    fields = _Fields(table, "`note`")
    name = fields.line("id")
    if not ID.fullmatch(name):
        raise ReaderError("`id` may hold letters, digits and hyphens only")
    return Note(
        id=name,
        created=fields.moment("created"),
        updated=fields.moment("updated"),
        passages=fields.anchors("passage"),
        text=fields.text("text", ""),
        relation=fields.choice("relation", Relation, Relation.FREE),
        status=fields.choice("status", Status, Status.OPEN),
        tags=fields.lines("tags"),
        extra=fields.rest(),
    )


def read_override(table: object) -> Override:
    """The correction that `table` describes; ReaderError says which key is wrong."""
    fields = _Fields(table, "`override`")
    kind = fields.line("kind")
    if kind not in (*Mark, "none"):
        raise ReaderError(f"`kind` is none of {', '.join(Mark)}, none: {kind[:40]}")
    sides = fields.anchors("passage")
    if len(sides) != 2:
        raise ReaderError("an override has two passages")
    return Override(
        a=sides[0],
        b=sides[1],
        kind=None if kind == "none" else Mark(kind),
        created=fields.moment("created"),
        extra=fields.rest(),
    )


def anchor_table(anchor: Anchor) -> Table:
    """The table that `read_anchor` reads back as `anchor`; empty fields are left out."""
    known: Table = {
        "article": anchor.article,
        "outlet": anchor.outlet,
        "headline": anchor.headline,
        "url": anchor.url,
        "published": anchor.published,
        "retrieved": anchor.retrieved,
        "exact": anchor.exact,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "rival": anchor.rival or None,
        "start": anchor.start,
        "end": anchor.end,
        "paragraph": anchor.paragraph,
        "sentence": anchor.sentence,
    }
    required = ("article", "exact")
    told = {
        key: value for key, value in known.items() if key in required or value not in ("", None)
    }
    return told | _unknown(anchor.extra, known)


def note_table(note: Note) -> Table:
    """The table that `read_note` reads back as `note`."""
    known: Table = {
        "id": note.id,
        "created": note.created,
        "updated": note.updated,
        "relation": str(note.relation),
        "status": str(note.status),
        "tags": list(note.tags),
        "text": note.text,
    }
    passages = [anchor_table(anchor) for anchor in note.passages]
    return known | _unknown(note.extra, {*known, "passage"}) | {"passage": passages}


def override_table(override: Override) -> Table:
    """The table that `read_override` reads back as `override`."""
    known: Table = {"kind": str(override.kind or "none"), "created": override.created}
    passages = [anchor_table(override.a), anchor_table(override.b)]
    return known | _unknown(override.extra, {*known, "passage"}) | {"passage": passages}


def _unknown(extra: Table, known: Container[str]) -> Table:
    return {key: value for key, value in extra.items() if key not in known}
