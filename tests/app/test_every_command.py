"""Every command of the table does something that can be seen, on every screen where it holds.

What is not known here by name is struck where the cursor first stands: a command that is added to
the table without being tried fails.
"""

from __future__ import annotations

import pytest

from reader.app.app import ReaderApp
from reader.app.commands import (
    COMMANDS,
    FIGURES,
    LIBRARY,
    MATRIX,
    NOTES,
    PAIR,
    SCREENS,
    TELLINGS,
    on,
)
from reader.library.recent import remember
from tests.app.fire import flood_steps
from tests.app.screen import press, settled

WAY = {
    "stories": ("o",), "library": (), "pair": ("enter",), "matrix": ("2",), "figures": ("4",),
    "quotes": ("5",), "tellings": ("2", "enter"), "notes": ("3",), "help": ("?",), "choice": ("T",),
}  # fmt: skip
FILTER = ("f", *"zz", "enter")
FOUND = ("/", *"fire", "enter")
BEFORE: dict[str, tuple[str, ...]] = {
    "previous-conflict": ("G",), "previous-link": ("G",), "previous-only": ("G",), "up": ("G",),
    "page-up": ("G",), "top": ("G",), "left": ("l",), "next-match": FOUND,
    "previous-match": FOUND, "clear-filter": FILTER, "next-only": ("g",),
}  # fmt: skip
ON_A_LINK = ("open", "break", "relabel", "fold", "edit", "tag", "status", "checking", "delete")
ON_TWO_CELLS = ("p", "l")
LAST = ("break", "delete", "back", "close", "quit")
# Tried in the tests of the screens, where there is more of what they need.
ELSEWHERE = {
    (LIBRARY, "rename"), (LIBRARY, "rename-story"), (LIBRARY, "remove"), (LIBRARY, "undo"),
    (LIBRARY, "redo"), (LIBRARY, "close"), (LIBRARY, "correct"), (LIBRARY, "versions"),
    (TELLINGS, "page-down"),
    (PAIR, "attach"), (PAIR, "template"), (NOTES, "attach"), (NOTES, "reload"),
    *((name, command) for name in SCREENS for command in ("repeat-tag", "stop")),
    *((name, name) for name in SCREENS),
}  # fmt: skip


def first(name: str, command: str) -> tuple[str, ...]:
    """The keys that bring the screen to where the command has something to do."""
    if name == PAIR and command in ON_A_LINK:
        return ("j",)
    if name in (MATRIX, FIGURES) and command == "pick":
        return ON_TWO_CELLS
    if (name, command) == (LIBRARY, "back"):
        return FILTER
    if command in ("undo", "redo"):
        return (*(("j",) if name == PAIR else ()), "m", *(("u",) if command == "redo" else ()))
    wanted = BEFORE.get(command, ())
    return wanted if wanted[:1] and any(wanted[0] in c.keys for c in on(name, COMMANDS)) else ()


def seen(app: ReaderApp) -> tuple[object, ...]:
    """All that a command can change, but for what the last line says in passing."""
    shown = [[*strip] for strip in app.screen._compositor.render_strips()[:-1]]
    return (
        app.screen,
        shown,
        app.theme,
        app.clipboard,
        app.return_code,
        app._run,
        app.screen.focused,
    )


async def go(pilot, name: str) -> None:
    """Begin anew on the screen called `name`, with a note on the first conflict."""
    app = pilot.app
    await press(pilot, "escape")
    app._return_code = None
    while len(app.screen_stack) > 1:
        app.pop_screen()
    await pilot.pause()
    await press(pilot, "F", "g", *WAY[name])
    assert name == app.screen.ROOM


def tried(name: str) -> list[str]:
    names = [c.name for c in on(name, COMMANDS) if (name, c.name) not in ELSEWHERE]
    return sorted(names, key=lambda command: command in LAST)


@pytest.mark.parametrize("name", SCREENS)
async def test_every_command_of_the_screen_does_something(settings, tmp_path, name):
    for folder in ("storm", "flood"):
        (tmp_path / folder).mkdir()
        remember(settings.recent, tmp_path / folder)
    app = ReaderApp(("fire",), settings, flood_steps())
    keys = {command.name: command.keys[0] for command in COMMANDS}
    idle = []
    async with app.run_test(size=(100, 12)) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "}", "a", *"Toll", "enter")
        await press(pilot, "j", "a", *"Who", "enter")
        for command in tried(name):
            await go(pilot, name)
            await press(pilot, *first(name, command))
            before = seen(app)
            await press(pilot, keys[command])
            if seen(app) == before:
                idle.append(command)
    assert not idle
