"""nltk imported without the statistics that it loads besides wherever they are installed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.abc import MetaPathFinder

_UNUSED = frozenset({"matplotlib", "pandas", "scipy", "sklearn"})


class _Without(MetaPathFinder):
    """Finds nothing, and lets nobody else find what is not used here."""

    def find_spec(self, fullname: str, *_: object) -> None:
        """Raise ModuleNotFoundError for them."""
        if fullname in _UNUSED:
            raise ModuleNotFoundError(f"{fullname} is not needed", name=fullname)


@contextmanager
def alone() -> Iterator[None]:
    """Import nltk inside this: it does without those packages, and saves seconds and megabytes."""
    finder = _Without()
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)
