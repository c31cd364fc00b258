"""Bytes become articles, each with its original and how that came."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from reader.library.outlets import named
from reader.library.record import Original
from reader.library.web.fetching import Web
from reader.model import Article
from reader.sources import ending, read_source
from reader.sources.intake import Source

Arrivals = tuple[tuple[Article, Original], ...]
"""Articles, each with what it came in."""


def opened(
    source: Source, came: Mapping[str, Any], web: Web, cancelled: Callable[[], bool]
) -> Arrivals:
    """The articles in `source`, each with its bytes and `came`, which says how those came.

    Raises ReaderError when it has none, or `cancelled` says so.
    """
    now = datetime.now(UTC).replace(microsecond=0)
    articles = read_source(source, cancelled)
    if len(articles) > 1:
        # The address of the whole is not that of its parts.
        articles = [replace(one, url="") if one.url == source.url else one for one in articles]
    arrivals = []
    for article in articles:
        raw = article.raw or source.raw
        evidence = {**came, "added": now, "sha256": sha256(raw).hexdigest(), "bytes": len(raw)}
        if raw != source.raw:
            evidence["part_of"] = sha256(source.raw).hexdigest()
        suffix = ending(raw) if "part_of" in evidence else source.suffix
        arrivals.append((named(article, web.outlets), Original(raw, suffix, evidence)))
    return tuple(arrivals)
