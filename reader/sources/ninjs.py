"""News in JSON (ninjs, of the IPTC): one item, a list of them, or a page of results."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from reader.model import Article, ReaderError
from reader.sources.article import article
from reader.sources.blocks import paragraphs, parse
from reader.sources.dates import moment
from reader.sources.heading import Heading
from reader.sources.intake import Source
from reader.sources.several import gather

_BODIES = ("body_xhtml", "body_html", "body_text")
_SIGN = re.compile(rb'"(?:body_(?:xhtml|html|text)|bodies)"\s*:')
_LISTS = ("items", "_items", "results", "hits")


def recognises(source: Source) -> bool:
    """Whether the file is JSON with a body as ninjs names it."""
    return source.start.lstrip()[:1] in ("{", "[") and bool(_SIGN.search(source.raw[:2_000_000]))


def read(source: Source) -> list[Article]:
    """The items that have a body. Raises ReaderError for broken JSON, and when none has."""
    try:
        written = json.loads(source.text)
    except (ValueError, RecursionError) as error:
        raise ReaderError(f"cannot read {source.path}: broken JSON; save it anew") from error
    items = _items(written)
    if len(items) == 1:
        return _item(source, items[0])
    parts = (source.part(_written(item)) for item in items)
    return gather(source, parts, lambda part: _item(part, json.loads(part.raw)), "item")


def _items(written: object) -> list[dict[str, Any]]:
    if isinstance(written, dict):
        lists = (written[name] for name in _LISTS if isinstance(written.get(name), list))
        written = next(lists, [written])
    return [item for item in written if isinstance(item, dict)] if isinstance(written, list) else []


def _written(item: Mapping[str, Any]) -> bytes:
    # What is half a character stays the escape that it came as.
    return json.dumps(item, ensure_ascii=False).encode("utf-8", "backslashreplace")


def _item(source: Source, item: Mapping[str, Any]) -> list[Article]:
    body = _body(item)
    if not body.strip():
        raise ReaderError(f"cannot read {source.path}: a news item without text")
    place = item.get("located")
    url = _text(item.get("uri"))
    given = Heading(
        headline=_text(item.get("headline")) or _first(item.get("headlines"), "value"),
        byline=_text(item.get("byline")),
        dateline=place if isinstance(place, str) else "",
        outlet=_first(item.get("infosources"), "name") or _text(item.get("copyrightholder")),
        url=url if url.startswith("http") else "",
        published=moment(item.get("firstcreated")) or moment(item.get("versioncreated")),
        updated=moment(item.get("versioncreated")),
    )
    return [article(source, body, given)]


def _body(item: Mapping[str, Any]) -> str:
    """The longest of the item's bodies, as paragraphs."""
    bodies = [(name, _text(item.get(name))) for name in _BODIES]
    listed = item.get("bodies")
    for each in listed if isinstance(listed, list) else []:
        if isinstance(each, dict):
            bodies.append((_text(each.get("contentType")), _text(each.get("value"))))
    texts = []
    for kind, text in bodies:
        try:
            texts.append(paragraphs(parse(text)) if "html" in kind and text.strip() else text)
        except ValueError:
            continue
    return max(texts, key=len, default="")


def _first(values: object, key: str) -> str:
    first = values[0] if isinstance(values, list) and values else None
    return _text(first.get(key)) if isinstance(first, dict) else ""


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
