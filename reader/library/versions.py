"""The versions of an article: what each says, what it came in, and the reporter's own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from reader.disk import write_new
from reader.library import shelf
from reader.library.adopting import adopt, forget
from reader.library.record import added, changes, original_in, write_version
from reader.library.staging import staged
from reader.library.story import loose
from reader.model import Article, ReaderError, sanitise, sanitise_line

_HEADLINE = 200


@dataclass(frozen=True, slots=True)
class Version:
    """One text of an article, where it stands, since when, and how it differs from the one before.

    `original` is the file it came in, None for one that was written by hand; `changes` is a
    unified diff, "" for the first version.
    """

    folder: Path
    article: Article
    added: datetime | None
    original: Path | None
    changes: str


def versions(path: Path) -> tuple[Version, ...]:
    """The versions of the article in the folder `path`, or of which `path` is one, oldest first.

    Raises ReaderError when it is the folder of no article, or a version cannot be read.
    """
    return tuple(_versions(path))


def _versions(path: Path) -> Iterator[Version]:
    held = shelf.versions(shelf.article_of(path))
    if not held:
        hint = "name the folder of an article that was added to a story"
        raise ReaderError(f"{sanitise_line(str(path))} has no versions; {hint}")
    before: Article | None = None
    for folder in held:
        article = shelf.read_kept(folder)
        changed = changes(before, article) if before else ""
        yield Version(folder, article, added(folder), original_in(folder), changed)
        before = article


def original(path: Path) -> Path:
    """The file that an article came in: of its last version that came from outside, or itself.

    Raises ReaderError when there is none.
    """
    if path.is_file():
        return path
    folders = _up_to(path) if shelf.is_version(path) else shelf.versions(path)
    for folder in reversed(folders):
        if found := original_in(folder):
            return found
    hint = "name an article of a story, or its file"
    raise ReaderError(f"there is no original in {sanitise_line(str(path))}: {hint}")


def _up_to(version: Path) -> tuple[Path, ...]:
    """The versions of an article up to this one."""
    known = shelf.versions(version.parent)
    return known[: known.index(version) + 1] if version in known else (version,)


def correct(path: Path, text: str, aside: Path) -> Path | None:
    """Keep `text`, as the reporter corrected it, as a new version; its folder, None if it is none.

    `path` is the folder of an article or of one version, or a file that lies in a story: that
    then becomes the original of the first version. Removing the version takes the correction back.

    Raises ReaderError when nothing is left of the text, or it cannot be kept: all is then as it
    was, and the text in a file in the folder `aside`.
    """
    text = sanitise(text)
    if not text.strip():
        raise ReaderError(f"{sanitise_line(str(path))}: no text is left; it stays as it was")
    try:
        return _correct_file(path, text) if path.is_file() else _correct_kept(path, text)
    except (OSError, ReaderError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        kept = _set_aside(text, aside)
        shown = sanitise_line(str(path))
        raise ReaderError(
            f"cannot keep the new text of {shown} ({why}); it is in {kept}"
        ) from error


def _set_aside(text: str, folder: Path) -> str:
    """Write down what would be lost; where it is, fit for the screen."""
    file = folder / f"correction-{datetime.now(UTC):%Y%m%dT%H%M%S.%fZ}.txt"
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    write_new(file, text)
    return sanitise_line(str(file))


def _correct_kept(path: Path, text: str) -> Path | None:
    article, folder = shelf.read_kept(path), shelf.article_of(path)
    newest = shelf.read_kept(folder)
    if text in (article.text, newest.text):
        return None
    version = shelf.next_version(folder)
    with staged(folder) as stage:
        write_version(stage.room_for(version), _with_text(article, text), None, newest)
    return version


def _correct_file(path: Path, text: str) -> Path | None:
    story = path.parent
    articles = [article for _, article in loose(story, path)]
    if len(articles) != 1:
        shown = sanitise_line(str(path))
        raise ReaderError(f"{shown} holds {len(articles)} articles; add it to a story first")
    (article,) = articles
    if article.text == text:
        return None
    folder = story / shelf.name_for(article, [each.name for each in shelf.listing(story)])
    with staged(story) as stage:
        adopt(stage, path, article, folder)
        write_version(stage.room_for(folder / "2"), _with_text(article, text), None, article)
    forget(path)
    return folder / "2"


def _with_text(article: Article, text: str) -> Article:
    """The article with a new text; its headline follows where that stands at the top of both."""
    first = sanitise_line(text.lstrip().partition("\n")[0])
    was = sanitise_line(article.text.lstrip().partition("\n")[0])
    renamed = article.headline and was == article.headline and len(first) <= _HEADLINE
    return replace(article, text=text, headline=first if renamed else article.headline)
