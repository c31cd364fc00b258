"""What a file says of itself above its text: TOML between +++, or simple YAML between ---."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime

from reader.model import sanitise_line
from reader.sources import toml
from reader.sources.dates import moment
from reader.sources.heading import Heading

_FENCED = re.compile(
    r"\s*?(?P<fence>\+\+\+|---)[ \t]*\n(?P<inside>(?:.*\n){0,200}?)(?P=fence)[ \t]*(?:\n|\Z)"
)
_PAIR = re.compile(r"(?P<key>[\w][\w -]*?)\s*:(?:\s+(?P<value>.*))?")
_ITEM = re.compile(r"\s*-\s+(?P<value>.*)")

_NAMES = {
    "headline": ("headline", "title"),
    "byline": ("byline", "author", "authors", "by"),
    "dateline": ("dateline",),
    "credit": ("credit", "agency"),
    "outlet": ("outlet", "publication", "publisher", "site_name", "site", "source"),
    "url": ("url", "link", "canonical", "canonical_url", "source"),
}
_PUBLISHED = ("published", "date_published", "published_at", "pubdate", "date")
_UPDATED = ("updated", "modified", "lastmod", "date_modified")
_RETRIEVED = ("retrieved", "accessed", "created")


def split(text: str, name: str) -> tuple[Heading, str]:
    """The heading that front matter gives, and the text below it; all is text where there is none.

    Of YAML, only lines `key: value` and lists of plain values are understood; a block with
    anything else between its lines of dashes is left in the text.

    Raises ReaderError, naming `name` and the line, when the TOML is broken.
    """
    fenced = _FENCED.match(text)
    if not fenced:
        return Heading(), text
    if fenced["fence"] == "+++":
        above = text.count("\n", 0, fenced.start("inside"))
        table = toml.parse(fenced["inside"], name, above=above)
    elif (pairs := _pairs(fenced["inside"])) is None:
        return Heading(), text
    else:
        table = pairs
    return _heading(table), text[fenced.end() :].lstrip("\n")


def _heading(table: Mapping[str, object]) -> Heading:
    by_key = {re.sub(r"[\s-]+", "_", key).casefold(): value for key, value in table.items()}
    texts: dict[str, str] = {}
    for field, keys in _NAMES.items():
        values = (_words(by_key.get(key)) for key in keys)
        # "source" is an address to some and a name to others.
        wanted = (value for value in values if value and (field == "url") == ("://" in value))
        texts[field] = next(wanted, "")
    published, updated, retrieved = (
        next(filter(None, (moment(by_key.get(key)) for key in keys)), None)
        for keys in (_PUBLISHED, _UPDATED, _RETRIEVED)
    )
    return Heading(
        **texts,
        published=published,
        updated=updated,
        retrieved=retrieved if isinstance(retrieved, datetime) else None,
    )


def _words(value: object) -> str:
    """A value as one line; a list of names as "Jane Doe, John Roe"."""
    values = value if isinstance(value, list) else [value]
    return ", ".join(sanitise_line(item) for item in values if isinstance(item, str))


def _pairs(block: str) -> dict[str, object] | None:
    """The pairs of simple YAML, None when the block is something else."""
    pairs: dict[str, object] = {}
    items: list[str] | None = None
    for line in block.split("\n"):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if items is not None and (item := _ITEM.fullmatch(line)):
            items.append(_scalar(item["value"]))
        elif pair := _PAIR.fullmatch(line):
            value = pair["value"] or ""
            items = None if value else []
            listed = re.fullmatch(r"\[(.*)\]", value)
            if listed:
                pairs[pair["key"]] = [_scalar(item) for item in listed[1].split(",")]
            else:
                pairs[pair["key"]] = items if items is not None else _scalar(value)
        else:
            return None
    return pairs or None


def _scalar(value: str) -> str:
    """A plain or quoted value, less its quotes and the brackets of a wiki link."""
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1]
    return value.removeprefix("[[").removesuffix("]]")
