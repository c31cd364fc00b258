"""Files that need a large parser are read in a process of their own, bounded in time and memory.

A parser that a hostile file drives into a loop, a bomb or a crash takes only that process with it.
"""

from __future__ import annotations

import atexit
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from time import monotonic

from reader.model import Article, ReaderError, sanitise_line
from reader.sources import tables
from reader.sources.answers import Answer, unpacked
from reader.sources.formats import Format
from reader.sources.intake import Source

MEMORY = 500_000_000
"""Bytes of address space for the process that parses."""
_PATIENCE = 3
"""How many times its seconds of processor a file may take by the clock, on a busy machine."""
_GLANCE = 0.1
"""Seconds between two looks at whether it has been called off."""
_RUN = "import sys; sys.path[:] = {path!r}; from reader.sources.child import serve; serve()"

_lock = threading.Lock()
_running: list[subprocess.Popen[bytes]] = []


def never() -> bool:
    """Let nobody call anything off."""
    return False


def read(source: Source, kind: Format, cancelled: Callable[[], bool] = never) -> list[Article]:
    """The articles that `kind` finds in `source`.

    Raises ReaderError, in one line, for what the format refuses, for a file that takes more than
    its time or memory, or that breaks its parser, and where `cancelled` says so meanwhile.
    """
    while not _lock.acquire(timeout=_GLANCE):
        if cancelled():
            raise _called_off(source)
    try:
        answer = _parsed(source, kind, cancelled)
    finally:
        _lock.release()
    if answer is None:
        most = f"more than {MEMORY // 1_000_000} MB of memory"
        raise ReaderError(f"cannot read {source.path}: reading it takes {most}; save it as text")
    if isinstance(answer, str):
        raise ReaderError(answer)
    return answer


def stop() -> None:
    """End the process, and with it what it is reading; the next file starts another."""
    for child in _running:
        child.kill()
        child.wait()


def _child() -> subprocess.Popen[bytes]:
    """The process that parses, started when first needed."""
    if not _running or _running[0].poll() is not None:
        # What the parsers say of a file is not for the screen that the reporter is looking at.
        child = subprocess.Popen(
            [sys.executable, "-c", _RUN.format(path=sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        _running[:] = [child]
    return _running[0]


class _Watch(threading.Thread):
    """Ends the process where it takes more than `seconds`, or whoever waits has called it off."""

    def __init__(
        self, child: subprocess.Popen[bytes], seconds: int, cancelled: Callable[[], bool]
    ) -> None:
        super().__init__(daemon=True)
        self._child = child
        self._seconds = seconds
        self._cancelled = cancelled
        self._over = threading.Event()
        self.late = self.called_off = False

    def run(self) -> None:
        """Look again and again until it is over."""
        end = monotonic() + self._seconds
        while not self._over.wait(_GLANCE):
            self.called_off, self.late = self._cancelled(), monotonic() > end
            if self.called_off or self.late:
                self._child.kill()
                return

    def end(self) -> bool:
        """Look no more; whether the process was ended."""
        self._over.set()
        self.join()
        return self.called_off or self.late


def _parsed(source: Source, kind: Format, cancelled: Callable[[], bool]) -> Answer:
    """What the process answers about `source`. Raises ReaderError when it does not."""
    child, answer = _child(), None
    watch = _Watch(child, _PATIENCE * kind.seconds, cancelled)
    watch.start()
    try:
        assert child.stdin
        assert child.stdout
        pickle.dump((kind.name, kind.seconds, source, tables.own_exports()), child.stdin)
        child.stdin.flush()
        answer = unpacked(child.stdout, source, MEMORY)
    except (OSError, EOFError, ValueError) as error:
        child.kill()
        if watch.called_off:
            raise _called_off(source) from error
        slow = watch.late or child.wait() == -getattr(signal, "SIGXCPU", 0)
        raise ReaderError(_gone(source, kind, slow=slow)) from error
    finally:
        # One that has not answered might yet; one that ran out of memory has none to go on.
        if watch.end() or answer is None:
            stop()
    return answer


def _called_off(source: Source) -> ReaderError:
    return ReaderError(f"cannot read {source.path}: called off")


def _gone(source: Source, kind: Format, *, slow: bool) -> str:
    if slow:
        return (
            f"cannot read {source.path}: reading it as {kind.name} takes too long; save it as text"
        )
    return sanitise_line(
        f"cannot read {source.path}: damaged, or no {kind.name} file; open it in the program that"
        " made it and save it anew, or as text"
    )


atexit.register(stop)
