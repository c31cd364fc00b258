"""How lines and editors at the foot of a screen say that they are done."""

from __future__ import annotations

from textual.message import Message
from textual.widget import Widget


class EntryClosed(Message):
    """Nothing more is typed in `entry`; whoever shows it takes it away."""

    def __init__(self, entry: Widget) -> None:
        super().__init__()
        self.entry = entry
