"""Where articles stand in a story: loose files as they come, and a folder for each one added.

The folder of an article holds its versions, numbered; the highest is the article as it now is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from reader.disk import is_file, is_folder
from reader.library import record
from reader.model import Article, ReaderError, sanitise_line

_NUMBER = re.compile(r"[1-9]\d{0,5}")
_LONGEST = 48


def listing(folder: Path) -> list[Path]:
    """All that lies in a folder, by name. Raises ReaderError when it may not be looked into."""
    try:
        return sorted(folder.iterdir(), key=lambda path: path.name)
    except OSError as error:
        shown = sanitise_line(str(folder))
        raise ReaderError(f"cannot open the folder {shown}: {error.strerror}") from error


def is_version(folder: Path) -> bool:
    """Whether `folder` holds one version of an article."""
    return is_folder(folder) and is_file(folder / record.FILE)


def versions(folder: Path) -> tuple[Path, ...]:
    """The versions in the folder of an article, the oldest first; none where it is no such.

    One that may not be looked into is among them: an older one must not pass for the newest.
    """
    return tuple(each for each in _numbered(folder) if is_version(each) or _is_locked(each))


def _is_locked(folder: Path) -> bool:
    """Whether there is no right to look into `folder`."""
    try:
        (folder / record.FILE).stat()
    except PermissionError:
        return True
    except OSError:
        return False
    return False


def next_version(folder: Path) -> Path:
    """Where a new version goes in the folder of an article: after all that are there, broken too.

    Raises ReaderError when the folder may not be looked into.
    """
    numbers = [int(path.name) for path in _numbered(folder)]
    return folder / str(max(numbers, default=0) + 1)


def _numbered(folder: Path) -> list[Path]:
    """All that is called as a version in a folder, by number."""
    if not is_folder(folder) or folder.name.startswith("."):
        return []
    numbered = (path for path in listing(folder) if _NUMBER.fullmatch(path.name))
    return sorted(numbered, key=lambda path: int(path.name))


def article_of(path: Path) -> Path:
    """The folder of the article that `path` is, or is a version of.

    Raises ReaderError for a version that stands in no such folder.
    """
    if not is_version(path):
        return path
    folder = path.resolve().parent if path.name in ("", "..") else path.parent
    if path.resolve().name not in (each.name for each in versions(folder)):
        raise ReaderError(f"{sanitise_line(str(path))} stands in no article; put it back first")
    return folder


def read_kept(folder: Path) -> Article:
    """The article in the folder of an article, or of one version of it.

    Raises ReaderError when there is none, or it cannot be read.
    """
    held = (folder,) if is_version(folder) else versions(folder)
    if not held:
        raise ReaderError(f"there is no article in {sanitise_line(str(folder))}")
    article = record.read_version(held[-1], sanitise_line(str(folder)))
    before: dict[str, None] = {}
    for older in held[:-1]:
        # One that is broken keeps nobody from the others.
        with suppress(ReaderError):
            before[record.checksum(older)] = None
    return replace(article, earlier=tuple(sha for sha in before if sha != article.sha256))


def is_kept(folder: Path) -> bool:
    """Whether `folder` is that of an article, or of one version."""
    return is_version(folder) or bool(versions(folder))


def name_for(article: Article, taken: Iterable[str]) -> str:
    """A name for the article's folder, of outlet and headline, that none of `taken` has."""
    return free_name(f"{article.outlet} {article.headline}", taken, "report")


def free_name(words: str, taken: Iterable[str], otherwise: str) -> str:
    """`words` as the name of a file: "AP Visit ends" is "ap-visit-ends", the second "…-2"."""
    plain = unicodedata.normalize("NFC", words).casefold()
    plain = "-".join(re.findall(r"\w+", re.sub(r"[’']", "", plain)))
    if len(plain) > _LONGEST:
        plain = plain[: _LONGEST + 1].rpartition("-")[0] or plain[:_LONGEST]
    plain = plain or otherwise
    others = {unicodedata.normalize("NFC", name).casefold() for name in taken}
    name, number = plain, 1
    while name in others:
        number += 1
        name = f"{plain}-{number}"
    return name
