"""An address becomes a page: redirects followed, robots.txt heeded, nothing waited for for ever."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from reader.library.web.exchange import Reply, ask
from reader.library.web.hosts import Place, is_open, knows, machines, place, proxy_for
from reader.model import ReaderError, sanitise_line

if TYPE_CHECKING:
    from protego import Protego

_AGENT = "StoryReader"
_REDIRECTS = 8
_TICK = 0.1
_ROBOTS = 500_000
_BROWSER = "open it in your browser, save the page and add the file"
_REFUSED = {
    401: f"asks for a name and password: {_BROWSER}",
    402: f"asks for a subscription: {_BROWSER}",
    403: f"turns programs away: {_BROWSER}",
    404: "has no such page: check the address",
    410: "has taken the page away",
    429: f"has been asked too often: wait, or {_BROWSER}",
    451: "may not show the page here, for legal reasons",
}


@dataclass(frozen=True, slots=True)
class Web:
    """How far Reader may go: to the local network or not, how many seconds and bytes.

    `outlets` is what the reporter calls sites, by domain.
    """

    allow_local: bool = False
    outlets: Mapping[str, str] = field(default_factory=dict)
    seconds: float = 40.0
    bytes: int = 20_000_000


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it came: the addresses on the way, the last being its own, the answer, the time."""

    addresses: tuple[str, ...]
    reply: Reply
    retrieved: datetime


def fetch(url: str, web: Web, cancelled: Callable[[], bool]) -> Fetched:
    """The page at `url`, from as many redirects away as are sensible.

    Raises ReaderError, naming the address and what to do, when it is not to be had, or `cancelled`.
    """
    until = monotonic() + web.seconds
    answers: SimpleQueue[Fetched | BaseException] = SimpleQueue()

    def work() -> None:
        with ExitStack() as stack:
            stack.push(hand_over)
            answers.put(_Visit(web, until).follow(url))

    def hand_over(_kind: object, error: BaseException | None, _trace: object) -> bool:
        """Let whoever waits have any error at all, rather than wait for ever."""
        if error:
            answers.put(error)
        return True

    # A name server or a handshake can hold a thread for longer than anyone wants to wait.
    Thread(target=work, daemon=True).start()
    while True:
        try:
            answer = answers.get(timeout=_TICK)
        except Empty:
            if cancelled():
                raise ReaderError(f"{sanitise_line(url)}: called off") from None
            if monotonic() > until:
                slow = f"too slow, given up after {web.seconds:.0f} seconds"
                raise ReaderError(f"{sanitise_line(url)}: {slow}; {_BROWSER}") from None
            continue
        if isinstance(answer, BaseException):
            raise answer
        return answer


class _Visit:
    """One page's worth of questions, all within one limit of time."""

    def __init__(self, web: Web, until: float) -> None:
        self._web = web
        self._until = until
        self._rules: dict[str, Protego] = {}

    def follow(self, url: str) -> Fetched:
        here = place(url)
        way = [here.url]
        while True:
            if not self._may_fetch(here):
                asks = "its robots.txt asks programs to leave this page alone"
                raise ReaderError(f"{here.url}: {asks}; {_BROWSER}")
            reply = self._ask(here, self._web.bytes)
            if not 300 <= reply.status < 400:
                break
            to = reply.header("location")
            if not to or len(way) > _REDIRECTS:
                raise ReaderError(f"{way[0]}: sent from address to address without end")
            try:
                here = place(urljoin(here.url, to))
            except ValueError as error:
                raise ReaderError(f"{here.url}: the site leads to {to}, no address") from error
            way.append(here.url)
        if reply.status != 200:
            trouble = f"has trouble of its own ({reply.status}): try again later"
            said = _REFUSED.get(reply.status, trouble)
            raise ReaderError(f"{here.url}: the site {said}")
        return Fetched(tuple(way), reply, datetime.now(UTC).replace(microsecond=0))

    def _may_fetch(self, here: Place) -> bool:
        """Whether robots.txt (RFC 9309) lets programs have the page; a site without one does."""
        rules = self._rules.get(here.origin)
        if rules is None:
            from protego import Protego

            try:
                reply = self._ask(place(f"{here.origin}/robots.txt"), _ROBOTS)
                written = reply.body if reply.status == 200 else b""
            except ReaderError:
                written = b""  # Whatever is wrong, asking for the page itself will tell.
            rules = self._rules[here.origin] = Protego.parse(written.decode("utf-8", "replace"))
        return bool(rules.can_fetch(here.url, _AGENT))

    def _ask(self, here: Place, limit: int) -> Reply:
        proxy = proxy_for(here)
        # Behind a proxy, names of the open net are often known to nobody else.
        if proxy and not knows(here.host):
            return ask(here, (), _AGENT, limit, self._until, proxy)
        numbers = machines(here.host, here.port, allow_local=self._web.allow_local)
        outside = proxy if any(map(is_open, numbers)) else None
        return ask(here, numbers, _AGENT, limit, self._until, outside)
