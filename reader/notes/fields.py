"""Notes, passages and overrides as TOML tables, and back; unknown keys go through untouched."""

from __future__ import annotations

from collections.abc import Container

from reader.model import Anchor, Mark, Note, Override, ReaderError, Relation, Status
from reader.notes.ids import ID
from reader.notes.keys import Keys, Table


def read_anchor(table: object) -> Anchor:
    """The passage that `table` describes; ReaderError says which key is wrong."""
    keys = Keys(table, "`passage`")
    start = keys.count("start")
    end = keys.count("end")
    if end < start:
        raise ReaderError("`end` comes before `start`")
    return Anchor(
        article=keys.line("article"),
        exact=keys.text("exact"),
        start=start,
        end=end,
        prefix=keys.text("prefix", ""),
        suffix=keys.text("suffix", ""),
        rival=keys.share("rival"),
        paragraph=keys.count("paragraph", 0),
        sentence=keys.count("sentence", 0),
        outlet=keys.line("outlet", ""),
        headline=keys.line("headline", ""),
        url=keys.line("url", ""),
        published=keys.day_if_any("published"),
        retrieved=keys.moment_if_any("retrieved"),
        extra=keys.rest(),
    )


def _anchors(keys: Keys) -> tuple[Anchor, ...]:
    return tuple(read_anchor(table) for table in keys.tables("passage"))


def read_note(table: object) -> Note:
    """The note that `table` describes; ReaderError says which key is wrong."""
    keys = Keys(table, "`note`")
    name = keys.line("id")
    if not ID.fullmatch(name):
        raise ReaderError("`id` may hold letters, digits and hyphens only")
    return Note(
        id=name,
        created=keys.moment("created"),
        updated=keys.moment("updated"),
        passages=_anchors(keys),
        text=keys.text("text", ""),
        relation=keys.choice("relation", Relation, Relation.FREE),
        status=keys.choice("status", Status, Status.OPEN),
        tags=keys.lines("tags"),
        extra=keys.rest(),
    )


def read_override(table: object) -> Override:
    """The correction that `table` describes; ReaderError says which key is wrong."""
    keys = Keys(table, "`override`")
    kind = keys.line("kind")
    if kind not in (*Mark, "none"):
        raise ReaderError(f"`kind` is none of {', '.join(Mark)}, none: {kind[:40]}")
    sides = _anchors(keys)
    if len(sides) != 2:
        raise ReaderError("an override has two passages")
    return Override(
        a=sides[0],
        b=sides[1],
        kind=None if kind == "none" else Mark(kind),
        created=keys.moment("created"),
        extra=keys.rest(),
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
