"""A sentence of the pair in every other report of the story."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.style import Style
from rich.text import Text

from reader.app.widgets.board import Board, ink
from reader.model import SIGN, STRENGTH, Link
from reader.render.outlets import listed
from reader.render.text import MEANING
from reader.render.wrap import cells, fit


@dataclass(frozen=True, slots=True)
class Echo:
    """Where a further report says what a sentence says: its name, the link to it, its words."""

    outlet: str
    link: Link
    words: str


@dataclass(frozen=True, slots=True)
class Echoes:
    """Every further report that tells the sentence called `name`, and the names of those silent."""

    name: str
    found: tuple[Echo, ...]
    silent: tuple[str, ...]


class Elsewhere(Board):
    """The echoes of the sentence under the cursor, conflicts first; nothing while it is closed."""

    DEFAULT_CSS = "Elsewhere { height: 0; }"

    def __init__(self) -> None:
        super().__init__()
        self.open = False
        self._echoes: Echoes | None = None

    def show(self, echoes: Echoes | None) -> None:
        """Show `echoes` in as many lines as they take, up to a third of the screen."""
        self._echoes = echoes
        lines = 0
        if self.open and echoes:
            lines = 1 + len(echoes.found) + bool(echoes.silent)
        self.styles.height = min(lines, max(3, self.app.size.height // 3))
        self.refresh()

    def draw(self, width: int) -> Sequence[Text]:
        """A line that counts, a line for every report that tells it, a line for the others."""
        inks, echoes = ink(self), self._echoes
        if echoes is None:
            return []
        told, every = len(echoes.found), len(echoes.found) + len(echoes.silent)
        count = f"in {told} of {every} further reports" if every else "there is no further report"
        lines = [Text.assemble((f"  {echoes.name}  ", inks.strong), (count, inks.muted))]
        ordered = sorted(echoes.found, key=_order)
        room = max(1, self.size.height - 1 - bool(echoes.silent))
        shown = ordered if len(ordered) <= room else ordered[: room - 1]
        column = min(20, max((cells(echo.outlet) for echo in shown), default=0))
        digits = max((len(_number(echo)) for echo in shown), default=0)
        for echo in shown:
            kind = echo.link.kind
            lines.append(
                Text.assemble(
                    (f"  {SIGN[kind]} ", inks.sign[kind]),
                    (f"{fit(echo.outlet, column)} {_number(echo):<{digits}}  ", inks.strong),
                    fit(echo.words, max(0, width - column - digits - 8)),
                )
            )
        if rest := len(ordered) - len(shown):
            kinds = ", ".join(dict.fromkeys(MEANING[echo.link.kind] for echo in ordered[-rest:]))
            lines.append(Text(f"    and {rest} more: {kinds}", inks.muted))
        if echoes.silent:
            lines.append(Text(f"    silent: {listed(echoes.silent)}", inks.muted))
        return lines

    def ground(self) -> Style:
        """Lighter ground than the text it goes with."""
        return ink(self).ground + ink(self).lit


def _number(echo: Echo) -> str:
    return str(echo.link.b + 1)


def _order(echo: Echo) -> tuple[int, float]:
    return -STRENGTH[echo.link.kind], -echo.link.score
