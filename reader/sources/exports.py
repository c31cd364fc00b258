"""Exports of press databases, Nexis and Factiva: many stories in one file, told by patterns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from reader.model import Article, ReaderError
from reader.sources import markdown, plain, tables
from reader.sources.article import article
from reader.sources.dates import moment
from reader.sources.heading import UNKNOWN, Heading
from reader.sources.intake import Source

_LARGEST = 20_000_000
_FIELDS = ("headline", "outlet", "byline", "dateline", "published")
_INDENT = re.compile(r"^[ \t]+|[ \t]+$", re.MULTILINE)


def recognises(source: Source) -> bool:
    """Whether the file is text with all the signs of some export."""
    if len(source.raw) > _LARGEST or b"\0" in source.raw[:1000]:
        return False
    return _kind(source.raw.decode("latin-1")) is not None


def read(source: Source) -> list[Article]:
    """The stories of an export in plain text, or the one report that has the signs by chance."""
    if found := _split(source, source.text):
        return found
    return markdown.read(source) if markdown.recognises(source) else plain.read(source)


def articles(
    source: Source, text: str, heading: Heading, left_out: tuple[str, ...] = ()
) -> list[Article]:
    """The stories in `text`, where it is an export; else the one article with that `heading`.

    Raises ReaderError for a pattern of the reporter's own that cannot be used.
    """
    return _split(source, text) or [article(source, text, heading, left_out)]


def _split(source: Source, text: str) -> list[Article]:
    """The stories in `text`, none where it is no export."""
    kind = _kind(text)
    stories = _stories(text, *kind) if kind else ()
    return [article(source.part(body.encode(), given), body, UNKNOWN) for given, body in stories]


def _kind(text: str) -> tuple[str, Mapping[str, Any]] | None:
    """The name and the patterns of the export that `text` is."""
    for name, kind in tables.exports().items():
        signs = kind.get("signs") if isinstance(kind, dict) else None
        if signs and all(str(sign) in text for sign in signs):
            return name, kind
    return None


def _stories(text: str, name: str, kind: Mapping[str, Any]) -> Iterator[tuple[Heading, str]]:
    for story in _pattern(name, kind, "story").finditer(_INDENT.sub("", text)):
        try:
            head, body = story["head"], story["body"].strip()
        except IndexError:
            raise ReaderError(
                f"exports.toml, [{name}]: story needs the groups head and body"
            ) from None
        found: dict[str, Any] = {
            field: value[1].strip() if (value := _pattern(name, kind, field).search(head)) else ""
            for field in _FIELDS
            if field in kind
        }
        if "drop" in kind:
            body = _pattern(name, kind, "drop").sub("", body)
        published = moment(found.pop("published", ""))
        if body:
            yield replace(Heading(published=published), **found), f"{body}\n"


def _pattern(name: str, kind: Mapping[str, Any], field: str) -> re.Pattern[str]:
    try:
        return re.compile(str(kind[field]), re.MULTILINE)
    except (KeyError, re.error) as error:
        raise ReaderError(f"exports.toml, [{name}]: {field} is no pattern: {error}") from error
