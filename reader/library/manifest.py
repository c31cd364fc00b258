"""story.toml: what the reporter says of a story and of the files in its folder."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.disk import write_whole
from reader.model import Article, ReaderError, sanitise_line
from reader.sources import toml
from reader.sources.dates import moment

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

FILE = "story.toml"
_TEXTS = ("outlet", "headline", "byline", "url")
_LIMIT = 1_000_000


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
        return dict(self.entries).get(_composed(file), Entry())

    def strays(self, files: Iterable[str]) -> tuple[str, ...]:
        """A line for each entry that none of `files` answers to."""
        known = set(map(_composed, files))
        names = (name for name, _ in self.entries if name not in known)
        return tuple(f'{self.path}: there is no file "{sanitise_line(name)}"' for name in names)


def load_manifest(folder: Path) -> Manifest:
    """The story.toml of `folder`, empty where there is none; keys it does not know are let be.

    Raises nothing: what is broken becomes a fault, and the reports open without it.
    """
    path = folder / FILE
    shown = sanitise_line(str(path))
    try:
        if not path.is_file():
            return Manifest()
        with path.open("rb") as file:
            raw = file.read(_LIMIT)
        written = toml.parse(raw.decode("utf-8-sig").replace("\r\n", "\n"), shown)
    except OSError as error:
        return Manifest(faults=(f"cannot read {shown}: {error.strerror}",))
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return Manifest(
            faults=(f"cannot read {shown}: line {line} is not UTF-8; save it as UTF-8",)
        )
    except ReaderError as error:
        return Manifest(faults=(str(error),))

    faults: list[str] = []
    name = _text(written, "name", shown, faults)
    table = written.get("article", {})
    if not isinstance(table, dict):
        faults.append(f'{shown}: "article" must be tables, [article."file.txt"]')
        table = {}
    entries = tuple(
        (_composed(file), _entry(said, file, shown, faults)) for file, said in table.items()
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


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def write_name(path: Path, name: str) -> None:
    """Call the story of the story.toml at `path` `name`; all else in it stays as it is written.

    Raises ReaderError when what is there is no TOML, OSError when it cannot be read or written.
    """
    written = _as_written(path)
    written["name"] = sanitise_line(name)
    write_whole(path, written.as_string().encode())


def write_outlet(path: Path, file: str, outlet: str) -> None:
    """Have the story.toml at `path` say that `outlet` published `file`; with "" it says nothing.

    Raises as `write_name` does.
    """
    written = _as_written(path)
    articles = written.setdefault("article", {})
    known = next((name for name in articles if _composed(name) == _composed(file)), file)
    entry = articles.setdefault(known, {})
    entry.pop("outlet", None)
    if outlet := sanitise_line(outlet):
        entry["outlet"] = outlet
    if not entry:
        del articles[known]
    write_whole(path, written.as_string().encode())


def drop_entry(path: Path, file: str) -> None:
    """Take what the story.toml at `path` says of `file` out of it, if it says anything.

    Raises as `write_name` does.
    """
    written = _as_written(path)
    if name := _key(written, file):
        del written["article"][name]
        write_whole(path, written.as_string().encode())


def move_entry(story: Path, to: Path, file: str) -> None:
    """Let the story.toml in the folder `to` say of `file` what that in `story` says, if anything.

    Raises as `write_name` does.
    """
    written = _as_written(story / FILE)
    if name := _key(written, file):
        there = _as_written(to / FILE)
        there.setdefault("article", {})[name] = written["article"][name].unwrap()
        write_whole(to / FILE, there.as_string().encode())
        drop_entry(story / FILE, file)


def _key(written: TOMLDocument, file: str) -> str:
    """The name by which a story.toml speaks of `file`, "" if it does not."""
    entries = written.get("article")
    names = entries if isinstance(entries, dict) else {}
    return next((name for name in names if _composed(name) == _composed(file)), "")


def _as_written(path: Path) -> TOMLDocument:
    """A story.toml with its comments and its layout; an empty one where there is none."""
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        return tomlkit.parse(path.read_bytes().decode("utf-8-sig") if path.exists() else "")
    except (TOMLKitError, UnicodeDecodeError) as error:
        shown, reason = sanitise_line(str(path)), sanitise_line(str(error))
        raise ReaderError(f"cannot read {shown}: {reason}; mend it first") from error
