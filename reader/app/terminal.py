"""Whether the terminal is still there, and what the system says when Reader should end."""

from __future__ import annotations

import asyncio
import select
import signal
from collections.abc import Callable
from contextlib import suppress
from typing import TextIO

_END = ("SIGTERM", "SIGHUP")


def lost(stream: TextIO | None) -> bool:
    """Whether the other end of `stream` has gone away, as when a connection breaks."""
    if stream is None or not hasattr(select, "poll"):
        return False
    try:
        number = stream.fileno()
    except (OSError, ValueError):
        return False
    poll = select.poll()
    poll.register(number, 0)
    return any(event & (select.POLLHUP | select.POLLERR) for _, event in poll.poll(0))


def when_told_to_end(end: Callable[[int], None]) -> None:
    """Have `end` called, with the exit status that the shell expects, at the first such signal.

    The second ends the program as it would have without this: somebody is in a hurry.
    """
    loop = asyncio.get_running_loop()

    def heard(number: signal.Signals) -> None:
        loop.remove_signal_handler(number)
        end(128 + number)

    for name in _END:
        if number := getattr(signal, name, None):
            with suppress(NotImplementedError):  # Windows
                loop.add_signal_handler(number, heard, number)
