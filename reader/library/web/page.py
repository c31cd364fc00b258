"""A page becomes articles, unless something stands in its place."""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Callable
from dataclasses import replace

from reader.library.opening import Arrivals, opened
from reader.library.sameness import related
from reader.library.web.doubts import missing, stands_before
from reader.library.web.fetching import Web, fetch
from reader.library.web.hosts import place
from reader.model import ReaderError, sanitise_line
from reader.sources.heading import Heading
from reader.sources.intake import Source

_GLANCE = 200_000


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
        arrivals = opened(source, came, web, cancelled)
    except ReaderError as error:
        if instead := stands_before(_bare(reply.body), host):
            raise ReaderError(_instead(address, instead)) from error
        raise
    if len(arrivals) > 1:
        return arrivals
    claimed = arrivals[0][0].url
    doubts = []
    if not related(claimed, address):
        known = Heading(url=address, retrieved=page.retrieved)
        arrivals = opened(replace(source, known=known), came, web, cancelled)
        doubts.append(f"the page says that its address is {claimed}")
    ((article, original),) = arrivals
    if instead := stands_before(article.text, host):
        raise ReaderError(_instead(address, instead))
    left_out = (*article.left_out, *doubts, *missing(article))
    return ((replace(article, left_out=left_out), original),)


def _instead(address: str, what: str) -> str:
    return (
        f"{sanitise_line(address)}: this looks like {what}: "
        "save the page from your browser and open the file"
    )


def _bare(page: bytes) -> str:
    """The words of a page without its tags, well enough to tell what kind of page it is."""
    text = page[:_GLANCE].decode("utf-8", "replace")
    return re.sub(r"<(script|style)\b.*?</\1>|<[^<>]*>", " ", text, flags=re.IGNORECASE | re.DOTALL)
