"""The palette: every command of the screen, found by name."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from typing import cast

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider

from reader.app.commands import Command
from reader.app.keys import shown
from reader.app.screens.room import Room

Action = Callable[[], Awaitable[None]]


class _Commands(Provider):
    """The commands of the screen that the palette was opened on."""

    def _commands(self) -> Iterator[tuple[Command, str]]:
        room = cast(Room, self.screen)
        for command in room.reader.commands_on(room.ROOM):
            if command.name != "palette":
                yield command, f"{command.help}   {'  '.join(map(shown, command.keys))}"

    async def discover(self) -> Hits:
        """All commands, in the order of the table."""
        for command, help in self._commands():
            yield DiscoveryHit(command.title, self._doing(command), help=help)

    async def search(self, query: str) -> Hits:
        """The commands whose title or help fits `query`."""
        matcher = self.matcher(query)
        for command, help in self._commands():
            score = max(matcher.match(command.title), matcher.match(command.help) * 0.8)
            if score > 0:
                yield Hit(score, matcher.highlight(command.title), self._doing(command), help=help)

    def _doing(self, command: Command) -> Action:
        room = self.screen

        async def act() -> None:
            await room.run_action(command.action)

        return act


def palette() -> CommandPalette:
    """A palette for the screen on top."""
    return CommandPalette([_Commands], placeholder="command")
