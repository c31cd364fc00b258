"""Mailboxes: one message after the other, each behind a line that begins with From."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.model import Article
from reader.sources import mail
from reader.sources.intake import Source
from reader.sources.several import gather

_FROM = re.compile(rb"^From \S+.*\d{4}[^\n]*\n", re.MULTILINE)
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)


def recognises(source: Source) -> bool:
    """Whether a mailbox line begins the file, and headers follow it."""
    first, _, rest = source.start.partition("\n")
    return bool(_FROM.match(f"{first}\n".encode())) and "from" in mail.headers(rest)


def read(source: Source) -> list[Article]:
    """The messages. Raises ReaderError when none has words."""
    return gather(source, _messages(source), mail.read, "message")


def _messages(source: Source) -> Iterator[Source]:
    starts = list(_FROM.finditer(source.raw))
    ends = [*(start.start() for start in starts[1:]), len(source.raw)]
    for start, end in zip(starts, ends, strict=True):
        yield source.part(_QUOTED.sub(rb"\1", source.raw[start.end() : end]))
