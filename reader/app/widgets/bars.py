"""The lines at the top and the bottom of a screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.style import Style
from rich.text import Text

from reader.app.commands import Command
from reader.app.keys import shown
from reader.app.widgets.board import Board, ink


def spread(left: Text, right: Text, width: int) -> Text:
    """One line with something at each end; the left end gives way."""
    left = left.copy()
    left.truncate(max(0, width - right.cell_len - 1), overflow="ellipsis")
    gap = max(0, width - left.cell_len - right.cell_len)
    return Text.assemble(left, " " * gap, right)


class Panel(Board):
    """Lines that a screen draws, given the width."""

    def __init__(
        self, source: Callable[[int], Sequence[Text]], height: int | str = 1, *, lit: bool = False
    ) -> None:
        super().__init__()
        self._source = source
        self._lit = lit
        self.styles.height = height

    def draw(self, width: int) -> Sequence[Text]:
        """What the screen has to say."""
        return self._source(width)

    def ground(self) -> Style:
        """A foot stands on lighter ground than the text it explains."""
        inks = ink(self)
        return inks.ground + inks.lit if self._lit else inks.ground


class Hints(Board):
    """The keys of the screen that a newcomer needs first, or a word in passing.

    What is said takes the lines that it needs, up to a third of the screen.
    """

    def __init__(self, commands: Sequence[Command]) -> None:
        super().__init__()
        self._commands = commands
        self.said = ""
        self.typing: Sequence[str] = ()

    def say(self, words: str) -> None:
        """Show `words` in place of the hints; "" brings these back."""
        self.said = words
        self.fit()

    def on_resize(self) -> None:
        """Take the lines that are needed at the new width."""
        self.fit()

    def fit(self) -> None:
        """Be as high as what is shown."""
        lines = len(self.draw(self.size.width)) if self.size.width else 1
        self.styles.height = max(1, min(lines, self.app.size.height // 3))
        self.refresh()

    def show_keys(self, keys: Sequence[str]) -> None:
        """Show the keys of what is being typed in; () brings the hints back."""
        self.typing = keys
        self.fit()

    def draw(self, width: int) -> list[Text]:
        """As many hints as there is room for, help always among them."""
        inks = ink(self)
        if self.typing:
            return [Text("  " + "   ".join(self.typing), inks.muted)]
        if self.said:
            said = Text(self.said, inks.strong)
            lines = said.wrap(self.app.console, max(2, width - 4), overflow="fold")
            return [Text.assemble("  ", line) for line in lines]
        *hints, last = (self._hint(c, inks.accent, inks.muted) for c in self._commands if c.hint)
        line, room = Text("  "), width - last.cell_len - 2
        for hint in hints:
            if line.cell_len + hint.cell_len > room:
                break
            line.append_text(hint)
        return [spread(line, last, width)]

    def _hint(self, command: Command, key: Style, title: Style) -> Text:
        return Text.assemble((shown(command.keys[0]), key), (f" {command.title}  ", title))
