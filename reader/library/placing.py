"""Where an article that comes in belongs: it is new to its story, a version of one, or there."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from reader.library import shelf
from reader.library.sameness import is_excerpt, is_version, same_text
from reader.library.story import loose
from reader.model import Article, ReaderError


class Outcome(StrEnum):
    """What became of an article: new in the story, a version of one there, or there already."""

    ADDED = "added"
    VERSION = "version"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Arrived:
    """An article that came in, where it now stands, and what became of it.

    `folder` is that of the article, `version` that of the text that came in, or of the same one;
    both are the file where a loose file of the story holds the same. `before` is the article as
    it was, for a new version; `adopted` the loose file that then becomes the first version.
    """

    outcome: Outcome
    folder: Path
    version: Path
    article: Article
    before: Article | None = None
    adopted: Path | None = None


class Shelved:
    """The articles of a story with all their versions, and those that are about to join them."""

    def __init__(self, story: Path) -> None:
        self._story = story
        self._taken: list[str] = []
        self._kept: dict[Path, list[tuple[Path, Article]]] = {}
        self._loose: list[tuple[Path, Article]] = []
        if not story.exists():
            return
        self._loose = loose(story)
        for folder in shelf.listing(story):
            self._taken.append(folder.name)
            with suppress(ReaderError):
                if held := _read(folder):
                    self._kept[folder] = held

    def place(self, article: Article) -> Arrived:
        """Where `article` belongs, and from now on stands."""
        for path, known in self._loose:
            if _same(known, article):
                return Arrived(Outcome.SAME, path, path, article)
        for folder, held in self._kept.items():
            for version, known in held:
                if _same(known, article):
                    return Arrived(Outcome.SAME, folder, version, article)
        for folder, held in self._kept.items():
            latest, known = held[-1]
            if is_version(known, article):
                if _adds_nothing(known, article):
                    return Arrived(Outcome.SAME, folder, latest, article)
                planned = int(latest.name) + 1
                number = max(planned, int(shelf.next_version(folder).name))
                version = folder / str(number)
                return self._stands(Outcome.VERSION, version, article, known)
        for path, known in self._loose:
            if is_version(known, article):
                if _adds_nothing(known, article):
                    return Arrived(Outcome.SAME, path, path, article)
                if not self._alone(path):
                    continue
                self._loose.remove((path, known))
                first = self._new_folder(known) / "1"
                self._kept[first.parent] = [(first, known)]
                version = first.with_name("2")
                return replace(self._stands(Outcome.VERSION, version, article, known), adopted=path)
        return self._stands(Outcome.ADDED, self._new_folder(article) / "1", article)

    def _new_folder(self, article: Article) -> Path:
        name = shelf.name_for(article, self._taken)
        self._taken.append(name)
        return self._story / name

    def _alone(self, path: Path) -> bool:
        """Whether a loose file holds no more than one article."""
        return sum(other == path for other, _ in self._loose) == 1

    def _stands(
        self, outcome: Outcome, version: Path, article: Article, before: Article | None = None
    ) -> Arrived:
        article = _after(before, article) if before else article
        self._kept.setdefault(version.parent, []).append((version, article))
        return Arrived(outcome, version.parent, version, article, before)


def _read(folder: Path) -> list[tuple[Path, Article]]:
    """The versions of an article that can be read, the oldest first."""
    held = []
    for version in shelf.versions(folder):
        with suppress(ReaderError):
            held.append((version, shelf.read_kept(version)))
    return held


def _adds_nothing(known: Article, article: Article) -> bool:
    return same_text(known, article) or is_excerpt(article, known)


def _after(before: Article, article: Article) -> Article:
    """A newer text of an article, with what was known of it where the newer does not say."""
    return replace(
        article,
        byline=article.byline or before.byline,
        dateline=article.dateline or before.dateline,
        credit=article.credit or before.credit,
        published=article.published or before.published,
        url=article.url or before.url,
    )


def _same(a: Article, b: Article) -> bool:
    return a.sha256 == b.sha256 and same_text(a, b)
