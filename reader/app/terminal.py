"""Whether the terminal is still there."""

from __future__ import annotations

import select
from typing import TextIO


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
