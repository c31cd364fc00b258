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

    class Gathering(Message):
        """Something is being gathered, and `what` that is; nothing any more if ""."""

        def __init__(self, what: str) -> None:
            super().__init__()
            self.what = what

    class Surveyed(Message):
        """All has been gathered, from the links of an edition."""

        def __init__(self, synopsis: Synopsis, edition: int) -> None:
            super().__init__()
            self.synopsis = synopsis
            self.edition = edition

    @abstractmethod
    def show(self) -> None:
        """Let the screens show what is known now."""

    def survey(self) -> None:
        """Have the claims gathered, unless they are known or being gathered."""
        session = self.session
        if session.whole and self._asked != session.edition:
            self._asked = session.edition
            self._survey(session.edition, session.readings, session.links, session.broken())

    def drop_survey(self) -> None:
        """Stop what is being gathered: nobody is looking any more."""
        if self.session.gathering:
            self.session.gathering, self._asked = "", 0
            self.workers.cancel_group(self, _GROUP)

    @work(thread=True, exclusive=True, group=_GROUP, description="gathering claims")
    def _survey(
        self,
        edition: int,
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
                self.post_message(self.Gathering(what))

        try:
            found = synopsis(readings, links, broken, watch)
            watch("")
        except _DroppedError:
            return
        self.post_message(self.Surveyed(found, edition))

    def on_surveyor_gathering(self, message: Gathering) -> None:
        """Say what is being gathered."""
        self.session.gathering = message.what
        self.show()

    def on_surveyor_surveyed(self, message: Surveyed) -> None:
        """Take in what the story says, unless it has been compared anew since."""
        if message.edition == self.session.edition:
            self.session.synopsis = message.synopsis
            self.show()
