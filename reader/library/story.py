"""Files or a folder become a Story: what can be read is read, the rest is said."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from reader.disk import is_folder
from reader.library import shelf
from reader.library.manifest import FILE, Manifest, load_manifest
from reader.model import Article, ReaderError, Story, sanitise_line
from reader.sources import read, references
from reader.sources.apart import never
from reader.sources.heading import Heading
from reader.sources.intake import STDIN

_NAMED = 5


def open_story(targets: Sequence[str | Path], cancelled: Callable[[], bool] = never) -> Story:
    """The story in a folder, or of several files; "-" is standard input.

    A folder's files, and the articles that were added to it, are read in the order of their
    names; hidden files, notes, story.toml and other folders inside it are passed over. The folder
    of an article, or of a version of it, stands for that. What cannot be read becomes a line in
    `faults`; files in the story's folder go by their names there. Once `cancelled` says so, no more
    is read.

    Raises ReaderError when there is nothing at all that can be read.
    """
    folders = {Path(target): shelf.listing(Path(target)) for target in targets if _is_story(target)}
    members: list[str | Path] = []
    for target in targets:
        inside = folders.get(Path(target))
        members += [target] if inside is None else [path for path in inside if _is_member(path)]

    found, faults = _read(members, cancelled)
    folder = next(iter(folders)) if len(folders) == len(targets) == 1 else None
    if not found:
        raise ReaderError(_nothing(targets, faults))
    beside = dict.fromkeys(path.parent for path, _ in found if str(path) != STDIN)
    manifests = {folder: load_manifest(folder) for folder in beside}
    for place, manifest in manifests.items():
        faults += manifest.faults
        if place in folders:
            faults += manifest.strays(path.name for path in folders[place])
    articles = [
        manifests.get(path.parent, Manifest()).entry(path.name).applied(article)
        for path, article in found
    ]
    return Story(
        name=_name(manifests),
        articles=_distinct(articles),
        folder=folder,
        faults=tuple(_within(folder, faults)),
    )


def sample_story(folder: Path) -> Story:
    """The story that comes with Reader, from the `folder` that it was installed in."""
    return replace(open_story([folder]), name="The sample story")


def loose(folder: Path, only: Path | None = None) -> list[tuple[Path, Article]]:
    """The reports that lie in a folder as they came, each with its file; `only` those in one."""
    manifest = load_manifest(folder)
    found, _ = _read(
        path for path in files(folder) if only in (None, path) or references.in_file(path)
    )
    return [(path, manifest.entry(path.name).applied(report)) for path, report in found]


def files(folder: Path) -> list[Path]:
    """The files in a folder that may be reports, by name. Raises ReaderError as `open_story`."""
    return [path for path in shelf.listing(folder) if _is_file(path)]


def _is_story(target: str | Path) -> bool:
    """Whether `target` is a folder, and not that of one article."""
    path = Path(target)
    return str(target) != STDIN and is_folder(path) and not shelf.is_kept(path)


def _is_member(path: Path) -> bool:
    """Whether `path` is a report or an article, or may not be looked into, which is then said."""
    try:
        return _is_file(path) or bool(shelf.versions(path))
    except ReaderError:
        return True


def _is_file(path: Path) -> bool:
    """Whether `path` is neither a folder, nor hidden, nor of Reader's or an editor's making."""
    made = path.name == FILE or path.name.startswith("notes.") or path.name.endswith("~")
    return not made and not path.name.startswith(".") and not is_folder(path)


def _articles(member: str | Path, cancelled: Callable[[], bool]) -> list[Article]:
    folder = Path(member)
    if str(member) != STDIN and shelf.is_version(folder):
        article = shelf.read_kept(folder)
        return [replace(article, outlet=f"{article.outlet}, version {folder.name}")]
    if str(member) != STDIN and shelf.is_kept(folder):
        return [shelf.read_kept(folder)]
    return read(member, cancelled)


def _read(
    members: Iterable[str | Path], cancelled: Callable[[], bool] = never
) -> tuple[list[tuple[Path, Article]], list[str]]:
    """The articles of `members` with where each was read, and a line for all that was not.

    A file of references is none itself; what it says of the others is theirs.
    """
    first: dict[tuple[str, str], Article] = {}
    found: list[tuple[Path, Article]] = []
    faults: list[str] = []
    told: list[Heading] = []
    for member in members:
        if given := references.in_file(Path(member)):
            told += given
            continue
        try:
            articles = _articles(member, cancelled)
        except ReaderError as error:
            faults.append(str(error))
            continue
        for article in articles:
            same = first.setdefault((article.sha256, article.text), article)
            if same is article:
                found.append((Path(member), article))
            else:
                faults.append(f"{article.path}: the same report as {same.path}; opened once")
    return [
        (path, replace(references.applied(article, told), place=path)) for path, article in found
    ], faults


def _within(folder: Path | None, faults: Sequence[str]) -> Sequence[str]:
    """The faults with what lies in the story's own folder called as it is called there."""
    start = sanitise_line(f"{folder}{os.sep}") if folder else ""
    return [fault.replace(start, "") for fault in faults] if start else faults


def _distinct(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles under names that tell them apart: of two from AP, the second is AP 2."""
    taken = {article.outlet.casefold() for article in articles}
    seen: set[str] = set()
    named = []
    for article in articles:
        outlet, number = article.outlet, 1
        if outlet.casefold() in seen:
            while outlet.casefold() in taken:
                number += 1
                outlet = f"{article.outlet} {number}"
        seen.add(outlet.casefold())
        taken.add(outlet.casefold())
        named.append(replace(article, outlet=outlet))
    return tuple(named)


def _name(manifests: Mapping[Path, Manifest]) -> str:
    """The name that story.toml gives, or that of the one folder the reports lie in."""
    if len(manifests) == 1:
        ((folder, manifest),) = manifests.items()
        return manifest.name or sanitise_line(folder.resolve().name) or "Reports"
    return "Reports"


def _nothing(targets: Sequence[str | Path], faults: Sequence[str]) -> str:
    """Why nothing could be opened, and what to do."""
    if not targets:
        return "there is nothing to open: name a folder, or the files of the reports"
    if len(faults) == 1:
        return faults[0]
    stories = [path for target in targets for path in _stories_in(Path(target))]
    if stories and not faults:
        return f"there are stories here, open one: {', '.join(stories[:_NAMED])}"
    where = ", ".join(sanitise_line(str(target)) for target in targets)
    why = f"{len(faults)} files, the first: {faults[0]}" if faults else "it is empty"
    return f"no report can be read in {where} ({why}); put text or Markdown files there"


def _stories_in(folder: Path) -> list[str]:
    """The folders in `folder` that are stories by the look of them."""
    if not is_folder(folder):
        return []
    return [
        sanitise_line(str(path))
        for path in shelf.listing(folder)
        if not path.name.startswith(".") and is_folder(path) and (path / FILE).is_file()
    ]
