"""story.toml: what the reporter says of a story and of the files in its folder."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from reader.model import Article, ReaderError, sanitise_line
from reader.sources import toml
from reader.sources.dates import moment

FILE = "story.toml"
TABLES = '"article" must be tables, [article."file.txt"]'
_TEXTS = ("outlet", "headline", "byline", "url")


@dataclass(frozen=True, slots=True)
class Entry:
    """What story.toml says of one file; "" and None are not said."""

    outlet: str = ""
    headline: str = ""
    byline: str = ""
    url: str = ""
    published: date | None = None

    def applied(self, article: Article) -> Article:
        """The article with what is said of it in place of what was found. Its text stays."""
        return replace(
            article,
            outlet=self.outlet or article.outlet,
            headline=self.headline or article.headline,
            byline=self.byline or article.byline,
            url=self.url or article.url,
            published=self.published or article.published,
        )


@dataclass(frozen=True, slots=True)
class Manifest:
    """The name of a story and an entry a file, by name; what could not be used, a line each."""

    path: str = ""
    name: str = ""
    entries: tuple[tuple[str, Entry], ...] = ()
    faults: tuple[str, ...] = ()

    def entry(self, file: str) -> Entry:
        """What is said of `file`, however its accents are written."""
        return dict(self.entries).get(composed(file), Entry())

    def strays(self, files: Iterable[str]) -> tuple[str, ...]:
        """A line for each entry that none of `files` answers to."""
        known = set(map(composed, files))
        names = (name for name, _ in self.entries if name not in known)
        return tuple(f'{self.path}: there is no file "{sanitise_line(name)}"' for name in names)


def load_manifest(folder: Path) -> Manifest:
    """The story.toml of `folder`, empty where there is none; keys it does not know are let be.

    Raises nothing: what is broken becomes a fault, and the reports open without it.
    """
    path = folder / FILE
    shown = sanitise_line(str(path))
    try:
        written = toml.load(path)
    except ReaderError as error:
        return Manifest(faults=(str(error),))
    faults: list[str] = []
    name = _text(written, "name", shown, faults)
    table = written.get("article", {})
    if not isinstance(table, dict):
        faults.append(f"{shown}: {TABLES}")
        table = {}
    entries = tuple(
        (composed(file), _entry(said, file, shown, faults)) for file, said in table.items()
    )
    return Manifest(shown, name, entries, tuple(faults))


def _entry(said: object, file: str, shown: str, faults: list[str]) -> Entry:
    place = f'{shown}, [article."{sanitise_line(file)}"]'
    if not isinstance(said, dict):
        faults.append(f"{place}: must be a table")
        return Entry()
    published = moment(said.get("published"))
    if "published" in said and published is None:
        faults.append(f'{place}: "published" must be a date, as 2024-06-18')
    texts = {key: _text(said, key, place, faults) for key in _TEXTS}
    return Entry(**texts, published=published)


def _text(table: dict[str, Any], key: str, place: str, faults: list[str]) -> str:
    value = table.get(key, "")
    if isinstance(value, str):
        return sanitise_line(value)
    faults.append(f'{place}: "{key}" must be text in quotes')
    return ""


def composed(name: str) -> str:
    """A file's name with its accents written one way."""
    return unicodedata.normalize("NFC", name)
