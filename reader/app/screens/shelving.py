"""The commands that change what lies in the story: add, rename, remove, and take that back."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work
from textual.message import Message
from textual.worker import get_current_worker

from reader.app.own_editor import edited
from reader.app.screens.room import Room
from reader.app.shelf import Step, Targets
from reader.app.widgets.complete import file_name
from reader.model import Article, ReaderError, Story
from reader.render.called import outlet

if TYPE_CHECKING:
    from reader.library import Added, Pasted

_SAMPLE = "the sample story stays as it is; a begins one of your own"


class Shelving(Room):
    """A screen with an article under the cursor."""

    class Brought(Message):
        """What was to be added has come in, into a `new` story perhaps."""

        def __init__(self, added: Added, *, new: bool) -> None:
            super().__init__()
            self.added = added
            self.new = new

    class Refused(Message):
        """Nothing has come in; `fault` says why."""

        def __init__(self, fault: str) -> None:
            super().__init__()
            self.fault = fault

    _pasted = ""

    @abstractmethod
    def article_here(self) -> Article | None:
        """The article that the commands are about."""

    def action_add(self) -> None:
        """Bring in a report: a file, what stands at an address, or pasted text."""
        self.ask("add a file or address, or paste with Enter", "", self._add, complete=file_name)

    def _add(self, line: str) -> None:
        line = line.strip()
        if not line:
            self._paste()
        elif "://" not in line and Path(line).expanduser().is_dir():
            self.say("that is a folder: o opens it as a story")
        else:
            self.add(line if "://" in line else str(Path(line).expanduser()))

    def _paste(self) -> None:
        from reader.app.widgets.editor import Editor

        def named(text: str) -> None:
            self._pasted = ""
            if text.strip():
                self.ask("who published it", "", lambda outlet: self._bring(text, outlet))
            else:
                self.say("there is no text to add")

        def typed(text: str) -> None:
            self._pasted = text

        def left(text: str) -> None:
            typed(text)
            self.say("kept as a draft" if text.strip() else "nothing added")

        self.type_in(
            Editor("the text of the report", self._pasted, named, left, typed), Editor.KEYS
        )

    def _bring(self, text: str, outlet: str) -> None:
        from reader.library import Pasted

        self.add(Pasted(text, outlet))

    def add(self, target: str | Pasted, *, new: bool = False) -> None:
        """Bring a file, an address or pasted text into the story at hand, or into a new one.

        The sample story is not added to; files named one by one become a story with it.
        """
        story, targets = self.session.story, self.reader.targets
        own = story.folder if story and targets and not new else None
        self.say("adding …   Esc calls it off")
        self._work(target, own, () if own or new else targets)

    @work(thread=True, exclusive=True, group="adding", description="adding")
    def _work(self, target: str | Pasted, story: Path | None, others: Targets) -> None:
        worker = get_current_worker()
        try:
            added = self.reader.shelf.bring(target, story, others, lambda: worker.is_cancelled)
        except ReaderError as error:
            if not worker.is_cancelled:
                self.post_message(self.Refused(str(error)))
        else:
            self.post_message(self.Brought(added, new=story is None))

    def on_shelving_brought(self, message: Brought) -> None:
        """Open the story anew with what has come in."""
        targets = self.reader.targets
        said = self.reader.shelf.keep(message.added, targets, new=message.new)
        self.reader.open((str(message.added.story),))
        self.say("; ".join((said, *message.added.faults)))

    def on_shelving_refused(self, message: Refused) -> None:
        """Say why nothing has come in."""
        self.say(message.fault)

    def stop_adding(self) -> bool:
        """Call off what is being added; False where nothing is."""
        running = [w for w in self.workers if w.group == "adding" and not w.is_finished]
        for worker in running:
            worker.cancel()
        return bool(running)

    def action_rename(self) -> None:
        """Say who published the article."""
        if article := self.article_here():

            def rename(story: Story, outlet: str) -> str:
                del story
                return self.reader.shelf.rename_outlet(article, outlet, self.reader.targets)

            self._ask_name("outlet", article.outlet, rename)

    def action_rename_story(self) -> None:
        """Give the story another name."""
        if story := self.session.story:
            self._ask_name("the story's name", story.name, self._rename_story)

    def _rename_story(self, story: Story, name: str) -> str:
        if story.folder is None:
            raise ReaderError("these files are no story yet: a adds a report and makes one")
        return self.reader.shelf.rename(story.folder, name, self.reader.targets)

    def _ask_name(self, label: str, before: str, rename: Callable[[Story, str], str]) -> None:
        if not self.reader.targets:
            self.say(_SAMPLE)
            return

        def done(line: str) -> None:
            if (name := line.strip()) and name != before:
                self._change(lambda story: rename(story, name))
            else:
                self.say("nothing changed")

        self.ask(label, before, done)

    def action_remove(self) -> None:
        """Take the article away."""
        article = self.article_here()
        if article is None:
            self.say("there is no article here")
        elif not self.reader.targets:
            self.say(_SAMPLE)
        elif self.session.story and self.session.story.folder is None:
            self.say("these files were named one by one: open their folder to remove one")
        else:
            self._change(
                lambda story: self.reader.shelf.remove(article, story, self.reader.targets)
            )

    def action_correct(self) -> None:
        """Correct the text of the article in the reporter's own editor."""
        article, story = self.article_here(), self.session.story
        if article is None or story is None:
            self.say("there is no article here")
        elif not self.reader.targets:
            self.say(_SAMPLE)
        elif story.folder is None:
            self.say("these files were named one by one: open their folder to correct one")
        else:
            try:
                text = edited(self.app, self.reader.settings.editor, article.text, "article.txt")
                said = self.reader.shelf.correct(article, text, self.reader.targets)
            except ReaderError as error:
                self.say(str(error))
                return
            self.reader.open(self.reader.targets)
            self.say(said)

    def action_versions(self) -> None:
        """Lay the newest version of the article beside the one before."""
        from reader.library.versions import versions

        article = self.article_here()
        if article is None:
            self.say("there is no article here")
            return
        try:
            folders = [str(version.folder) for version in versions(article.place or Path())]
        except ReaderError:
            folders = []
        if len(folders) < 2:
            self.say("there is only one version of this article")
        else:
            self.reader.open(tuple(folders[-2:]))
            self.say(f"two versions of {outlet(article)}; o leads back to the story")

    def action_undo(self) -> None:
        """Take back the last change to the story."""
        self._turn(self.reader.shelf.undo, "undo")

    def action_redo(self) -> None:
        """Make the change again that was taken back last."""
        self._turn(self.reader.shelf.redo, "redo")

    def _turn(self, turn: Callable[[], Step | None], what: str) -> None:
        try:
            step = turn()
        except ReaderError as error:
            self.say(str(error))
            return
        if step is None:
            self.say(f"nothing to {what} here: notes and links, on the screens that show them")
            return
        self.reader.open(step.before if what == "undo" else step.after)
        self.say(f"{'taken back' if what == 'undo' else 'done again'}: {step.what}")

    def _change(self, act: Callable[[Story], str]) -> None:
        """Have `act` change the story, read it again, and say what `act` returns."""
        if self.session.story is None:
            self.say("the story is still being read")
            return
        try:
            said = act(self.session.story)
        except ReaderError as error:
            self.say(str(error))
            return
        self.reader.open(self.reader.targets)
        self.say(f"{said}; u takes it back")
