"""A line to type in, at the foot: words to look for, tags, a file name."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.suggester import Suggester
from textual.widgets import Input, Static

from reader.app.widgets.complete import Complete
from reader.app.widgets.entry import close

Heard = Callable[[str], None]


class _Completed(Suggester):
    """Completes what is being typed."""

    def __init__(self, complete: Complete) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._complete = complete

    async def get_suggestion(self, value: str) -> str | None:
        """The line that `value` can be completed to."""
        return self._complete(value)


class Prompt(Horizontal):
    """Asks for a line. Enter gives it to `done`; Esc leaves, and `changed` hears the empty line."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("tab", "complete", show=False),
    ]

    def __init__(
        self,
        label: str,
        value: str,
        done: Heard,
        changed: Heard | None = None,
        complete: Complete | None = None,
    ) -> None:
        super().__init__()
        self._label = label
        self._value = value
        self._done = done
        self._changed = changed
        self._complete = complete

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the line, for the hints."""
        return ("Enter done", *(["Tab complete"] if self._complete else []), "Esc leave")

    def compose(self) -> ComposeResult:
        """What is asked, and where to type."""
        yield Static(Content(self._label), classes="label")
        suggester = _Completed(self._complete) if self._complete else None
        yield Input(self._value, suggester=suggester, select_on_focus=False, compact=True)

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

    def action_complete(self) -> None:
        """Take what the line can be completed to."""
        line = self.query_one(Input)
        line.action_end()
        line.action_cursor_right()

    def action_leave(self) -> None:
        """Go without an answer."""
        close(self)
        if self._changed:
            self._changed("")
