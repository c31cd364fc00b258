"""What a newcomer should know, in six lines."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from reader.app.commands import Command
from reader.app.ink import Ink
from reader.app.keys import shown
from reader.model import SIGN, Mark
from reader.render.text import MEANING

LINES = 6


def card(commands: Sequence[Command], ink: Ink) -> list[Text]:
    """Six lines: what Reader shows, and the keys for it as the reporter has set them."""
    keys = {command.name: shown(command.keys[0]) for command in commands}

    def line(*parts: tuple[str, str]) -> Text:
        text = Text()
        for name, said in parts:
            text.append(f"{keys[name]} ", ink.accent)
            text.append(f"{said}   ", ink.muted)
        return text

    signs = Text()
    for mark in (Mark.SHARED, Mark.FRAMING, Mark.CONFLICT, Mark.UNIQUE):
        signs.append(f"{SIGN[mark]} ", ink.sign[mark])
        signs.append(f"{MEANING[mark]}   ", ink.muted)
    return [
        Text("Two reports stand side by side, linked sentences level, with their marks:"),
        signs,
        line(("open", "open the pair that differs most"), ("next-conflict", "next conflict"),
             ("next-link", "next link")),
        line(("next-only", "what only one says"), ("why", "ask why"), ("annotate", "write a note"),
             ("export", "export notes")),
        line(("join", "join"), ("break", "break"), ("relabel", "re-label a link: you overrule it")),
        line(("palette", "find a command"), ("theme", "change the colours"),
             ("help", "see the keys of each screen")),
    ]  # fmt: skip
