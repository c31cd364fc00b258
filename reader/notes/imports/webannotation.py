"""W3C Web Annotations in JSON-LD, Reader's own and those of other programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256

from reader.model import ReaderError
from reader.notes.exports.webannotation import NOTE, PREFIX
from reader.notes.imports.tables import timed
from reader.notes.keys import Table


def table(record: object) -> Table:
    """The table of a note, from an annotation. Raises ReaderError where it is none."""
    if not isinstance(record, dict):
        raise ReaderError("not an annotation")
    created = record.get("created") or record.get("modified")
    bodies = list(_bodies(record))
    known = {
        "id": _id(record),
        "created": created,
        "updated": record.get("modified") or created,
        "text": "\n\n".join(value for purpose, value in bodies if purpose != "tagging"),
        "tags": [value for purpose, value in bodies if purpose == "tagging"],
        "passage": [_passage(target) for target in _some(record.get("target"))],
    }
    return timed(known) | timed(_own(record))


def _id(record: Table) -> str:
    """The note's own id, or one that the same annotation always gets, named or not."""
    name = str(record.get("id") or json.dumps(record, sort_keys=True))
    if name.startswith(NOTE):
        return name.removeprefix(NOTE)
    return "w" + sha256(name.encode(errors="replace")).hexdigest()[:12]


def _bodies(record: Table) -> Iterator[tuple[str, str]]:
    """The purpose and the text of each body, plain or not."""
    for body in (*_some(record.get("body")), *_some(record.get("bodyValue"))):
        if isinstance(body, str):
            yield "commenting", body
        elif isinstance(body, dict) and isinstance(body.get("value"), str):
            yield str(body.get("purpose", "commenting")), body["value"]


def _passage(target: object) -> Table:
    if isinstance(target, str):
        return {"article": "", "exact": "", "start": 0, "end": 0, "url": target}
    if not isinstance(target, dict):
        raise ReaderError("a target is neither an address nor a resource")
    selected: Table = {}
    for selector in _some(target.get("selector")):
        selected |= selection(selector)
    source = target.get("source") or target.get("id") or ""
    address = source.get("id", "") if isinstance(source, dict) else source
    known = {"article": "", "exact": "", "url": address, **selected}
    known.setdefault("start", 0)
    known.setdefault("end", known["start"])
    own = _own(target)
    if own and "url" not in own:
        known.pop("url")
    return known | timed(own)


def selection(selector: object) -> Table:
    """What a text-quote or a text-position selector says; nothing of any other."""
    if not isinstance(selector, dict):
        return {}
    keys = {
        "TextQuoteSelector": ("exact", "prefix", "suffix"),
        "TextPositionSelector": ("start", "end"),
    }.get(str(selector.get("type")), ())
    return {key: selector[key] for key in keys if key in selector}


def _own(record: Table) -> Table:
    """What Reader itself wrote."""
    own = {key: value for key, value in record.items() if key.startswith(PREFIX)}
    return {key.removeprefix(PREFIX): value for key, value in own.items()}


def _some(value: object) -> list[object]:
    return value if isinstance(value, list) else [] if value is None else [value]
