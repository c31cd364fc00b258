"""An outlet's name: as it gives it, by its domain, or from the name of a file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from reader.sources import agencies, tables

_CHECKSUM = re.compile(
    r"(?<![^\W_])(?=(?:[a-f-]*\d){3})[0-9a-f]{8,}(?:-[0-9a-f]{4,})*(?![^\W_])", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_SMALL = frozenset({"a", "an", "and", "de", "for", "in", "la", "le", "of", "on", "the", "to"})
_INITIALS = frozenset({"abc", "abs", "ard", "itv", "uk", "un", "us", "usa"})


def outlet_at(url: str) -> str:
    """The outlet that publishes at an address, by the shipped table, else the address's host."""
    try:
        host = (urlsplit(url).hostname or "") if "://" in url else ""
    except ValueError:
        return ""
    host = host.removeprefix("www.")
    return nearest(host, tables.outlets()) or host


def nearest(host: str, table: Mapping[str, str]) -> str:
    """What `table` calls `host`, or else the nearest domain above it; "" where it names neither."""
    labels = host.split(".")
    above = (".".join(labels[start:]) for start in range(len(labels)))
    return next((table[domain] for domain in above if domain in table), "")


def outlet_from(stem: str) -> str:
    """The outlet that a file's name, less its ending, may stand for.

    "the-new-york-times" is The New York Times, "nyt" NYT, "2024-06-18_reuters" Reuters. A name
    without words stands as it is, less its checksum: "000_8078b1d599e5b427" is "000".
    """
    parts = [part.strip("-.") for part in re.split(r"[\s_]+", _CHECKSUM.sub("", stem))]
    tokens = [token for part in parts for token in part.split("-") if token]
    if not any(map(_WORD.match, tokens)):
        return " ".join(filter(None, parts)) or re.sub(r"\W", "", stem)[:6] or "report"
    while tokens[0][0].isdecimal():
        del tokens[0]
    if len(tokens) == 1:
        return _alone(tokens[0])
    return " ".join(_among(token, first=not index) for index, token in enumerate(tokens))


def _alone(token: str) -> str:
    """A name of one word: three letters or fewer are initials, a domain stays as it is."""
    if not token.islower() or "." in token:
        return token
    return agencies.agency(token) or (token.upper() if len(token) < 4 else token.capitalize())


def _among(token: str, *, first: bool) -> str:
    """A word of a longer name, with the capitals that it has kept."""
    if not token.islower() or (token in _SMALL and not first):
        return token
    unspeakable = len(token) < 4 and not set("aeiouy") & set(token)
    if unspeakable or token in _INITIALS:
        return token.upper()
    return agencies.agency(token) or token.capitalize()
