"""The app: one session, one worker, and the screens that show them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, cast

from textual import work
from textual.message import Message
from textual.theme import Theme as TextualTheme
from textual.worker import get_current_worker

from reader.app.colouring import for_textual
from reader.app.commands import Command, commands, on
from reader.app.ink import Ink
from reader.app.keys import shown
from reader.app.screens.library import LibraryScreen
from reader.app.screens.room import Room
from reader.app.session import Session
from reader.app.shelf import Shelf, Targets
from reader.app.survey import Surveyor
from reader.app.terminal import when_lost, when_told_to_end
from reader.app.themes import DEFAULT, PLAIN, load_themes
from reader.app.travel import Place
from reader.app.type_ahead import TypeAhead
from reader.app.work import Compared, Linked, Opened, Prepared, Progress, Step, open_and_compare
from reader.model import ReaderError, Story
from reader.settings import Settings

if TYPE_CHECKING:
    from textual.actions import ActionParseResult
    from textual.dom import DOMNode

    from reader.notes.store import NoteStore


_PACE = 0.2
"""Seconds between two drawings of what the comparing has found so far, at least."""
_REST = 4
"""How many times as long as a drawing took the next one waits."""


class ReaderApp(TypeAhead, Surveyor):
    """Reader on the screen. Steps of the work come in as messages; the session takes them in."""

    CSS_PATH = "reader.tcss"
    TITLE = "Reader"
    ENABLE_COMMAND_PALETTE = False

    class Advanced(Message):
        """A step of the work is done; `run` tells the first reading from a later one."""

        def __init__(self, step: Step, run: int) -> None:
            super().__init__()
            self.step = step
            self.run = run

    class NotesRead(Message):
        """The notes file has been read."""

        def __init__(self, store: NoteStore, faults: tuple[str, ...]) -> None:
            super().__init__()
            self.store = store
            self.faults = faults

    class Failed(Message):
        """The work cannot go on."""

        def __init__(self, fault: str) -> None:
            super().__init__()
            self.fault = fault

    def __init__(
        self,
        targets: Sequence[str | Path],
        settings: Settings,
        steps: Callable[[Sequence[str | Path]], Iterator[Step]] | None = None,
    ) -> None:
        self._steps = steps
        self.commands = commands(settings)
        self.session = Session()
        self.settings = settings
        self.targets: Targets = tuple(targets)
        self.shelf = Shelf(settings)
        self.warned = False
        # Takes back what the command before this one did, where no notebook or shelf can.
        self.back: Callable[[], None] | None = None
        self.failure = ""
        self._run = 0
        self._next = 0.0
        self._wanted: tuple[int, int] | None = None
        themes = load_themes()
        picked, said = themes.pick(settings.theme)
        self.themes = themes
        super().__init__()
        for theme in themes.by_name.values():
            self.register_theme(for_textual(theme))
        # What a terminal of sixteen colours makes of other colours cannot be read.
        few = self.console.color_system == "standard" and settings.theme == DEFAULT
        self.theme = PLAIN.name if few else picked.name
        self.ink = Ink(themes.by_name[self.theme])
        self.faults = [*themes.faults, *([said] if said else [])]
        self.set_keymap({name: ",".join(keys) for name, keys in settings.keys.items()})

    def get_default_screen(self) -> LibraryScreen:
        """The library: nothing else is ever below."""
        return LibraryScreen()

    @property
    def library(self) -> LibraryScreen:
        """The screen below all others."""
        return cast(LibraryScreen, self.screen_stack[0])

    def key(self, name: str) -> str:
        """The first key of a command, as the screen shows it."""
        return next(shown(command.keys[0]) for command in self.commands if command.name == name)

    def commands_on(self, screen: str) -> tuple[Command, ...]:
        """The commands of a screen, with the reporter's keys."""
        return on(screen, self.commands)

    def on_mount(self) -> None:
        """Where no story is named, let the reporter choose one, if there is a choice."""
        if not self.targets and self.settings.recent.exists():
            from reader.app.screens.stories import StoriesScreen

            self.push_screen(StoriesScreen())

    def on_ready(self) -> None:
        """Start the work once the first screen has been painted."""
        self.theme_changed_signal.subscribe(self, self._repaint)
        self.open_notes()
        if len(self.screen_stack) == 1:
            self.start()
        if not self.is_headless:
            when_told_to_end(self._end)
            when_lost(sys.__stdin__, self._keep_what_is_typed)

    def _end(self, status: int) -> None:
        """End at once, with all that can be kept."""
        self._keep_what_is_typed()
        self.session.unsaved()
        self.exit(return_code=status)

    def _keep_what_is_typed(self) -> None:
        from reader.app.widgets.editor import Editor

        for screen in self.screen_stack:
            for editor in screen.query(Editor):
                editor.keep()

    def _repaint(self, theme: TextualTheme) -> None:
        self.ink = Ink(self.themes.by_name[theme.name])
        for screen in self.screen_stack:
            if isinstance(screen, Room):
                screen.repaint()

    # The work ---------------------------------------------------------------------------------

    def start(self) -> None:
        """Read the story and compare all its pairs, from the beginning."""
        self._run += 1
        self.failure = ""
        self._work(self._run)

    @work(thread=True, exclusive=True, group="story", description="reading and comparing")
    def _work(self, run: int) -> None:
        worker = get_current_worker()
        steps = self._steps or partial(
            open_and_compare,
            threshold=self.settings.threshold,
            cancelled=lambda: worker.is_cancelled,
        )
        try:
            for step in steps(self.targets):
                if worker.is_cancelled:
                    return
                self.post_message(self.Advanced(step, run))
                if isinstance(step, Opened):
                    self._remember(step.story)
        except ReaderError as error:
            if not worker.is_cancelled:
                self.post_message(self.Failed(str(error)))

    def stop(self) -> bool:
        """Call off what is being read, compared and gathered; False where nothing is."""
        busy = self.session.progress is not None or bool(self.session.gathering)
        again = self.key("reload")
        if self.session.progress is not None:
            self._run += 1
            self.workers.cancel_group(self, "story")
            self.session.stop()
            self.failure = f"called off before all was compared; {again} begins again"
        elif busy:
            self.failure = f"called off before all was gathered; {again} begins again"
        self.stop_survey()
        self.show()
        return busy

    def _remember(self, story: Story) -> None:
        """Have the story among those that can be chosen the next time."""
        from reader.library.recent import remember

        if self.targets and story.folder:
            with suppress(OSError):
                remember(self.settings.recent, story.folder)

    def open(self, targets: Targets) -> None:
        """Show the story of these targets; of none, the sample."""
        self.targets = targets
        self.start()

    @work(thread=True, group="notes", description="reading the notes")
    def open_notes(self) -> None:
        """Read the notes file."""
        from reader.notes.store import NoteStore

        store = NoteStore(self.settings.notes)
        # Asked here, where it holds up no key: only now is sense made of every note.
        self.post_message(self.NotesRead(store, store.faults))

    def on_reader_app_notes_read(self, message: NotesRead) -> None:
        """Have the notes at hand, and say what is wrong with their file."""
        self.session.take_notes(message.store)
        self.faults += message.faults
        self.show()

    def compare(self, a: int, b: int) -> None:
        """Have the pair at hand, ahead of the others, and again when more is known of all.

        It comes as a step.
        """
        self._wanted = (min(a, b), max(a, b))
        if self.session.compare and self.session.comparison(a, b) is None:
            self._compare(*self._wanted)

    @work(thread=True, exclusive=True, group="pair", description="comparing a pair")
    def _compare(self, a: int, b: int) -> None:
        compare, run = self.session.compare, self._run
        worker = get_current_worker()
        if compare:
            compared = Compared(a, b, compare(a, b))
            if not worker.is_cancelled:
                self.post_message(self.Advanced(compared, run))

    def on_reader_app_advanced(self, message: Advanced) -> None:
        """Take a step in, and let the screens show it."""
        if message.run != self._run:
            return
        if isinstance(message.step, Opened) and self.session.differs(message.step.story):
            self._wanted = None
            while len(self.screen_stack) > 1:
                self.pop_screen()
            self.library.begin()
        self.session.absorb(message.step)
        if isinstance(message.step, Prepared) and self._wanted:
            self._compare(*self._wanted)
        # A large story comes in faster than it could be drawn; its last step is always shown.
        counted = isinstance(message.step, Linked | Progress)
        under_way = counted and self.session.progress is not None
        if not under_way or monotonic() > self._next:
            self.show()

    @property
    def behind(self) -> bool:
        """Whether the screen cannot take keys yet, or has next to nothing to use them on."""
        return super().behind or (isinstance(self.screen, Room) and self.screen.awaiting)

    def show(self) -> None:
        """Let the screens show what is known now."""
        start = monotonic()
        for screen in self.screen_stack:
            if isinstance(screen, Room) and screen.is_mounted:
                screen.advanced()
        end = monotonic()
        # A large story is slow to draw: most of the time stays for the keys.
        self._next = end + max(_PACE, _REST * (end - start))

    def on_reader_app_failed(self, message: Failed) -> None:
        """Say what stopped the work."""
        self.failure = message.fault
        self.show()

    # Going from screen to screen --------------------------------------------------------------

    def open_pair(self, a: int, b: int, cursor: Place | None = None, query: str = "") -> None:
        """Show two articles side by side, on the screen for that if it is there below.

        The cursor goes to a sentence, if one is named; the words of `query` are marked.
        """
        from reader.app.screens.pair import PairScreen
        from reader.app.screens.story import StoryRoom

        below = next((s for s in self.screen_stack if isinstance(s, PairScreen)), None)
        while self.screen is not below and not isinstance(self.screen, LibraryScreen | StoryRoom):
            self.pop_screen()
        while below and self.screen is not below:
            self.pop_screen()
        if below:
            below.show(a, b, cursor, query)
        else:
            self.push_screen(PairScreen(a, b, cursor, query))

    def visit(self, kind: type[Room]) -> None:
        """Show the screen of this kind, the one that is there below if there is one."""
        if any(isinstance(screen, kind) for screen in self.screen_stack):
            while not isinstance(self.screen, kind):
                self.pop_screen()
        else:
            self.push_screen(kind())

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Carry out a command, as Textual does; what the one before had to say is over."""
        back, self.back = self.back, None
        if isinstance(self.screen, Room) and self.screen.is_mounted:
            self.screen.hush()
        if back and action == "undo":
            back()
            return True
        return await super().run_action(action, default_namespace, namespaces)

    async def action_quit(self) -> None:
        """Leave by Textual's own key as by Reader's."""
        if isinstance(self.screen, Room):
            self.screen.action_quit()
        else:
            self.exit(0)

    def leave(self, screen: Room) -> None:
        """Go back to the screen before, if there is one."""
        if len(self.screen_stack) > 1 and self.screen is screen:
            self.pop_screen()
