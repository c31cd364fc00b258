"""Which addresses may leave Reader as something to be opened."""

from __future__ import annotations

from urllib.parse import urlsplit


def on_the_web(address: str) -> bool:
    """Whether it is an address of a page: what follows a link to it runs no script of its own."""
    try:
        return urlsplit(address).scheme.lower() in ("http", "https")
    except ValueError:
        return False
