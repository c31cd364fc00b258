"""One version of an article on disk: article.toml, text.txt, the original, how that came in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from difflib import unified_diff
from pathlib import Path
from typing import Any

from reader.disk import read_whole
from reader.model import Article, ReaderError, sanitise, sanitise_line
from reader.sources import toml
from reader.sources.dates import moment
from reader.sources.intake import LARGEST

FILE = "article.toml"
TEXT = "text.txt"
EVIDENCE = "evidence.toml"
CHANGES = "changes.diff"
_ADDED = "added"
_ORIGINAL = "original"
_TEXTS = ("outlet", "headline", "byline", "dateline", "credit", "url", "sha256")
_MOMENTS = ("published", "updated", "retrieved")
_SUFFIX = re.compile(r"\.[a-z0-9]{1,8}")


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes that an article came in, the ending of their file, and how they came.

    `evidence` is what evidence.toml says: an address or a path, the time, the headers.
    """

    raw: bytes
    suffix: str
    evidence: Mapping[str, Any]


def write_version(
    folder: Path, article: Article, original: Original | None, before: Article | None
) -> None:
    """Make `folder` a version that holds `article`, and what it came in, if it came from outside.

    Made for a folder that is staged, which reaches the disk as a whole.
    `before` is the version before it, from which its text differs as changes.diff then says.
    Raises OSError.
    """
    folder.mkdir(parents=True)
    table = {name: getattr(article, name) for name in _TEXTS}
    table |= {name: getattr(article, name) for name in _MOMENTS}
    table[_ADDED] = datetime.now(UTC).replace(microsecond=0)
    if original:
        suffix = original.suffix.lower()
        name = f"{_ORIGINAL}{suffix if _SUFFIX.fullmatch(suffix) else ''}"
        table[_ORIGINAL] = name
        (folder / name).write_bytes(original.raw)
        _write_toml(folder / EVIDENCE, original.evidence)
    table["left_out"] = list(article.left_out)
    if before:
        (folder / CHANGES).write_bytes(changes(before, article).encode())
    (folder / TEXT).write_bytes(article.text.encode())
    _write_toml(folder / FILE, {key: value for key, value in table.items() if value})


def read_version(folder: Path, shown: str) -> Article:
    """The article of a version, its `path` being `shown`.

    Raises ReaderError, naming the file, when it is missing or not as Reader writes it.
    """
    table = _table(folder)
    place = sanitise_line(str(folder / FILE))
    texts = {name: _text(table, name, place) for name in _TEXTS}
    text = sanitise(read_whole(folder / TEXT, LARGEST).decode("utf-8-sig", "replace"))
    if not text.strip():
        raise ReaderError(f"cannot read {sanitise_line(str(folder / TEXT))}: it is empty")
    left_out = table.get("left_out", [])
    if not isinstance(left_out, list):
        raise ReaderError(f'{place}: "left_out" must be a list of lines')
    retrieved = _moment(table, "retrieved", place)
    return Article(
        text=text,
        sha256=texts["sha256"],
        outlet=texts["outlet"],
        headline=texts["headline"],
        byline=texts["byline"],
        dateline=texts["dateline"],
        credit=texts["credit"],
        published=_moment(table, "published", place),
        updated=_moment(table, "updated", place),
        url=texts["url"],
        retrieved=retrieved if isinstance(retrieved, datetime) else None,
        path=shown,
        left_out=tuple(sanitise_line(str(line)) for line in left_out),
    )


def added(folder: Path) -> datetime | None:
    """When a version came to be, in UTC. Raises ReaderError as `read_version` does."""
    when = _moment(_table(folder), _ADDED, sanitise_line(str(folder / FILE)))
    return when if isinstance(when, datetime) else None


def changes(before: Article, after: Article) -> str:
    """How one text differs from another, line by line, as `diff -u` puts it; "" if in nothing."""
    old, new = (f"{article.text}\n".splitlines(keepends=True) for article in (before, after))
    return "".join(unified_diff(old, new, "before", "after"))


def checksum(folder: Path) -> str:
    """The `sha256` of a version's article. Raises ReaderError as `read_version` does."""
    return _text(_table(folder), "sha256", sanitise_line(str(folder / FILE)))


def original_in(folder: Path) -> Path | None:
    """The file that a version came in; None for one that was made by hand."""
    name = _text(_table(folder), _ORIGINAL, sanitise_line(str(folder / FILE)))
    path = folder / name
    # A story that someone sent may name any file of this machine.
    return path if name and Path(name).name == name and path.is_file() else None


def _table(folder: Path) -> dict[str, Any]:
    return toml.load(folder / FILE, required=True)


def _write_toml(path: Path, table: Mapping[str, Any]) -> None:
    import tomli_w

    path.write_bytes(tomli_w.dumps(dict(table)).encode())


def _text(table: Mapping[str, Any], key: str, place: str) -> str:
    value = table.get(key, "")
    if not isinstance(value, str):
        raise ReaderError(f'{place}: "{key}" must be text in quotes')
    return sanitise_line(value)


def _moment(table: Mapping[str, Any], key: str, place: str) -> date | datetime | None:
    value = moment(table.get(key))
    if key in table and value is None:
        raise ReaderError(f'{place}: "{key}" must be a date, as 2024-06-18')
    return value
