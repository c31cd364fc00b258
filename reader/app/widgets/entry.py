"""How lines and editors at the foot of a screen say that they are done."""

from __future__ import annotations

from textual.message import Message
from textual.widget import Widget


class EntryClosed(Message):
    """Nothing more is typed in `entry`; whoever shows it takes it away."""

    def __init__(self, entry: Widget) -> None:
        super().__init__()
        self.entry = entry


def close(entry: Widget) -> None:
    """Have `entry` taken away; the next key is the screen's already."""
    entry.screen.set_focus(None)
    entry.post_message(EntryClosed(entry))
