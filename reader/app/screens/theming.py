"""Choosing the colours: each theme is shown under the cursor, and the one chosen is kept."""

from __future__ import annotations

import os
from functools import partial

from rich.text import Text

from reader.app.keys import shown
from reader.app.screens.choice import ChoiceScreen
from reader.app.screens.room import Room
from reader.keeping import keep
from reader.model import ReaderError

_KEY, _OVER = "theme", "READER_THEME"


def choose_theme(room: Room) -> None:
    """Ask for the colours, and keep those chosen in config.toml."""
    reader, before = room.reader, room.app.theme
    themes = sorted(reader.themes.by_name.values(), key=lambda theme: theme.title)
    here = next(n for n, theme in enumerate(themes) if theme.name == before)

    def show(number: int | None) -> None:
        room.app.theme = before if number is None else themes[number].name

    def chosen(number: int | None) -> None:
        show(number)
        if number is not None:
            _keep(room, before)

    room.app.push_screen(
        ChoiceScreen("colours", [Text(theme.title) for theme in themes], here, chosen, show)
    )


def _keep(room: Room, before: str) -> None:
    """Write the present theme to config.toml, and have the one `before` ready to come back."""
    config, now = room.reader.settings.config, room.app.theme
    try:
        was = keep(config, _KEY, now)
    except ReaderError as error:
        room.say(f"for this run: {error}")
        return
    room.reader.back = partial(_take_back, room, before, was)
    undo = [shown(c.keys[0]) for c in room.reader.commands_on(room.ROOM) if c.name == "undo"]
    said = f'theme = "{now}" kept in {config.name}'
    if os.environ.get(_OVER, now) != now:
        said += f", but {_OVER} goes before it"
    room.say(f"{said}; {undo[0]} takes it back" if undo else said)


def _take_back(room: Room, before: str, was: str | None) -> None:
    room.app.theme = before
    try:
        keep(room.reader.settings.config, _KEY, was)
    except ReaderError as error:
        room.say(f"for this run: {error}")
    else:
        room.say("the colours and config.toml are as they were")
