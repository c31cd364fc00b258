"""Articles come into a story: all that could be read at once, or nothing at all."""

from __future__ import annotations

import errno
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.disk import is_folder
from reader.library import manifest, shelf
from reader.library.adopting import adopt, forget
from reader.library.intake import Pasted, Some, Target, receive
from reader.library.placing import Arrived, Outcome, Shelved
from reader.library.record import Original, write_version
from reader.library.rewriting import write_name
from reader.library.staging import staged
from reader.library.story import files
from reader.library.web import Web
from reader.model import Article, ReaderError, sanitise_line
from reader.sources import references
from reader.sources.apart import never
from reader.sources.heading import Heading

Report = Callable[[str, int, int], None]
"""Told what is being done, how many of how many are done."""


_WEB = Web()


class CancelledError(ReaderError):
    """Whoever asked for the work has called it off; nothing has changed."""


@dataclass(frozen=True, slots=True)
class Added:
    """What came of adding to the story in `story`; `faults` says what could not be read."""

    story: Path
    arrived: tuple[Arrived, ...]
    faults: tuple[str, ...]


def _silent(*_: object) -> None:
    return None


def add(
    story: Path,
    targets: Sequence[Target],
    *,
    web: Web = _WEB,
    report: Report = _silent,
    cancelled: Callable[[], bool] = never,
) -> Added:
    """Bring what `targets` hold into the story in the folder `story`, which is made if need be.

    A target is a file, a folder of files, "-" for standard input, an address (the one thing for
    which the network is used, as far as `web` lets it), or pasted text.
    What is there already is not added again, and a newer text of an article becomes a version of
    it. The story changes in one step at the end.

    Raises ReaderError when nothing could be read or the story cannot be written, CancelledError
    when `cancelled` says so; the story is then as it was.
    """
    if shelf.is_kept(story):
        raise ReaderError(f"{sanitise_line(str(story))} is an article; name the story it is in")
    watch = _Watch(report, cancelled)
    incoming, faults = _received(targets, web, watch)
    return _filed(story, incoming, faults, watch)


def add_new(
    parent: Path,
    targets: Sequence[Target],
    *,
    name: str = "",
    web: Web = _WEB,
    report: Report = _silent,
    cancelled: Callable[[], bool] = never,
) -> Added:
    """Make a story of what `targets` hold, in a new folder in `parent`; else as `add`.

    Without a `name` it is called as its first report.
    """
    watch = _Watch(report, cancelled)
    incoming, faults = _received(targets, web, watch)
    first = incoming[0][0]
    name = sanitise_line(name) or first.headline or f"{first.outlet} report"
    taken = [path.name for path in shelf.listing(parent)] if is_folder(parent) else []
    story = parent / shelf.free_name(name, taken, "story")
    return _filed(story, incoming, faults, watch, name)


def contents(
    targets: Sequence[Target],
    *,
    web: Web = _WEB,
    report: Report = _silent,
    cancelled: Callable[[], bool] = never,
) -> tuple[tuple[Article, ...], tuple[str, ...]]:
    """The articles that `add` would bring in, in order, and what could not be read; else as it."""
    watch = _Watch(report, cancelled)
    incoming, faults = _received(targets, web, watch)
    return tuple(article for article, _ in incoming), tuple(faults)


Incoming = list[tuple[Article, Original]]


@dataclass(frozen=True, slots=True)
class _Watch:
    """Who is told of each step, and may call the work off."""

    report: Report
    cancelled: Callable[[], bool]

    def step(self, what: str, done: int, total: int) -> None:
        if self.cancelled():
            raise CancelledError("called off; nothing was added")
        self.report(what, done, total)


def _received(targets: Sequence[Target], web: Web, watch: _Watch) -> tuple[Incoming, list[str]]:
    incoming: Incoming = []
    faults: list[str] = []
    told: list[Heading] = []
    targets = [each for target in targets for each in _inside(target)]
    for done, target in enumerate(targets):
        watch.step("reading", done, len(targets))
        if isinstance(target, str | Path) and (given := references.in_file(Path(target))):
            told += given
            continue
        try:
            incoming += receive(target, web, watch.cancelled)
        except ReaderError as error:
            faults.append(str(error))
    watch.step("reading", len(targets), len(targets))
    if not incoming:
        raise ReaderError("; ".join(faults) or "there is nothing to add: name a file or an address")
    return [(references.applied(article, told), came) for article, came in incoming], faults


def _inside(target: Target) -> Sequence[Target]:
    """The files in `target`, where it is a folder; else `target` itself."""
    if isinstance(target, Pasted | Some) or not is_folder(Path(target)):
        return [target]
    return files(Path(target))


def _filed(
    story: Path, incoming: Incoming, faults: list[str], watch: _Watch, name: str = ""
) -> Added:
    """Put what came in where it belongs, in one step."""
    for last in (False, False, True):
        try:
            arrived = _placed(story, incoming, watch, name)
            break
        except OSError as error:
            # Another Reader may have filed under the same name meanwhile.
            if last or name or error.errno not in (errno.ENOTEMPTY, errno.EEXIST):
                shown = sanitise_line(str(story))
                why = f"{error.strerror}; nothing was added"
                raise ReaderError(f"cannot write {shown}: {why}") from error
    for adopted in filter(None, (one.adopted for one in arrived)):
        forget(adopted)
    return Added(story, tuple(arrived), tuple(faults))


def _placed(story: Path, incoming: Incoming, watch: _Watch, name: str) -> list[Arrived]:
    shelved = Shelved(story)
    arrived = []
    with staged(story) as stage:
        if name:
            write_name(stage.room_for(story / manifest.FILE), name)
        for done, (article, original) in enumerate(incoming):
            watch.step("filing", done, len(incoming))
            one = shelved.place(article)
            arrived.append(one)
            if one.adopted and one.before:
                adopt(stage, one.adopted, one.before, one.folder)
            if one.outcome is not Outcome.SAME:
                write_version(stage.room_for(one.version), one.article, original, one.before)
    return arrived
