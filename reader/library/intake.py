"""What is to be added to a story becomes articles with their bytes: files, addresses, text."""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from reader.library.outlets import named
from reader.library.record import Original
from reader.library.sameness import related
from reader.library.web import Web, fetch
from reader.library.web.doubts import missing, stands_before
from reader.library.web.hosts import place
from reader.model import Article, ReaderError, sanitise_line
from reader.sources import read_source
from reader.sources.heading import Heading
from reader.sources.intake import STDIN, Source, take

_GLANCE = 200_000
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pasted:
    """Text that came in by hand rather than in a file; `name` is the outlet, if one is known."""

    text: str
    name: str = ""


Target = str | Path | Pasted


Arrivals = tuple[tuple[Article, Original], ...]
"""Articles, each with what it came in."""


def receive(target: Target, web: Web, cancelled: Callable[[], bool]) -> Arrivals:
    """The articles in a file, in standard input ("-"), at an address or in pasted text.

    Raises ReaderError, naming the target, when there is none that can be read.
    """
    if isinstance(target, Pasted):
        raw = target.text.encode("utf-8", "replace")
        name = sanitise_line(target.name) or "Pasted"
        return opened(Source(raw, "the pasted text", name, ".txt"), {"pasted": True}, web)
    if _ADDRESS.match(str(target)):
        return fetched(str(target), web, cancelled)
    source = take(target)
    here = {} if str(target) == STDIN else {"path": sanitise_line(str(Path(target).absolute()))}
    return opened(source, here, web)


def fetched(url: str, web: Web, cancelled: Callable[[], bool]) -> Arrivals:
    """The articles at an address, with the answer as it came.

    Raises ReaderError when it is not to be had, or something else stands in its place.
    """
    page = fetch(url, web, cancelled)
    reply, address = page.reply, page.addresses[-1]
    kind, _, rest = reply.header("content-type").partition(";")
    charset = re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", rest, re.IGNORECASE)
    host = place(address).host
    source = Source(
        reply.body,
        sanitise_line(address),
        re.sub(r"^www\.", "", host),
        mimetypes.guess_extension(kind.strip().lower()) or "",
        charset[1] if charset else "",
        address,
        Heading(retrieved=page.retrieved),
    )
    came = {
        "asked": page.addresses[0],
        "answered": address,
        "redirects": list(page.addresses[1:-1]),
        "machine": reply.machine,
        "retrieved": page.retrieved,
        "status": reply.status,
        "headers": [list(header) for header in reply.headers],
    }
    try:
        arrivals = opened(source, came, web)
    except ReaderError as error:
        if instead := stands_before(_bare(reply.body), host):
            raise ReaderError(_instead(address, instead)) from error
        raise
    if len(arrivals) > 1:
        return arrivals
    ((article, original),) = arrivals
    if instead := stands_before(article.text, host):
        raise ReaderError(_instead(address, instead))
    article = replace(article, left_out=(*article.left_out, *missing(article)))
    return ((named(_at(article, address), web.outlets), original),)


def _at(article: Article, address: str) -> Article:
    """The article with the address it came from, where it claims one on someone else's site."""
    if related(article.url, address):
        return article
    claimed = f"the page says that its address is {article.url}"
    return replace(article, url=sanitise_line(address), left_out=(*article.left_out, claimed))


def _instead(address: str, what: str) -> str:
    return (
        f"{sanitise_line(address)}: this looks like {what}: "
        "save the page from your browser and open the file"
    )


def _bare(page: bytes) -> str:
    """The words of a page without its tags, well enough to tell what kind of page it is."""
    text = page[:_GLANCE].decode("utf-8", "replace")
    return re.sub(r"<(script|style)\b.*?</\1>|<[^<>]*>", " ", text, flags=re.IGNORECASE | re.DOTALL)


def opened(source: Source, came: Mapping[str, Any], web: Web) -> Arrivals:
    """The articles in `source`, each with its bytes and `came`, which says how those came.

    Raises ReaderError when it has none.
    """
    now = datetime.now(UTC).replace(microsecond=0)
    articles = read_source(source)
    if len(articles) > 1:
        # The address of the whole is not that of its parts.
        articles = [replace(one, url="") if one.url == source.url else one for one in articles]
    arrivals = []
    for article in articles:
        raw = article.raw or source.raw
        evidence = {**came, "added": now, "sha256": sha256(raw).hexdigest(), "bytes": len(raw)}
        if len(raw) < len(source.raw):
            evidence["part_of"] = sha256(source.raw).hexdigest()
        arrivals.append((named(article, web.outlets), Original(raw, source.suffix, evidence)))
    return tuple(arrivals)
