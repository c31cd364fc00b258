"""What the reporter calls the outlets that publish at an address: a table of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from reader.library.web.hosts import place
from reader.model import Article, ReaderError, sanitise_line
from reader.sources import toml
from reader.sources.outlets import nearest


def load_outlets(file: Path) -> dict[str, str]:
    """The reporter's table: lines `"example.org" = "The Example"`; empty where there is none.

    Raises ReaderError, naming the file and the line or the key, when it cannot be used.
    """
    shown = sanitise_line(str(file))
    written = toml.load(file)
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
    name = nearest(host, own)
    return replace(article, outlet=name) if name else article
