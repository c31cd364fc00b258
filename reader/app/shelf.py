"""What the reporter does to the stories on disk; every step can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reader.language.paragraphs import paragraphs
from reader.model import Article, ReaderError, Story
from reader.render.shares import words
from reader.settings import Settings

if TYPE_CHECKING:
    from reader.library import Added, Arrived, Pasted

Targets = tuple[str | Path, ...]


@dataclass(frozen=True, slots=True)
class Done:
    """A step: what it was, how to take it back, and what was open before it."""

    what: str
    back: Callable[[], object]
    targets: Targets


class Shelf:
    """The steps taken in this run. The methods that change something raise ReaderError."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._done: list[Done] = []

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
        from reader.library import Outcome, remove

        came = [one for one in added.arrived if one.outcome is not Outcome.SAME]
        if not came:
            return "there already"
        names = ", ".join(one.article.outlet for one in came)
        folders = [one.folder if one.outcome is Outcome.ADDED else one.version for one in came]

        def back() -> None:
            for folder in [added.story] if new else folders:
                remove(folder)

        version = all(one.outcome is Outcome.VERSION for one in came)
        what = f"a new version of {names}" if version else f"added {names}"
        self._done.append(Done(what, back, targets))
        return f"{what}: {_taken(came)}"

    def remove(self, article: Article, story: Story, targets: Targets) -> str:
        """Take an article out of its story, which keeps it aside."""
        from reader.library import remove, restore

        if len(story.articles) == 1:
            raise ReaderError("the last report of a story stays")
        removed = remove(Path(article.path))
        what = f"removed {article.outlet}"
        self._done.append(Done(what, partial(restore, removed), targets))
        return what

    def correct(self, article: Article, text: str, targets: Targets) -> str:
        """Keep the text of an article as the reporter corrected it, as its newest version."""
        from reader.library import remove
        from reader.library.versions import correct

        version = correct(Path(article.path), text)
        if version is None:
            return "nothing changed"
        what = f"version {version.name} of {article.outlet}"
        self._done.append(Done(what, partial(remove, version), targets))
        return f"{what}; u takes it back"

    def rename_outlet(self, article: Article, outlet: str, targets: Targets) -> str:
        """Call an article's outlet otherwise."""
        from reader.library import rename_outlet

        path = Path(article.path)
        before = rename_outlet(path, outlet)
        what = f"{article.outlet} is called {outlet}"
        self._done.append(Done(what, partial(rename_outlet, path, before), targets))
        return what

    def rename(self, folder: Path, before: str, name: str, targets: Targets) -> str:
        """Call a story otherwise."""
        from reader.library import rename

        rename(folder, name)
        what = f"the story is called {name}"
        self._done.append(Done(what, partial(rename, folder, before), targets))
        return what

    def undo(self) -> Done | None:
        """Take the last step back; None where there is none."""
        if not self._done:
            return None
        self._done[-1].back()
        return self._done.pop()


def _taken(came: Sequence[Arrived]) -> str:
    """How much came in, and what was left out."""
    texts = [one.article.text for one in came]
    count = sum(1 for text in texts for _ in paragraphs(text))
    taken = f"{sum(map(words, texts))} words in {count} paragraph{'' if count == 1 else 's'}"
    return "; ".join((taken, *(line for one in came for line in one.article.left_out)))
