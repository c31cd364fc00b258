"""The palette: every command of the screen, found by name."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from typing import cast

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from reader.app.commands import Command
from reader.app.keys import shown
from reader.app.screens.help import KEYS, TITLE
from reader.app.screens.room import Room

Action = Callable[[], Awaitable[None]]


class _Commands(Provider):
    """The commands of the screen that the palette was opened on."""

    def _commands(self) -> Iterator[Command]:
        room = cast(Room, self.screen)
        return (one for one in room.reader.commands_on(room.ROOM) if one.name != "palette")

    async def discover(self) -> Hits:
        """All commands, in the order of the table."""
        for command in self._commands():
            line = _line(command, Content(command.title))
            yield DiscoveryHit(line, self._doing(command), command.title)

    async def search(self, query: str) -> Hits:
        """The commands whose title or help fits `query`."""
        matcher = self.matcher(query)
        for command in self._commands():
            score = max(matcher.match(command.title), matcher.match(command.help) * 0.8)
            if score > 0:
                line = _line(command, matcher.highlight(command.title))
                yield Hit(score, line, self._doing(command), command.title)

    def _doing(self, command: Command) -> Action:
        room = self.screen

        async def act() -> None:
            await room.run_action(command.action)

        return act


def _line(command: Command, title: Content) -> Content:
    """A command as the help shows it: its keys, its title, what it does."""
    keys = "  ".join(map(shown, command.keys))
    gap = " " * (TITLE - title.cell_length)
    return Content.assemble(
        (f"{keys:<{KEYS}}", "$accent"), title.stylize("bold"), gap, Content(command.help)
    )


def palette() -> CommandPalette:
    """A palette for the screen on top."""
    return CommandPalette([_Commands], placeholder="command")
