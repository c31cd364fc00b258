"""Keys struck faster than the screen can follow: they wait for what they are meant for."""

from __future__ import annotations

from time import monotonic

from textual import events
from textual.app import App
from textual.widget import Widget

_LOOK = 0.01
"""Seconds between two looks whether the screen has followed."""
_LONGEST = 2.0
"""Seconds that a key waits at most."""


class TypeAhead(App[int]):
    """An app that keeps keys back while a screen, or something to type in, is still to come.

    Without this, letters pasted or typed right after the key that opens a prompt are commands.
    """

    def __init__(self) -> None:
        super().__init__()
        self._coming: Widget | None = None
        self._held: list[events.Key] = []
        self._until = 0.0

    def expect(self, entry: Widget) -> None:
        """Keep keys back until `entry` takes them."""
        self._coming = entry

    @property
    def keeping_back(self) -> bool:
        """Whether keys wait."""
        return bool(self._held)

    async def on_event(self, event: events.Event) -> None:
        """Keep a key back that would come too early, or before one that does."""
        if not isinstance(event, events.Key) or not (self.keeping_back or self.behind):
            await super().on_event(event)
            return
        if not self._held:
            self._until = monotonic() + _LONGEST
            self.set_timer(_LOOK, self._let_go)
        self._held.append(event)

    @property
    def behind(self) -> bool:
        """Whether the screen, or what is expected on it, cannot take keys yet."""
        if self._coming and (self._coming.has_focus_within or not self._coming.is_attached):
            self._coming = None
        return self._coming is not None or not self.screen.is_mounted

    def _let_go(self) -> None:
        if self.behind and monotonic() < self._until:
            self.set_timer(_LOOK, self._let_go)
            return
        self._coming = None
        # Those that had been on their way to the screen come back after younger ones.
        held, self._held = sorted(self._held, key=lambda key: key.time), []
        for key in held:
            self.post_message(events.Key(key.key, key.character))
