"""The names of keys, as config.toml writes them and as the screen shows them."""

from __future__ import annotations

import re

_SHOWN = {
    "enter": "Enter", "escape": "Esc", "tab": "Tab", "space": "Space", "backspace": "Backspace",
    "delete": "Del", "insert": "Ins", "home": "Home", "end": "End", "pageup": "PgUp",
    "pagedown": "PgDn", "up": "↑", "down": "↓", "left": "←", "right": "→",
    **{f"f{number}": f"F{number}" for number in range(1, 13)},
}  # fmt: skip

_TAKEN = {
    "ctrl+a": "terminal multiplexers", "ctrl+b": "terminal multiplexers",
    "ctrl+c": "the terminal", "ctrl+q": "the terminal", "ctrl+s": "the terminal",
    "ctrl+z": "the terminal",
}  # fmt: skip
_SAME = {"ctrl+h": "backspace", "ctrl+i": "tab", "ctrl+m": "enter"}


def fault(key: str) -> str | None:
    """What is wrong with `key` as the name of a key, as the end of a sentence; None if nothing."""
    if key in _SHOWN or (len(key) == 1 and key.isprintable() and not key.isspace()):
        return None
    if key in _TAKEN:
        return f"never arrives: {_TAKEN[key]} take it"
    if key in _SAME:
        return f'is the same key as "{_SAME[key]}" in a terminal'
    if re.fullmatch(r"shift\+[a-zA-Z]", key):
        return f'is written "{key[-1].upper()}"'
    *modifiers, last = key.split("+")
    combined = last in _SHOWN or re.fullmatch("[a-z0-9]", last)
    if modifiers and combined and set(modifiers) <= {"ctrl", "alt", "shift"}:
        return None
    return 'is not a key; write one character, or a name such as "enter", "f2" or "ctrl+t"'


def shown(key: str) -> str:
    """`key` as a keyboard has it: "Enter", "Ctrl+P", "j"."""
    if len(key) == 1:
        return key
    *modifiers, last = key.split("+")
    name = _SHOWN.get(last, last.upper())
    return "+".join([*(word.capitalize() for word in modifiers), name])
