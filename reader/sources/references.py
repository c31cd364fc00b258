"""References that a reporter has gathered of reports: CSL-JSON, and Zotero's own JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from reader.disk import read_whole
from reader.model import Article, ReaderError, sanitise_line
from reader.sources.dates import moment
from reader.sources.heading import Heading

_ENDINGS = (".json", ".csljson")
_LARGEST = 5_000_000
_LISTS = ("items", "references")


def in_file(path: Path) -> tuple[Heading, ...]:
    """What a file of references says of each report; none where it is another kind of file."""
    if path.suffix.lower() not in _ENDINGS:
        return ()
    try:
        written = json.loads(read_whole(path, _LARGEST))
    except (ReaderError, ValueError, RecursionError):
        return ()
    if isinstance(written, dict):
        written = next((written[name] for name in _LISTS if name in written), [])
    items = (
        [item for item in written if isinstance(item, dict)] if isinstance(written, list) else []
    )
    # Zotero's own answers wrap each item in what its server knows of it.
    items = [item["data"] if isinstance(item.get("data"), dict) else item for item in items]
    return tuple(filter(_tells, map(_heading, items)))


def applied(article: Article, references: Iterable[Heading]) -> Article:
    """The article with what the reference to it says, where one has its address or headline."""
    known = next((each for each in references if _is_of(each, article)), None)
    if known is None:
        return article
    published = article.published
    if known.published and (
        published is None or published.isoformat()[:10] != str(known.published)
    ):
        published = known.published
    return replace(
        article,
        outlet=known.outlet or article.outlet,
        headline=known.headline or article.headline,
        byline=known.byline or article.byline,
        url=article.url or known.url,
        published=published,
    )


def _heading(item: dict[str, Any]) -> Heading:
    """A reference, in the names of CSL or of Zotero."""
    outlets = ("container-title", "publicationTitle", "websiteTitle", "blogTitle", "publisher")
    outlet = next((text for name in outlets if (text := _text(item.get(name)))), "")
    people = item.get("author") or item.get("creators")
    return Heading(
        headline=_text(item.get("title")),
        byline=", ".join(filter(None, map(_person, people if isinstance(people, list) else []))),
        outlet=outlet,
        url=_text(item.get("URL")) or _text(item.get("url")),
        published=_day(item.get("issued")) or moment(item.get("date")),
    )


def _tells(heading: Heading) -> bool:
    """Whether a reference names a report and says something of it."""
    return bool((heading.url or heading.headline) and (heading.outlet or heading.published))


def _is_of(heading: Heading, article: Article) -> bool:
    place = _place(heading.url)
    if place and place == _place(article.url):
        return True
    return bool(heading.headline) and _plain(heading.headline) == _plain(article.headline)


def _place(url: str) -> tuple[str, str] | None:
    """An address without what differs between copies of it: scheme, www and query."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    host = (parts.netloc or "").casefold().removeprefix("www.")
    return (host, parts.path.rstrip("/")) if host else None


def _plain(headline: str) -> str:
    return " ".join(re.findall(r"\w+", headline.casefold()))


def _person(person: object) -> str:
    if not isinstance(person, dict):
        return ""
    names = [_text(person.get(key)) for key in ("given", "firstName", "family", "lastName")]
    return (
        " ".join(filter(None, names)) or _text(person.get("literal")) or _text(person.get("name"))
    )


def _day(issued: object) -> date | None:
    """The date of a CSL item, where it is whole."""
    parts = issued.get("date-parts") if isinstance(issued, dict) else None
    first = parts[0] if isinstance(parts, list) and parts else None
    try:
        return date(*map(int, first)) if isinstance(first, list) and len(first) == 3 else None
    except (TypeError, ValueError):
        return None


def _text(value: object) -> str:
    return sanitise_line(value) if isinstance(value, str) else ""
