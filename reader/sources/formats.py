"""What a kind of file is: how to tell it by its content, how to read it, and within what bounds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from reader.model import Article
from reader.sources.intake import Source

MB = 1_000_000


class Reads(Protocol):
    """What the module of a format offers."""

    def recognises(self, source: Source) -> bool:
        """Whether a file is of this kind, by its content."""

    def read(self, source: Source) -> list[Article]:
        """The articles in such a file. Raises ReaderError, in one line."""


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file. `told` says in the README what of it is read, and what becomes of it.

    `ending` is what the name of such a file ends in, where Reader has to give it one; `limit` is
    the most bytes, `seconds` of processor the most that reading may take; `extra` is what must be
    installed for it. What is `plain` is read at once, the rest in a process of its own.
    """

    name: str
    told: str
    ending: str
    module: Reads
    limit: int = 20 * MB
    seconds: int = 6
    extra: str = ""
    plain: bool = False
