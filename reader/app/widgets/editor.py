"""Where a note is written: a few lines at the foot of the screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import monotonic
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.timer import Timer
from textual.widgets import TextArea

from reader.app.widgets.entry import close

Heard = Callable[[str], None]
REST = 1.0
"""Seconds without a key after which what has been typed is kept."""
TWICE = 0.6
"""Seconds within which a second stroke means the reporter's own editor."""


class Editor(TextArea):
    """Enter saves, Ctrl+J or Alt+Enter begins a line, Esc leaves and keeps a draft.

    Whenever the fingers rest, and when the editor goes without either, `typed` hears the text.

    When the first key, struck at once, is one of `again` (those that opened it), the text goes to
    `own`: the reporter's own editor.
    """

    KEYS: ClassVar[tuple[str, ...]] = (
        "Enter save",
        "Ctrl+J new line",
        "Esc leave, kept as a draft",
    )

    def __init__(
        self,
        label: str,
        text: str,
        saved: Heard,
        left: Heard,
        typed: Callable[[str], object],
        own: Heard | None = None,
        again: Sequence[str] = (),
    ) -> None:
        super().__init__(text, soft_wrap=True, compact=True, placeholder=Content(label))
        self._saved = saved
        self._left = left
        self._typed = typed
        self._rest: Timer | None = None
        self._done = False
        self._own = own
        self._again = tuple(again)
        self._since = monotonic()
        self.move_cursor(self.document.end)

    def on_mount(self) -> None:
        """Start typing, with more lines where the screen has more."""
        self.styles.height = max(3, min(6, self.app.size.height // 6))
        self.focus()

    def on_key(self, event: events.Key) -> None:
        """Save, begin a line, leave, or hand over on the first key struck twice.

        Not by bindings: one of priority would overtake the letters typed just before it.
        """
        again, self._again = self._again, ()
        twice = event.character in again or event.key in again
        if self._own and twice and monotonic() - self._since < TWICE:
            self._close(self._own)
        elif event.key == "enter":
            self._close(self._saved)
        elif event.key == "escape":
            self._close(self._left)
        elif event.key in ("ctrl+j", "alt+enter"):
            self.insert("\n")
        else:
            return
        event.prevent_default()
        event.stop()

    def on_text_area_changed(self) -> None:
        """Wait for the fingers to rest."""
        if self._rest:
            self._rest.stop()
        self._rest = self.set_timer(REST, self.keep)

    def on_unmount(self) -> None:
        """Keep what is there when Reader ends in the middle of it."""
        self.keep()

    def keep(self) -> None:
        """Let `typed` hear what there is so far, unless the editor is done with."""
        if not self._done:
            self._typed(self.text)

    def _close(self, hear: Heard) -> None:
        self._done = True
        close(self)
        hear(self.text)
