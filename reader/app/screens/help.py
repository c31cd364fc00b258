"""The keys of a screen, and what the signs mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text
from textual.app import ComposeResult

from reader.app.bindings import bindings
from reader.app.commands import HELP, SCREENS, Command
from reader.app.keys import shown
from reader.app.screens.room import ListRoom
from reader.app.widgets.bars import Hints, Panel
from reader.app.widgets.board import Roll, ink
from reader.model import DOUBT, SIGN, Mark
from reader.render.text import MEANING

KEYS, TITLE = 13, 19
"""The cells of the columns before what a command does."""


class _Keys(Roll):
    """Every command in one line, those of the screen before those of all screens."""

    def __init__(self, commands: Sequence[Command]) -> None:
        super().__init__()
        self._commands = commands

    def entries(self, _: int) -> Sequence[Sequence[Text]]:
        """One line a command, its keys on the left."""
        return [[line] for line in self._described()]

    def _described(self) -> Iterator[Text]:
        inks = ink(self)
        own = [command for command in self._commands if command.where != SCREENS]
        everywhere = [command for command in self._commands if command.where == SCREENS]
        for command in own + everywhere:
            keys = "  ".join(map(shown, command.keys))
            yield Text.assemble(
                (f"{keys:<{KEYS}}", inks.accent),
                (f"{command.title:<{TITLE}}", inks.strong),
                command.help,
            )


class HelpScreen(ListRoom):
    """The keys of the screen called `about`."""

    ROOM = HELP
    BINDINGS = bindings(HELP)

    def __init__(self, about: str) -> None:
        super().__init__()
        self._about = about

    def compose(self) -> ComposeResult:
        """A head, the keys, the signs, the hints."""
        self.keys = _Keys(self.reader.commands_on(self._about))
        yield Panel(self._head, 2)
        yield self.keys
        yield Panel(self._foot, 3, lit=True)
        yield Hints(self.reader.commands_on(HELP))

    @property
    def roll(self) -> Roll:
        """The keys."""
        return self.keys

    def _head(self, _: int) -> list[Text]:
        inks = ink(self)
        return [Text.assemble(("  Reader", inks.strong), (f"   keys: {self._about}", inks.accent))]

    def _foot(self, _: int) -> list[Text]:
        inks, line = ink(self), Text("  ")
        for mark in (Mark.SHARED, Mark.FRAMING, Mark.CONFLICT, Mark.UNIQUE):
            line.append(f"{SIGN[mark]} ", inks.sign[mark])
            line.append(MEANING[mark], inks.words[mark])
            line.append("   ")
        line.append("* ", inks.note)
        line.append("note", inks.muted)
        more = Text.assemble("  ", (f"{DOUBT} ", inks.sign[Mark.CONFLICT]))
        rest = "may be a conflict   grey: less sure   ↓12 its partner is further down"
        more.append(rest, inks.muted)
        where = f"{self.reader.settings.config}, under [keys]"
        return [line, more, Text(f"  keys can be changed in {where}", inks.muted)]

    def action_help(self) -> None:
        """Leave the keys."""
        self.action_back()
