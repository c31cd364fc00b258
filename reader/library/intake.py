"""What is to be added to a story becomes bytes and the articles in them: a file, pasted text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from reader.library.record import Original
from reader.model import Article, sanitise_line
from reader.sources import read_source
from reader.sources.intake import STDIN, Source, take

_SUFFIX = re.compile(r"\.[a-z0-9]{1,8}")


@dataclass(frozen=True, slots=True)
class Pasted:
    """Text that came in by hand rather than in a file; `name` is the outlet, if one is known."""

    text: str
    name: str = ""


Target = str | Path | Pasted


Arrivals = tuple[tuple[Article, Original], ...]
"""Articles, each with what it came in."""


def receive(target: Target) -> Arrivals:
    """The articles in a file, in standard input ("-") or in pasted text.

    Raises ReaderError, naming the target, when there is none that can be read.
    """
    if isinstance(target, Pasted):
        raw = target.text.encode("utf-8", "replace")
        name = sanitise_line(target.name) or "Pasted"
        return opened(Source(raw, "the pasted text", name, ".txt"), {"pasted": True})
    source = take(target)
    here = {} if str(target) == STDIN else {"path": sanitise_line(str(Path(target).absolute()))}
    return opened(source, here)


def opened(source: Source, came: Mapping[str, Any]) -> Arrivals:
    """The articles in `source`, each with its bytes and `came`, which says how those came.

    Raises ReaderError when it has none.
    """
    now = datetime.now(UTC).replace(microsecond=0)
    suffix = source.suffix if _SUFFIX.fullmatch(source.suffix) else ""
    arrivals = []
    for article in read_source(source):
        raw = article.raw or source.raw
        evidence = {**came, "added": now, "sha256": sha256(raw).hexdigest(), "bytes": len(raw)}
        if len(raw) < len(source.raw):
            evidence["part_of"] = sha256(source.raw).hexdigest()
        arrivals.append((article, Original(raw, suffix, evidence)))
    return tuple(arrivals)
