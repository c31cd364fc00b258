"""Annotations as Hypothesis' API and its exports give them.

https://h.readthedocs.io/en/latest/api-reference/v1/
"""

from __future__ import annotations

from urllib.parse import urlsplit

from reader.model import ReaderError
from reader.notes.imports.tables import timed
from reader.notes.imports.webannotation import selection
from reader.notes.keys import Table

_KEPT = ("user", "group", "references")


def table(record: object) -> Table:
    """The table of a note, from an annotation. Raises ReaderError where it is none.

    The id is made of the annotation's own, so that it comes in once; who wrote it, in which
    group and in reply to what is kept with the note, and the address of a note on a whole page.
    """
    if not isinstance(record, dict) or not isinstance(record.get("id"), str):
        raise ReaderError("not an annotation")
    address = record.get("uri")
    passages = [one for target in _list(record, "target") for one in _passage(target, record)]
    return timed(
        {
            "id": "h-" + "".join(c if c.isascii() and c.isalnum() else "-" for c in record["id"]),
            "created": record.get("created"),
            "updated": record.get("updated") or record.get("created"),
            "text": record.get("text") or "",
            "tags": _list(record, "tags"),
            "passage": passages,
            "hypothesis": {
                "id": record["id"],
                **({} if passages else {"uri": address}),
                **{key: record[key] for key in _KEPT if record.get(key)},
            },
        }
    )


def _passage(target: object, record: Table) -> list[Table]:
    """The passage of a target; none where a whole page is meant."""
    if not isinstance(target, dict):
        return []
    selected: Table = {}
    for selector in _list(target, "selector"):
        selected |= selection(selector)
    if "exact" not in selected:
        return []
    address = target.get("source") or record.get("uri") or ""
    start = selected.get("start", 0)
    known = {
        "article": "",
        "outlet": _host(str(address)),
        "headline": _title(record),
        "url": address,
        "start": start,
        "end": start,
    }
    return [known | selected]


def _host(address: str) -> str:
    """Where a page stands, as far as an address says who publishes it."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _title(record: Table) -> str:
    document = record.get("document")
    title = document.get("title") if isinstance(document, dict) else ""
    title = title[0] if isinstance(title, list) and title else title
    return title if isinstance(title, str) else ""


def _list(record: Table, key: str) -> list[object]:
    value = record.get(key)
    return value if isinstance(value, list) else []
