"""Where articles stand in a story: loose files as they come, and a folder for each one added.

The folder of an article holds its versions, numbered; the highest is the article as it now is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

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


def is_folder(path: Path) -> bool:
    """Whether a folder is there, whatever characters the name has."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def is_version(folder: Path) -> bool:
    """Whether `folder` holds one version of an article."""
    return is_folder(folder) and (folder / record.FILE).is_file()


def versions(folder: Path) -> tuple[Path, ...]:
    """The versions in the folder of an article, the oldest first; none where it is no such."""
    if not is_folder(folder) or folder.name.startswith("."):
        return ()
    numbered = (path for path in listing(folder) if _NUMBER.fullmatch(path.name))
    return tuple(sorted(filter(is_version, numbered), key=lambda path: int(path.name)))


def read_kept(folder: Path) -> Article:
    """The article in the folder of an article, or of one version of it.

    Raises ReaderError when there is none, or it cannot be read.
    """
    held = (folder,) if is_version(folder) else versions(folder)
    if not held:
        raise ReaderError(f"there is no article in {sanitise_line(str(folder))}")
    article = record.read_version(held[-1], sanitise_line(str(folder)))
    before = dict.fromkeys(record.read_version(older, "").sha256 for older in held[:-1])
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
