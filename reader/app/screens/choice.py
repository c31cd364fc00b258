"""A choice from a short list, at the foot of the screen it is made for."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.text import Text
from textual.app import ComposeResult
from textual.screen import ModalScreen

from reader.app.bindings import bindings
from reader.app.commands import CHOICE
from reader.app.screens.room import ListRoom
from reader.app.widgets.bars import Hints, Panel
from reader.app.widgets.board import Roll, ink

Heard = Callable[[int | None], None]


class _Options(Roll):
    """The options, one line each."""

    def __init__(self, options: Sequence[Text]) -> None:
        super().__init__()
        self.options = options

    def entries(self, _: int) -> Sequence[Sequence[Text]]:
        """One line an option."""
        return [[option] for option in self.options]


class ChoiceScreen(ListRoom, ModalScreen[None], inherit_bindings=False):
    """Tells `done` the number of the option chosen, or None; `moved` hears where the cursor is."""

    ROOM = CHOICE
    BINDINGS = bindings(CHOICE)

    def __init__(
        self,
        title: str,
        options: Sequence[Text],
        start: int,
        done: Heard,
        moved: Heard | None = None,
    ) -> None:
        super().__init__()
        self._asked = title
        self._options = _Options(options)
        self._options.cursor = start
        self._done = done
        self._moved = moved

    def compose(self) -> ComposeResult:
        """What is asked, the options, the hints."""
        yield Panel(lambda _: [Text(f"  {self._asked}", ink(self).strong)], lit=True)
        yield self._options
        yield Hints(self.reader.commands_on(CHOICE))

    def on_mount(self) -> None:
        """Take as many lines as there are options, or half the screen."""
        wanted = len(self._options.options)
        self._options.styles.height = max(1, min(wanted, self.app.size.height // 2))

    @property
    def roll(self) -> Roll:
        """The options."""
        return self._options

    def on_roll_moved(self) -> None:
        """Tell where the cursor is."""
        if self._moved:
            self._moved(self.roll.cursor)

    def on_roll_opened(self) -> None:
        """Choose what was clicked twice."""
        self.action_choose()

    def action_choose(self) -> None:
        """Choose what the cursor is on."""
        self._leave(self.roll.cursor)

    def action_back(self) -> None:
        """Leave without choosing."""
        self._leave(None)

    def _leave(self, number: int | None) -> None:
        self.app.pop_screen()
        self._done(number)
