"""Whether the terminal is still there, and what the system says when Reader should end."""

from __future__ import annotations

import asyncio
import os
import select
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TextIO

_END = ("SIGTERM", "SIGHUP")
_LOST = 129
"""The exit status of what has ended with its terminal: 128, and the number of SIGHUP."""
_WATCH = 1.0
"""Seconds between two looks whether the terminal is still there."""


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


def when_lost(stream: TextIO | None, last: Callable[[], None]) -> None:
    """Once the other end of `stream` has gone away, call `last` and end the program.

    In a thread, and without any ceremony: a screen that nobody takes in any more can hold up all
    that would draw on it, its own end included. A terminal need not send a signal as it goes.
    """

    def watch() -> None:
        rest = threading.Event()
        while not lost(stream):
            rest.wait(_WATCH)
        last()
        os._exit(_LOST)

    threading.Thread(target=watch, name="terminal", daemon=True).start()


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
