"""Where and when a page was saved, as browsers and their extensions write it into the file."""

from __future__ import annotations

import re
from datetime import datetime

from reader.sources.heading import UNKNOWN, Heading

_TOP = 20_000
_BROWSER = re.compile(r"<!--\s*saved from url=\(\d+\)(?P<url>https?://[^\s>]+)")
_SINGLE_FILE = re.compile(
    r"<!--[^>]{0,40}SingleFile\s+url:\s*(?P<url>https?://[^\s>]+)"
    r"\s+saved date:\s*(?P<date>[^(>\n]+)"
)


def heading(page: str) -> Heading:
    """The address a saved page came from, and the time it was saved, as far as it says."""
    top = page[:_TOP]
    if found := _SINGLE_FILE.search(top):
        return Heading(url=found["url"], retrieved=_moment(found["date"].strip()))
    found = _BROWSER.search(top)
    return Heading(url=found["url"]) if found else UNKNOWN


def _moment(written: str) -> datetime | None:
    """Read "Tue Jun 18 2024 21:05:00 GMT+0200", as JavaScript prints a moment."""
    try:
        return datetime.strptime(written, "%a %b %d %Y %H:%M:%S GMT%z")
    except ValueError:
        return None
