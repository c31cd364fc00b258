"""What all screens have in common: keys from the table, a head, a foot, and hints."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.screen import Screen
from textual.widget import Widget

from reader.app.keys import shown
from reader.app.session import Session
from reader.app.widgets.bars import Hints
from reader.app.widgets.board import Roll
from reader.app.widgets.complete import Complete
from reader.app.widgets.entry import EntryClosed

if TYPE_CHECKING:
    from reader.app.app import ReaderApp

Heard = Callable[[str], None]


class Room(Screen[None], inherit_bindings=False):
    """A screen of Reader. `ROOM` is its name in the table of commands."""

    ROOM: ClassVar[str]
    AUTO_FOCUS = ""

    @property
    def reader(self) -> ReaderApp:
        """The app, by its own type."""
        return cast("ReaderApp", self.app)

    @property
    def session(self) -> Session:
        """What is known of the story."""
        return self.reader.session

    @property
    def awaiting(self) -> bool:
        """Whether what the screen is for will be there in a moment."""
        return False

    def advanced(self) -> None:
        """Show what has been found out; called after the session has taken it in."""

    def repaint(self) -> None:
        """Draw everything anew, as after a change of theme."""
        self.refresh()
        for child in self.walk_children():
            child.refresh()

    def say(self, words: str) -> None:
        """Say something in passing, in place of the hints, until the next command."""
        self.query_one(Hints).say(words)

    def ask(
        self,
        label: str,
        value: str,
        done: Heard,
        changed: Heard | None = None,
        complete: Complete | None = None,
        hint: str = "",
    ) -> None:
        """Ask for a line, at the foot; `changed` hears it as it is typed, Tab completes it.

        `hint` stands behind the keys: what can be typed.
        """
        from reader.app.widgets.prompt import Prompt

        prompt = Prompt(label, value, done, changed, complete)
        self.type_in(prompt, (*prompt.keys, hint) if hint else prompt.keys)

    def type_in(self, entry: Widget, keys: Sequence[str]) -> None:
        """Put something to type in at the foot, one at a time, with its keys in the hints."""
        hints = self.query_one(Hints)
        self.query(".entry").remove()
        self.mount(entry.add_class("entry"), before=hints)
        self.reader.expect(entry)
        hints.show_keys(keys)

    def on_entry_closed(self, message: EntryClosed) -> None:
        """Show the keys of the screen again, unless the answer has led to another question."""
        message.entry.remove()
        if all(entry is message.entry for entry in self.query(".entry")):
            self.query_one(Hints).show_keys(())

    def copy(self, words: str) -> None:
        """Send words to the terminal's clipboard, and keep them in a file: it may not take them."""
        from reader.disk import write_whole

        self.app.copy_to_clipboard(words)
        file = self.reader.settings.notes.with_name("copied.txt")
        try:
            write_whole(file, words.encode())
        except OSError as error:
            self.say(f"sent to the terminal; cannot write {file.name}: {error.strerror}")
        else:
            self.say(f"sent to the terminal, which may not take it; also in {file}")

    def on_key(self, event: events.Key) -> None:
        """Say what a key is for that holds on other screens alone."""
        if event.key in self.active_bindings or self.query(".entry"):
            return
        struck = {event.key, event.character}
        there = [command for command in self.reader.commands if struck & {*command.keys}]
        if there:
            key = shown(event.character or event.key)
            self.say("; ".join([f"{key} not here", *(f"on {c.scope}: {c.help}" for c in there)]))

    def hush(self) -> None:
        """Take back what was said in passing: the reporter does something else."""
        hints = self.query_one(Hints)
        if hints.said:
            hints.say("")

    def action_notes(self) -> None:
        """Show the notes."""
        from reader.app.screens.notes import NotesScreen

        self.reader.visit(NotesScreen)

    def action_matrix(self) -> None:
        """Show who tells what."""
        from reader.app.screens.matrix import MatrixScreen

        self.reader.visit(MatrixScreen)

    def action_figures(self) -> None:
        """Show who gives which number and date."""
        from reader.app.screens.figures import FiguresScreen

        self.reader.visit(FiguresScreen)

    def action_quotes(self) -> None:
        """Show who is quoted in which words."""
        from reader.app.screens.quotes import QuotesScreen

        self.reader.visit(QuotesScreen)

    def action_help(self) -> None:
        """Show the keys of this screen."""
        from reader.app.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.ROOM))

    def action_palette(self) -> None:
        """Find a command of this screen by name."""
        from reader.app.palette import palette

        self.app.push_screen(palette())

    def action_theme(self) -> None:
        """Choose the colours; those under the cursor are shown at once."""
        from reader.app.screens.theming import choose_theme

        choose_theme(self)

    def action_stop(self) -> None:
        """Call off what is under way in the background."""
        self.say("called off" if self.reader.stop() else "nothing is under way")

    def action_reload(self) -> None:
        """Read the story again."""
        self.reader.start()

    def action_back(self) -> None:
        """Leave this screen for the one before."""
        self.reader.leave(self)

    def action_close(self) -> None:
        """Leave this screen, or Reader from the first one."""
        if len(self.app.screen_stack) > 1:
            self.action_back()
        else:
            self.action_quit()

    def action_quit(self) -> None:
        """Leave Reader; where notes could not be written, only when asked a second time."""
        problem = self.session.unsaved()
        if problem and not self.reader.warned:
            self.reader.warned = True
            self.say(f"once more leaves without saving: {problem}")
        else:
            self.app.exit(0)


class ListRoom(Room):
    """A screen whose body is a list that the cursor walks through."""

    @property
    @abstractmethod
    def roll(self) -> Roll:
        """The list."""

    def action_down(self) -> None:
        """Go to the next entry."""
        self.roll.go(self.roll.cursor + 1)

    def action_up(self) -> None:
        """Go to the entry before."""
        self.roll.go(self.roll.cursor - 1)

    def action_page_down(self) -> None:
        """Go a screen down."""
        self.roll.page(1)

    def action_page_up(self) -> None:
        """Go a screen up."""
        self.roll.page(-1)

    def action_top(self) -> None:
        """Go to the first entry."""
        self.roll.ends(-1)

    def action_bottom(self) -> None:
        """Go to the last entry."""
        self.roll.ends(1)

    def action_pair(self) -> None:
        """Show the pair that is there below, or the most contested one."""
        from reader.app.screens.pair import PairScreen

        if any(isinstance(screen, PairScreen) for screen in self.app.screen_stack):
            self.reader.visit(PairScreen)
        elif pair := self.session.most_contested():
            self.reader.open_pair(*pair)
        else:
            self.say("no pair has been compared yet" if self.session.progress else "no pair here")
