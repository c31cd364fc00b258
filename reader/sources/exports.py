"""Exports of press databases, Nexis and Factiva: many stories in one file, told by patterns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from reader.model import Article, ReaderError, sanitise_line
from reader.sources import markdown, plain, tables
from reader.sources.article import article
from reader.sources.dates import moment
from reader.sources.heading import UNKNOWN, Heading
from reader.sources.intake import Source

Kind = Mapping[str, Any]

_LARGEST = 20_000_000
_FIELDS = ("headline", "outlet", "byline", "dateline", "published")
_INDENT = re.compile(r"^[ \t]+|[ \t]+$", re.MULTILINE)


def recognises(source: Source) -> bool:
    """Whether the file is text with all the signs of some export."""
    if len(source.raw) > _LARGEST:
        return False
    try:
        text = source.text
    except ReaderError:
        return False
    return _kind(text) is not None


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
    return [
        article(source.part(whole.encode(), given), body, UNKNOWN) for given, body, whole in stories
    ]


def _kind(text: str) -> tuple[str, Kind] | None:
    """The name and the patterns of the export that `text` is. Raises ReaderError as `articles`."""
    for name, kind in tables.exports().items():
        signs = kind.get("signs") if isinstance(kind, dict) else None
        if not isinstance(signs, list) or not all(isinstance(sign, str) for sign in signs):
            raise _unusable(name, "signs must be a list of words in quotes")
        if signs and all(sign in text for sign in signs):
            return name, kind
    return None


def _stories(text: str, name: str, kind: Kind) -> Iterator[tuple[Heading, str, str]]:
    """Each story's heading, its text, and all that the export has of it."""
    heads = {field: _pattern(name, kind, field, 1) for field in _FIELDS if field in kind}
    drop = _pattern(name, kind, "drop") if "drop" in kind else None
    for story in _pattern(name, kind, "story", "head", "body").finditer(_INDENT.sub("", text)):
        body = (story["body"] or "").strip()
        if drop:
            body = drop.sub("", body)
        matches = {field: head.search(story["head"] or "") for field, head in heads.items()}
        found: dict[str, Any] = {
            field: (match[1] or "").strip() if match else "" for field, match in matches.items()
        }
        published = moment(found.pop("published", ""))
        if body:
            yield replace(Heading(published=published), **found), f"{body}\n", story[0]


def _pattern(name: str, kind: Kind, field: str, *groups: str | int) -> re.Pattern[str]:
    """The regular expression in `field`, which has the `groups`."""
    try:
        pattern = re.compile(str(kind[field]), re.MULTILINE)
    except (KeyError, re.error, OverflowError, RecursionError) as error:
        raise _unusable(name, f"{field} is no pattern: {error}") from error
    if not {*groups} <= {*pattern.groupindex, *range(pattern.groups + 1)}:
        named = [f"(?P<{group}>…)" if isinstance(group, str) else "(…)" for group in groups]
        raise _unusable(name, f"{field} needs {' and '.join(named)}")
    return pattern


def _unusable(name: str, why: str) -> ReaderError:
    return ReaderError(sanitise_line(f"exports.toml, [{name}]: {why}"))
