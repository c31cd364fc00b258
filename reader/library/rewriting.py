"""What a story.toml says is changed; all else in it stays as the reporter wrote it."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.disk import write_whole
from reader.library.manifest import TABLES, composed
from reader.model import ReaderError, sanitise_line
from reader.sources import toml

if TYPE_CHECKING:
    from tomlkit import TOMLDocument


def write_name(path: Path, name: str) -> str:
    """Call the story of the story.toml at `path` `name`, with "" nothing; what it called it before.

    Raises ReaderError, naming the file, when it cannot be read or written, or is not as it should
    be.
    """
    with _rewritten(path) as written:
        before = written.get("name", "")
        written["name"] = sanitise_line(name)
        if not written["name"]:
            del written["name"]
    return sanitise_line(str(before))


def write_outlet(path: Path, file: str, outlet: str) -> str:
    """Have the story.toml at `path` say that `outlet` published `file`; what it said before.

    With "" it says nothing of it. Raises as `write_name` does.
    """
    outlet = sanitise_line(outlet)
    with _rewritten(path) as written:
        articles = _articles(written, path)
        known = _known(articles, file)
        entry = articles[known] if known else {}
        if not isinstance(entry, dict):
            raise _odd(path, f'[article."{sanitise_line(known)}"]: must be a table')
        before = sanitise_line(str(entry.get("outlet", "")))
        if outlet and known:
            entry["outlet"] = outlet
        elif outlet:
            articles[file] = {"outlet": outlet}
        elif before:
            del entry["outlet"]
            if not entry:
                del articles[known]
    return before


def drop_entry(path: Path, file: str) -> None:
    """Take what the story.toml at `path` says of `file` out of it. Raises as `write_name` does."""
    with _rewritten(path) as written:
        articles = _articles(written, path)
        if known := _known(articles, file):
            del articles[known]


def move_entries(path: Path, to: Path, files: Sequence[str]) -> None:
    """Let the story.toml at `to` say of `files` what the one at `path` says, if anything.

    Raises as `write_name` does.
    """
    with _rewritten(path) as here, _rewritten(to) as there:
        for file in files:
            # Asked for anew: where the tables stand apart, tomlkit loses count after one has gone.
            told, goal = _articles(here, path), _articles(there, to)
            if known := _known(told, file):
                goal[known] = told[known].unwrap()
                del told[known]


@contextmanager
def _rewritten(path: Path) -> Iterator[TOMLDocument]:
    """A story.toml with its comments and its layout; what has changed at the end is written."""
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    shown = sanitise_line(str(path))
    try:
        before = toml.written(path)
        written = tomlkit.parse(before)
        yield written
        if written.get("article") == {}:
            del written["article"]
        if (after := written.as_string()) != before:
            write_whole(path, after.encode())
    except UnicodeEncodeError as error:
        raise ReaderError(f"cannot write {shown}: a name in it is not UTF-8; change it") from error
    except TOMLKitError as error:
        raise ReaderError(
            f"cannot read {shown}: {sanitise_line(str(error))}; mend it first"
        ) from error
    except OSError as error:
        raise ReaderError(f"cannot write {shown}: {error.strerror}") from error


def _articles(written: TOMLDocument, path: Path) -> MutableMapping[str, Any]:
    """The entries by file, to be changed."""
    articles = written.setdefault("article", {})
    if not isinstance(articles, dict):
        raise _odd(path, TABLES)
    return articles


def _known(articles: MutableMapping[str, Any], file: str) -> str:
    """The name under which there is an entry of `file`, "" where there is none."""
    return next((name for name in articles if composed(name) == composed(file)), "")


def _odd(path: Path, what: str) -> ReaderError:
    return ReaderError(f"{sanitise_line(str(path))}: {what}; mend it first")
