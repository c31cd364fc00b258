"""What is to be added to a story: files, addresses, text; whole, or some of what is in them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from reader.library.opening import Arrivals, opened
from reader.library.web.fetching import Web
from reader.library.web.page import fetched
from reader.model import ReaderError, sanitise_line
from reader.sources.intake import STDIN, Source, take

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pasted:
    """Text that came in by hand rather than in a file; `name` is the outlet, if one is known."""

    text: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Some:
    """Some of the articles in a file or at an address, by their numbers, from 1."""

    target: str | Path
    numbers: tuple[int, ...]


Target = str | Path | Pasted | Some


def receive(target: Target, web: Web, cancelled: Callable[[], bool]) -> Arrivals:
    """The articles in a file, in standard input ("-"), at an address or in pasted text.

    Raises ReaderError, naming the target, when there is none that can be read.
    """
    if isinstance(target, Some):
        arrivals = receive(target.target, web, cancelled)
        if beyond := [number for number in target.numbers if not 0 < number <= len(arrivals)]:
            shown = sanitise_line(str(target.target))
            raise ReaderError(f"{shown} holds {len(arrivals)} articles; there is no {beyond[0]}")
        return tuple(arrivals[number - 1] for number in target.numbers)
    if isinstance(target, Pasted):
        raw = target.text.encode("utf-8", "replace")
        name = sanitise_line(target.name) or "Pasted"
        return opened(
            Source(raw, "the pasted text", name, ".txt"), {"pasted": True}, web, cancelled
        )
    if _ADDRESS.match(str(target)):
        return fetched(str(target), web, cancelled)
    source = take(target)
    here = {} if str(target) == STDIN else {"path": sanitise_line(str(Path(target).absolute()))}
    return opened(source, here, web, cancelled)
