"""A line to type in, at the foot: words to look for, tags, a file name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.suggester import Suggester
from textual.widgets import Input, Static

from reader.app.widgets.entry import close

Heard = Callable[[str], None]


class LastWord(Suggester):
    """Completes the word that is being typed from words known already."""

    def __init__(self, known: Sequence[str]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._known = tuple(known)

    async def get_suggestion(self, value: str) -> str | None:
        """`value` with its last word completed, if one known word begins so."""
        *before, last = value.rpartition(" ")
        if not last:
            return None
        found = (word for word in self._known if word.startswith(last) and word != last)
        word = next(found, None)
        return None if word is None else "".join(before) + word


class Prompt(Horizontal):
    """Asks for a line. Enter gives it to `done`; Esc leaves, and `changed` hears the empty line."""

    KEYS: ClassVar[tuple[str, ...]] = ("Enter done", "Esc leave")
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    def __init__(
        self,
        label: str,
        value: str,
        done: Heard,
        changed: Heard | None = None,
        known: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self._label = label
        self._value = value
        self._done = done
        self._changed = changed
        self._known = known

    def compose(self) -> ComposeResult:
        """What is asked, and where to type."""
        yield Static(Content(self._label), classes="label")
        yield Input(
            self._value, suggester=LastWord(self._known), select_on_focus=False, compact=True
        )

    def on_mount(self) -> None:
        """Start typing."""
        self.screen.set_focus(self.query_one(Input))

    @on(Input.Changed)
    def heard(self, event: Input.Changed) -> None:
        """Pass on what has been typed so far."""
        event.stop()
        if self._changed:
            self._changed(event.value)

    @on(Input.Submitted)
    def give(self, event: Input.Submitted) -> None:
        """Give the line and go."""
        event.stop()
        close(self)
        self._done(event.value)

    def action_leave(self) -> None:
        """Go without an answer."""
        close(self)
        if self._changed:
            self._changed("")
