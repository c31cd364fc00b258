"""What the reporter calls the outlets that publish at an address: a table of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from reader.library.web.hosts import place
from reader.model import Article, ReaderError, sanitise_line
from reader.sources import toml


def load_outlets(file: Path) -> dict[str, str]:
    """The reporter's table: lines `"example.org" = "The Example"`; empty where there is none.

    Raises ReaderError, naming the file and the line or the key, when it cannot be used.
    """
    shown = sanitise_line(str(file))
    try:
        written = toml.parse(file.read_bytes().decode("utf-8-sig"), shown)
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "save it as UTF-8"
        raise ReaderError(f"cannot read {shown}: {reason}") from error
    for site, name in written.items():
        if not isinstance(name, str) or not sanitise_line(name):
            raise ReaderError(f'{shown}: "{sanitise_line(site)}" must be a name in quotes')
    return {site.casefold().removeprefix("www."): sanitise_line(n) for site, n in written.items()}


def named(article: Article, own: Mapping[str, str]) -> Article:
    """The article under the name that the reporter's `own` table gives the site it stands on."""
    if not article.url:
        return article
    try:
        host = place(article.url).host.removeprefix("www.")
    except ReaderError:
        return article
    name = _of(host, own)
    return replace(article, outlet=name) if name else article


def _of(host: str, table: Mapping[str, str]) -> str:
    """What the table calls `host`, or else the nearest domain above it: of two, the longer."""
    labels = host.split(".")
    above = (".".join(labels[start:]) for start in range(len(labels)))
    return next((table[domain] for domain in above if domain in table), "")
