"""What the process that parses answers: JSON and the bytes after it, of which nothing can be run.

Whatever a hostile file made of that process, its answer is checked and sanitised here.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import IO, Any

from reader.model import Article, sanitise, sanitise_line
from reader.sources.intake import Source

Answer = list[Article] | str | None
"""Articles, or why there are none; None where the process lacked memory."""

_SIZE = 8
_LINES = ("sha256", "outlet", "headline", "byline", "dateline", "credit", "url")
_MOMENTS = ("published", "updated", "retrieved")


def packed(answer: Answer, source: Source) -> list[bytes]:
    """An answer about `source` as it travels. The bytes of the source itself do not travel back."""
    raws: list[bytes] = []
    told: object = answer
    if isinstance(answer, list):
        raws = [b"" if each.raw is source.raw else each.raw for each in answer]
        told = [_described(each, len(raw)) for each, raw in zip(answer, raws, strict=True)]
    # A page may hold half a surrogate pair, and `json.loads` takes it.
    head = json.dumps(told, ensure_ascii=False).encode("utf-8", "surrogatepass")
    return [len(head).to_bytes(_SIZE), head, *raws]


def unpacked(come: IO[bytes], source: Source, most: int) -> Answer:
    """The answer that comes about `source`, of at most `most` bytes.

    Raises EOFError when it ends early, ValueError when it is none.
    """
    size = int.from_bytes(_exactly(_SIZE, come, most))
    head = _exactly(size, come, most)
    try:
        told = json.loads(head)
        if not isinstance(told, list):
            return None if told is None else sanitise_line(_text(told))
        articles = [_article(each, source) for each in told]
        sizes = [int(each["raw"]) for each in told]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise ValueError("no answer") from error
    return [
        replace(article, raw=raw or source.raw)
        for article, raw in zip(articles, _raws(sizes, come, most - size), strict=True)
    ]


def _described(article: Article, size: int) -> dict[str, Any]:
    """What is known of an article that has `size` bytes of its own."""
    told = {name: getattr(article, name) for name in ("text", *_LINES)}
    told |= {name: _written(getattr(article, name)) for name in _MOMENTS}
    return told | {"left_out": article.left_out, "raw": size}


def _article(told: dict[str, Any], source: Source) -> Article:
    def line(name: str) -> str:
        return sanitise_line(_text(told[name]))

    retrieved = _moment(told["retrieved"])
    return Article(
        text=sanitise(_text(told["text"])),
        sha256=line("sha256"),
        outlet=line("outlet"),
        headline=line("headline"),
        byline=line("byline"),
        dateline=line("dateline"),
        credit=line("credit"),
        published=_moment(told["published"]),
        url=line("url"),
        retrieved=retrieved if isinstance(retrieved, datetime) else None,
        path=source.path,
        updated=_moment(told["updated"]),
        left_out=tuple(sanitise_line(_text(each)) for each in told["left_out"]),
    )


def _raws(sizes: Sequence[int], come: IO[bytes], most: int) -> list[bytes]:
    if sum(map(abs, sizes)) > most:
        raise ValueError("too large")
    return [_exactly(size, come, most) for size in sizes]


def _exactly(size: int, come: IO[bytes], most: int) -> bytes:
    if not 0 <= size <= most:
        raise ValueError("too large")
    data = come.read(size)
    if len(data) < size:
        raise EOFError
    return data


def _text(told: object) -> str:
    if not isinstance(told, str):
        raise TypeError("not text")
    return told


def _written(moment: date | None) -> str:
    return moment.isoformat() if moment else ""


def _moment(told: object) -> date | datetime | None:
    written = _text(told)
    return (datetime if "T" in written else date).fromisoformat(written) if written else None
