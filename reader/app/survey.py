"""What a whole story says, gathered in the background for the screens that show it."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from textual import work
from textual.app import App
from textual.message import Message
from textual.worker import get_current_worker

from reader.app.session import Session
from reader.model import Reading, Synopsis, Telling

if TYPE_CHECKING:
    from reader.compare.synopsis import Links

_GROUP = "survey"


class _DroppedError(Exception):
    """Nobody wants what is being gathered any more."""


class Surveyor(App[int]):
    """An app that gathers the claims of its session's story when it is asked to."""

    session: Session
    _asked = 0
    """The edition of the links that the last gathering was asked for."""
    _settled = 0
    """The edition whose gathering has ended."""
    _round = 0
    """Which gathering it is: what comes of an earlier one is no longer wanted."""

    class Gathering(Message):
        """Something is being gathered, and `what` that is; nothing any more if ""."""

        def __init__(self, what: str, turn: int) -> None:
            super().__init__()
            self.what = what
            self.turn = turn

    class Surveyed(Message):
        """All has been gathered."""

        def __init__(self, synopsis: Synopsis, turn: int) -> None:
            super().__init__()
            self.synopsis = synopsis
            self.turn = turn

    @abstractmethod
    def show(self) -> None:
        """Let the screens show what is known now."""

    def survey(self) -> None:
        """Have the claims gathered, unless they are known, being gathered or called off."""
        session = self.session
        if session.whole and self._asked != session.edition:
            self._asked = session.edition
            self._round += 1
            self._survey(self._round, session.readings, session.links, session.broken())

    def drop_survey(self) -> None:
        """Stop what is being gathered, until somebody looks again."""
        if self._asked != self._settled:
            self._asked = 0
            self._cancel()

    def stop_survey(self) -> None:
        """Stop what is being gathered, until the links are others."""
        self._settled = self._asked
        self._cancel()

    def _cancel(self) -> None:
        self._round += 1
        self.session.gathering = ""
        self.workers.cancel_group(self, _GROUP)

    @work(thread=True, exclusive=True, group=_GROUP, description="gathering claims")
    def _survey(
        self,
        turn: int,
        readings: tuple[Reading, ...],
        links: Links,
        broken: list[tuple[Telling, Telling]],
    ) -> None:
        from reader.compare import synopsis

        worker, told = get_current_worker(), ""

        def watch(what: str) -> None:
            nonlocal told
            if worker.is_cancelled:
                raise _DroppedError
            if what != told:
                told = what
                self.post_message(self.Gathering(what, turn))

        try:
            found = synopsis(readings, links, broken, watch)
            watch("")
        except _DroppedError:
            return
        self.post_message(self.Surveyed(found, turn))

    def on_surveyor_gathering(self, message: Gathering) -> None:
        """Say what is being gathered, unless nobody waits for it any more."""
        if message.turn == self._round:
            self.session.gathering = message.what
            self.show()

    def on_surveyor_surveyed(self, message: Surveyed) -> None:
        """Take in what the story says, unless it has been compared or opened anew since."""
        if message.turn == self._round and self._asked == self.session.edition:
            self._settled = self._asked
            self.session.synopsis = message.synopsis
            self.show()
