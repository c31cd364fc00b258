"""The commands of a screen whose list has a cell for each outlet."""

from __future__ import annotations

from reader.app.screens.story import StoryRoom
from reader.app.widgets.ledger import Ledger
from reader.model import Telling
from reader.render.outlets import names


class CellRoom(StoryRoom):
    """A screen with a cursor on a cell: one thing, as one outlet tells it."""

    _picked: Telling | None = None

    @property
    def roll(self) -> Ledger:
        """The list."""
        raise NotImplementedError

    def cell(self) -> Telling | None:
        """The sentence behind the cell under the cursor; None where the outlet is silent."""
        raise NotImplementedError

    @property
    def called(self) -> tuple[str, ...]:
        """The names of the outlets."""
        return names([reading.article for reading in self.session.readings])

    def action_left(self) -> None:
        """Go to the outlet on the left."""
        self.roll.turn(self.roll.column - 1)

    def action_right(self) -> None:
        """Go to the outlet on the right."""
        self.roll.turn(self.roll.column + 1)

    def action_pick(self) -> None:
        """Take this cell for a pair, or open the pair of the one taken before and this one."""
        if self.subject() is None:
            return
        here, outlet = self.cell(), self.called[self.roll.column]
        if here is None:
            self.say(f"{outlet} is silent on this")
        elif self._picked is None or self._picked.article == here.article:
            self._picked = here
            self.say(f"{outlet} {here.sentence + 1}; p on another outlet opens the two")
        else:
            picked, self._picked = self._picked, None
            self.open_beside(picked, here)
