"""The process in which files are parsed: requests in, answers out, and nothing else in reach."""

from __future__ import annotations

import contextlib
import os
import pickle
import sys

from reader.model import ReaderError
from reader.sources import answers, apart, tables
from reader.sources.formats import Format
from reader.sources.intake import Source
from reader.sources.table import FORMATS

_OUTWARD = ("socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.system", "os.exec")


def serve() -> None:
    """Answer requests on standard input until it ends; a fault of a parser ends the process."""
    requests = sys.stdin.buffer
    # What a library prints must not get among the answers.
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    sys.addaudithook(_refuse)
    _limit_memory()
    kinds = {kind.name: kind for kind in FORMATS}
    while True:
        try:
            # Reader itself asks; what is answered is what came from outside.
            name, seconds, source, own = pickle.load(requests)
        except EOFError:
            return
        tables.hand(own)
        _limit_time(seconds)
        out.writelines(_answer(kinds[name], source))
        out.flush()


def _answer(kind: Format, source: Source) -> list[bytes]:
    """The articles, or why there are none, as that travels; None when memory has run out."""
    why: str | None = None
    try:
        return answers.packed(kind.module.read(source), source)
    except ReaderError as error:
        why = str(error)
    except MemoryError:
        pass
    except RecursionError:
        why = f"cannot read {source.path}: its parts are nested too deep; save it as text"
    except ModuleNotFoundError as error:
        extra = (
            f"pip install 'story-reader[{kind.extra}]'" if kind.extra else "install Reader again"
        )
        why = f"cannot read {source.path}: {kind.name} needs {error.name}; {extra}"
    return answers.packed(why, source)


def _refuse(event: str, _: object) -> None:
    """Let no parser fetch or start anything, whatever a file asks for."""
    if event.startswith(_OUTWARD):
        raise PermissionError(event)


def _limit_memory() -> None:
    if sys.platform == "win32":
        return
    import resource

    # What is ended for its time leaves no image of its memory on the disk.
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # A system that knows no such limit is left with that of time.
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (apart.MEMORY, apart.MEMORY))


def _limit_time(seconds: int) -> None:
    """Let the process end by itself after so many more seconds of processor."""
    if sys.platform == "win32":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + seconds, most))
