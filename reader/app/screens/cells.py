"""Screens whose list is what the reports say, row by row, and those with a cell for each outlet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rich.text import Text

from reader.app.screens.story import StoryRoom
from reader.app.widgets.board import ink
from reader.app.widgets.ledger import Ledger
from reader.app.widgets.rows import Rows
from reader.model import Telling
from reader.render.wrap import one_line


class RowRoom(StoryRoom):
    """A screen with a list to sort and to filter; `CONTESTED` is what is sought in it."""

    CONTESTED = ""
    list: Rows[Any]

    @property
    def roll(self) -> Rows[Any]:
        """The list."""
        return self.list

    def show_list(self) -> None:
        """Show the rows as they are now."""
        if self.synopsis:
            self.list.show(self.synopsis, self.filter, self.session.noted)

    def action_sort(self) -> None:
        """Sort by the next of what there is to sort by."""
        self.list.sorting = (self.list.sorting + 1) % len(self.list.SORTS)
        self.show_list()
        self.on_roll_moved()
        self.say(f"sorted by {self.list.SORTS[self.list.sorting]}")

    def action_filter(self) -> None:
        """Show only what has these words."""
        self.ask("filter", self.filter, self._filter, self._filter)

    def action_clear_filter(self) -> None:
        """Show everything again."""
        self._filter("")

    def _filter(self, words: str) -> None:
        self.filter = words
        self.show_list()
        self.on_roll_moved()

    def action_next_conflict(self) -> None:
        """Go to the next row in which the reports contradict each other."""
        self.seek(1, list(map(self.list.contested, self.list.rows)), self.CONTESTED)

    def action_previous_conflict(self) -> None:
        """Go back to a row in which the reports contradict each other."""
        self.seek(-1, list(map(self.list.contested, self.list.rows)), self.CONTESTED)

    def seek(self, direction: int, wanted: Sequence[bool], what: str) -> None:
        """Go to the next row (1) or the one before (-1) that is `wanted`."""
        places = [number for number, holds in enumerate(wanted) if holds]
        beyond = [n for n in places[::direction] if (n - self.list.cursor) * direction > 0]
        if beyond:
            self.list.go(beyond[0])
        else:
            self.say(f"no {what} {'below' if direction > 0 else 'above'}")


class CellRoom(RowRoom):
    """A screen with a cursor on a cell: one thing, as one outlet tells it."""

    list: Ledger[Any]
    _picked: Telling | None = None

    def order(self, telling: Telling) -> tuple[bool, int, int]:
        """The outlet of the column first, of each its longest sentence, which tells most."""
        span = self.session.readings[telling.article].sentences[telling.sentence].span
        return telling.article != self.list.column, telling.article, span.start - span.end

    def cell(self) -> Telling | None:
        """The sentence behind the cell under the cursor; None where the outlet is silent."""
        tellings = self.list.tellings(self.list.row) if self.list.row else ()
        own = [telling for telling in tellings if telling.article == self.list.column]
        return min(own, key=self.order, default=None)

    def said(self, instead: Telling) -> Text:
        """The words of the outlet of the column; of another one, `instead`, where it is silent."""
        inks, called, here = ink(self), self.list.called, self.cell()
        column = min(self.list.column, len(called) - 1)
        silent = "" if here else f"{called[column]} is silent on this   "
        article, sentence = here or instead
        where = (f"{called[article]} {sentence + 1}  ", inks.strong)
        words = one_line(self.session.readings[article].text(sentence))
        return Text.assemble((silent, inks.muted), where, words)

    def action_left(self) -> None:
        """Go to the outlet on the left."""
        self.list.turn(self.list.column - 1)

    def action_right(self) -> None:
        """Go to the outlet on the right."""
        self.list.turn(self.list.column + 1)

    def action_pick(self) -> None:
        """Take this cell for a pair, or open the pair of the one taken before and this one."""
        if self.subject() is None:
            return
        here, outlet = self.cell(), self.list.called[self.list.column]
        if here is None:
            self.say(f"{outlet} is silent on this")
        elif self._picked is None or self._picked.article == here.article:
            self._picked = here
            self.say(f"{outlet} {here.sentence + 1}; p on another outlet opens the two")
        else:
            picked, self._picked = self._picked, None
            self.open_beside(picked, here)
