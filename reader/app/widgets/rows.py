"""A list of what a story says, row by row: sorted one way or another, and filtered by words."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from typing import ClassVar, Generic, TypeVar

from rich.style import Style

from reader.app.ink import NOTED
from reader.app.widgets.board import Roll, ink
from reader.model import Synopsis, Telling
from reader.render.called import called
from reader.render.outlets import names

Row = TypeVar("Row")


class Rows(Roll, Generic[Row]):
    """The rows that have the words asked for; the cursor stays on its row, whatever changes."""

    SORTS: ClassVar[tuple[str, ...]]

    def __init__(self) -> None:
        super().__init__()
        self.sorting = 0
        self.rows: list[Row] = []
        self.synopsis: Synopsis | None = None
        self.called: tuple[str, ...] = ()
        self.named: tuple[str, ...] = ()
        """The same in full, for a filter to look in."""

        self.noted: frozenset[Telling] = frozenset()

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if self.cursor < len(self.rows) else None

    @abstractmethod
    def ordered(self, synopsis: Synopsis, by: str) -> Sequence[Row]:
        """All rows, sorted by one of SORTS."""

    @abstractmethod
    def words(self, row: Row, synopsis: Synopsis) -> str:
        """All that a filter may ask for."""

    @abstractmethod
    def contested(self, row: Row) -> bool:
        """Whether the reports contradict each other in a row."""

    @abstractmethod
    def same(self, row: Row, other: Row) -> bool:
        """Whether two rows of two synopses are one thing."""

    @abstractmethod
    def tellings(self, row: Row) -> Iterable[Telling]:
        """The sentences that a row is made of."""

    def star(self, row: Row) -> tuple[str, Style]:
        """The sign of a row that has a note on one of its sentences."""
        return NOTED if not self.noted.isdisjoint(self.tellings(row)) else "", ink(self).note

    def show(self, synopsis: Synopsis, words: str, noted: frozenset[Telling]) -> None:
        """Show the rows that have these words, those with a note on a `noted` sentence starred."""
        self.noted = noted
        here, wanted = self.row, words.casefold().split()
        if synopsis is not self.synopsis:
            self.synopsis = synopsis
            articles = [reading.article for reading in synopsis.readings]
            self.called, self.named = called(articles), names(articles)
        self.rows = [
            row
            for row in self.ordered(synopsis, self.SORTS[self.sorting])
            if not wanted or _has(self.words(row, synopsis).casefold(), wanted)
        ]
        self.refill()
        if here is not None:
            again = (n for n, row in enumerate(self.rows) if self.same(row, here))
            self.go(next(again, self.cursor))


def _has(text: str, wanted: Sequence[str]) -> bool:
    return all(word in text for word in wanted)
