"""The keys of the table of commands, as Textual wants them."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from reader.app.commands import COMMANDS, on


def bindings(screen: str, *names: str) -> list[BindingType]:
    """The keys of `screen`; those of the commands called `names` alone, if any are named."""
    return [
        Binding(",".join(map(_spelled, command.keys)), command.action, show=False, id=command.name)
        for command in on(screen, COMMANDS)
        if not names or command.name in names
    ]


def _spelled(key: str) -> str:
    """`key` for a list that has commas between the keys."""
    return "comma" if key == "," else key
