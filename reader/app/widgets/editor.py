"""Where a note is written: a few lines at the foot of the screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import monotonic
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import TextArea

Heard = Callable[[str], None]
_TWICE = 0.6
"""Seconds within which a second stroke means the reporter's own editor."""


class Editor(TextArea):
    """Enter saves, Ctrl+J or Alt+Enter begins a line, Esc leaves and keeps a draft.

    When the first key, struck at once, is one of `again` (those that opened it), the text goes to
    `own`: the reporter's own editor.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", show=False, priority=True),
        Binding("ctrl+j,alt+enter", "line", show=False, priority=True),
        Binding("escape", "leave", show=False, priority=True),
    ]

    def __init__(
        self,
        label: str,
        text: str,
        saved: Heard,
        left: Heard,
        own: Heard | None = None,
        again: Sequence[str] = (),
    ) -> None:
        super().__init__(text, soft_wrap=True, compact=True, placeholder=Content(label))
        self._saved = saved
        self._left = left
        self._own = own
        self._again = tuple(again)
        self._since = monotonic()
        self.move_cursor(self.document.end)

    def on_mount(self) -> None:
        """Start typing."""
        self.focus()

    def on_key(self, event: events.Key) -> None:
        """Hand over on the same key twice, before anything else has been typed."""
        again, self._again = self._again, ()
        struck = event.character in again or event.key in again
        if self._own and struck and monotonic() - self._since < _TWICE:
            event.prevent_default()
            event.stop()
            self.remove()
            self._own(self.text)

    def action_save(self) -> None:
        """Keep the note."""
        self.remove()
        self._saved(self.text)

    def action_line(self) -> None:
        """Begin a new line."""
        self.insert("\n")

    def action_leave(self) -> None:
        """Leave, and keep what was typed as a draft."""
        self.remove()
        self._left(self.text)
