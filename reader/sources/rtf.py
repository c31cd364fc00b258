"""Rich text (RTF): the words, without their dress, headers, footers and pictures."""

from __future__ import annotations

import re

from reader.model import Article
from reader.sources import exports
from reader.sources.heading import Heading
from reader.sources.intake import Source

_BESIDE = (
    (re.compile(r"\\(?:header|footer)[lrf]?\b"), "headers and footers"),
    (re.compile(r"\\pict\b"), "pictures"),
    (re.compile(r"\\annotation\b"), "comments in the margin"),
)
_DELETED = re.compile(r"\{(?=[^{}]{0,200}\\deleted\b)(?:[^{}\\]|\\.|\{[^{}]*\})*+\}", re.DOTALL)


def recognises(source: Source) -> bool:
    """Whether the file begins as RTF does."""
    return source.raw.lstrip()[:5] == b"{\\rtf"


def read(source: Source) -> list[Article]:
    """The article of the file, or the stories of a database export."""
    from striprtf.striprtf import rtf_to_text

    rtf = _DELETED.sub("", source.raw.decode("latin-1"))
    text = rtf_to_text(rtf, errors="replace").replace("\0", "")
    lines = (" ".join(line.split()) for line in text.split("\n"))
    counts = ((len(pattern.findall(rtf)), what) for pattern, what in _BESIDE)
    left_out = tuple(f"{what}: {count}" for count, what in counts if count)
    return exports.articles(source, "\n\n".join(filter(None, lines)), Heading(), left_out)
