"""What the reporter does to the stories on disk; every step can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reader.language.paragraphs import paragraphs
from reader.model import Article, ReaderError, Story
from reader.render.called import called, outlet
from reader.render.outlets import listed
from reader.render.shares import words
from reader.settings import Settings

if TYPE_CHECKING:
    from reader.library import Added, Arrived, Pasted

Targets = tuple[str | Path, ...]


Turn = Callable[[], "Turn"]
"""Changes something on disk, and returns what changes it back."""


@dataclass(frozen=True, slots=True)
class Step:
    """What was done, how to turn it round, and what was open before and after."""

    what: str
    turn: Turn
    before: Targets
    after: Targets


class Shelf:
    """The steps taken in this run. The methods that change something raise ReaderError."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._done: list[Step] = []
        self._undone: list[Step] = []

    def bring(
        self,
        target: str | Pasted,
        story: Path | None,
        others: Sequence[str | Path],
        cancelled: Callable[[], bool],
    ) -> Added:
        """Bring what `target` holds into `story`; without one, into a new story, with `others`.

        Made for a thread; `keep` has it counted as a step afterwards.
        """
        from reader.library import add, add_new
        from reader.library.outlets import load_outlets
        from reader.library.web import Web

        web = Web(outlets=load_outlets(self._settings.outlets))
        if story:
            return add(story, [target], web=web, cancelled=cancelled)
        targets = [*others, target]
        return add_new(self._settings.stories, targets, web=web, cancelled=cancelled)

    def keep(self, added: Added, targets: Targets, *, new: bool) -> str:
        """Remember how to take back what was brought in; what it was, in words."""
        from reader.library import Outcome

        came = [one for one in added.arrived if one.outcome is not Outcome.SAME]
        if not came:
            return "there already"
        names = listed(called([one.article for one in came]))
        folders = [one.folder if one.outcome is Outcome.ADDED else one.version for one in came]
        version = all(one.outcome is Outcome.VERSION for one in came)
        what = f"a new version of {names}" if version else f"added {names}"
        turn = partial(_take_away, [added.story] if new else folders)
        self._keep(Step(what, turn, targets, (str(added.story),)))
        return f"{what}: {_taken(came)}"

    def remove(self, article: Article, story: Story, targets: Targets) -> str:
        """Take an article out of its story, which keeps it aside."""
        if len(story.articles) == 1:
            raise ReaderError("the last report of a story stays")
        if sum(other.place == article.place for other in story.articles) > 1:
            raise ReaderError(f"{article.path} holds several articles: reader add parts them")
        what = f"removed {outlet(article)}"
        self._keep(Step(what, _take_away([_place(article)]), targets, targets))
        return what

    def correct(self, article: Article, text: str, targets: Targets) -> str:
        """Keep the text of an article as the reporter corrected it, as its newest version."""
        from reader.library.versions import correct

        version = correct(_place(article), text, self._settings.notes.parent)
        if version is None:
            return "nothing changed"
        what = f"version {version.name} of {outlet(article)}"
        self._keep(Step(what, partial(_take_away, [version]), targets, targets))
        return f"{what}; u takes it back"

    def rename_outlet(self, article: Article, name: str, targets: Targets) -> str:
        """Call an article's outlet otherwise."""
        from reader.library import rename_outlet

        path = _place(article)

        def call(name: str) -> Turn:
            return partial(call, rename_outlet(path, name))

        what = f"{outlet(article)} is called {name}"
        self._keep(Step(what, call(name), targets, targets))
        return what

    def rename(self, folder: Path, name: str, targets: Targets) -> str:
        """Call a story otherwise."""
        from reader.library import rename

        def call(name: str) -> Turn:
            return partial(call, rename(folder, name))

        what = f"the story is called {name}"
        self._keep(Step(what, call(name), targets, targets))
        return what

    def undo(self) -> Step | None:
        """Take the last step back; None where there is none."""
        return _turned(self._done, self._undone)

    def redo(self) -> Step | None:
        """Take the step again that was taken back last; None where there is none."""
        return _turned(self._undone, self._done)

    def _keep(self, step: Step) -> None:
        self._done.append(step)
        self._undone.clear()


def _place(article: Article) -> Path:
    if article.place is None:
        raise ReaderError(f"{outlet(article)} lies in no story")
    return article.place


def _turned(source: list[Step], goal: list[Step]) -> Step | None:
    """Turn the last step of `source` round, and have it in `goal`."""
    if not source:
        return None
    turned = replace(source[-1], turn=source[-1].turn())
    goal.append(turned)
    source.pop()
    return turned


def _take_away(paths: Sequence[Path]) -> Turn:
    """Take all of `paths` away, or none."""
    from reader.library import remove

    removed: list[Path] = []
    try:
        for path in paths:
            removed.append(remove(path))
    except ReaderError:
        _put_back(removed)
        raise
    return partial(_put_back, removed)


def _put_back(removed: Sequence[Path]) -> Turn:
    from reader.library import restore

    return partial(_take_away, [restore(path) for path in removed])


def _taken(came: Sequence[Arrived]) -> str:
    """How much came in, and what was left out."""
    texts = [one.article.text for one in came]
    count = sum(1 for text in texts for _ in paragraphs(text))
    taken = f"{sum(map(words, texts))} words in {count} paragraph{'' if count == 1 else 's'}"
    return "; ".join((taken, *(line for one in came for line in one.article.left_out)))
