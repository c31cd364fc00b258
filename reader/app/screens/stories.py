"""The stories that were opened last, and the sample."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from rich.text import Text
from textual.app import ComposeResult

from reader.app.bindings import bindings
from reader.app.commands import STORIES
from reader.app.screens.room import ListRoom
from reader.app.widgets.bars import Hints, Panel, spread
from reader.app.widgets.board import Roll, ink
from reader.app.widgets.complete import file_name
from reader.library.recent import Recent, forget, recent
from reader.model import sanitise_line
from reader.render.wrap import cells, fit


class _Stories(Roll):
    """A line a story, the sample last."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._file = file
        self._all = self.stories = recent(file)

    def show(self, words: str = "") -> None:
        """Read the list again, and show the stories that have these words in name or folder."""
        wanted = words.casefold().split()
        self._all = recent(self._file)
        self.stories = tuple(
            one
            for one in self._all
            if all(word in f"{one.name} {one.folder}".casefold() for word in wanted)
        )
        self.refill()

    @property
    def story(self) -> Recent | None:
        """The story under the cursor; None for the sample."""
        return self.stories[self.cursor] if self.cursor < len(self.stories) else None

    def entries(self, width: int) -> Sequence[Sequence[Text]]:
        """Name, folder, when it was opened."""
        inks = ink(self)
        name = max(10, min(width // 2, max((cells(one.name) for one in self._all), default=0)))
        lines = []
        for one in self.stories:
            left = Text.assemble(
                (f"{fit(one.name, name)}  ", inks.strong),
                (sanitise_line(str(_short(one.folder))), inks.muted),
            )
            when = Text(f"  {one.opened.astimezone():%d %b %Y %H:%M}", inks.muted)
            lines.append([spread(left, when, width)])
        sample = Text.assemble(
            (f"{fit('The sample story', max(name, 16))}  ", inks.strong),
            ("five reports of one visit, to try things out", inks.muted),
        )
        return [*lines, [sample]]


class StoriesScreen(ListRoom):
    """Choose a story, or name another."""

    ROOM = STORIES
    BINDINGS = bindings(STORIES)
    _filter = ""

    def compose(self) -> ComposeResult:
        """A head, the list, the hints."""
        self.list = _Stories(self.reader.settings.recent)
        yield Panel(self._head, 2)
        yield self.list
        yield Hints(self.reader.commands_on(STORIES))

    @property
    def roll(self) -> Roll:
        """The list."""
        return self.list

    def _head(self, _: int) -> list[Text]:
        inks = ink(self)
        line = Text.assemble(("  Reader", inks.strong), ("   stories", inks.accent))
        return [line.append(f"   filter: {self._filter}" if self._filter else "", inks.muted)]

    def on_roll_opened(self) -> None:
        """Open what was clicked twice."""
        self.action_open()

    def action_open(self) -> None:
        """Open the story under the cursor."""
        story = self.list.story
        self._leave_for(str(story.folder) if story else "")

    def action_add(self) -> None:
        """Open a folder or a file, or begin a story with what stands at an address."""
        self.ask("open a folder, a file or an address", "", self._named, complete=file_name)

    def _named(self, line: str) -> None:
        line = line.strip()
        if "://" in line:
            self.app.pop_screen()
            self.reader.library.add(line, new=True)
        elif line:
            path = Path(line).expanduser()
            if path.exists():
                self._leave_for(str(path))
            else:
                self.say(f"there is no {sanitise_line(str(path))}")

    def _leave_for(self, target: str) -> None:
        self.app.pop_screen()
        self.reader.open((target,) if target else ())

    def action_remove(self) -> None:
        """Take the story off this list; its folder stays."""
        story = self.list.story
        if story is None:
            self.say("the sample story stays")
            return
        with suppress(OSError):
            forget(self.reader.settings.recent, story.folder)
        self._narrow(self._filter)
        self.say("off the list; its folder is where it was")

    def action_filter(self) -> None:
        """Show only the stories that have these words in name or folder."""
        self.ask("filter", self._filter, self._narrow, self._narrow)

    def action_clear_filter(self) -> None:
        """Show all again."""
        self._narrow("")

    def _narrow(self, words: str) -> None:
        self._filter = words
        self.list.show(words)
        self.repaint()

    def action_back(self) -> None:
        """Go back to the story that is open, or leave Reader where none is."""
        if self.session.story is None:
            self.action_quit()
        else:
            super().action_back()

    def action_close(self) -> None:
        """Go back, as Esc does."""
        self.action_back()


def _short(folder: Path) -> Path:
    """`folder` from the reporter's home on, where it lies in that."""
    with suppress(ValueError, RuntimeError):
        return Path("~") / folder.relative_to(Path.home())
    return folder
