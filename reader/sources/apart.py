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
from dataclasses import replace

from reader.model import Article, ReaderError, sanitise_line
from reader.sources import tables
from reader.sources.formats import Format
from reader.sources.intake import Source

MEMORY = 500_000_000
"""Bytes of address space for the process that parses."""
_PATIENCE = 3
"""How many times its seconds of processor a file may take by the clock, on a busy machine."""
_RUN = "import sys; sys.path[:] = {path!r}; from reader.sources.child import serve; serve()"

_lock = threading.Lock()
_running: list[subprocess.Popen[bytes]] = []


def read(source: Source, kind: Format) -> list[Article]:
    """The articles that `kind` finds in `source`.

    Raises ReaderError, in one line, for what the format refuses, and for a file that takes more
    than its time or memory, or that breaks its parser.
    """
    with _lock:
        child = _child()
        late = threading.Event()
        timer = threading.Timer(_PATIENCE * kind.seconds, _end, (child, late))
        timer.start()
        answer = None
        try:
            answer = _ask(child, (kind.name, kind.seconds, source, tables.own_exports()))
        except (OSError, EOFError, pickle.UnpicklingError) as error:
            child.kill()
            slow = late.is_set() or child.wait() == -getattr(signal, "SIGXCPU", 0)
            raise ReaderError(_gone(source, kind, slow=slow)) from error
        finally:
            timer.cancel()
            # One that has not answered might yet; one that ran out of memory has none to go on.
            if answer is None:
                stop()
    if answer is None:
        most = f"more than {MEMORY // 1_000_000} MB of memory"
        raise ReaderError(f"cannot read {source.path}: reading it takes {most}; save it as text")
    if isinstance(answer, str):
        raise ReaderError(answer)
    return [replace(article, raw=article.raw or source.raw) for article in answer]


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


def _ask(child: subprocess.Popen[bytes], request: object) -> list[Article] | str | None:
    """What the process answers: articles, or why there are none; None when it lacked memory."""
    assert child.stdin
    assert child.stdout
    pickle.dump(request, child.stdin, pickle.HIGHEST_PROTOCOL)
    child.stdin.flush()
    answer: list[Article] | str | None = pickle.load(child.stdout)
    return answer


def _end(child: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    child.kill()


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
