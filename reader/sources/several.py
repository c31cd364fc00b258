"""Files that hold several reports: what can be read is read, the rest is counted and said."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from reader.model import Article, ReaderError
from reader.sources.intake import Source

MOST = 500
"""Reports that are taken from one file."""


def gather(
    source: Source, parts: Iterable[Source], read: Callable[[Source], list[Article]], what: str
) -> list[Article]:
    """The articles that `read` finds in the parts of a file; `what` is what a part is called.

    What could not be read is said in the first article's `left_out`. Raises ReaderError when
    nothing at all could.
    """
    articles: list[Article] = []
    faults: list[str] = []
    for number, part in enumerate(parts, 1):
        if number > MOST:
            faults.append(f"the {what}s after the first {MOST}: open them in files of their own")
            break
        try:
            articles += read(part)
        except ReaderError as error:
            reason = str(error).removeprefix(f"cannot read {source.path}: ")
            faults.append(f"{what} {number}: {reason}")
    if not articles:
        why = f" ({faults[0]})" if faults else ""
        raise ReaderError(f"cannot read {source.path}: there is no report in it{why}")
    said = faults[:3] + ([f"{len(faults) - 3} more {what}s without a report"] if faults[3:] else [])
    first = articles[0]
    return [replace(first, left_out=(*first.left_out, *said)), *articles[1:]]
