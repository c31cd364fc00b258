"""Text from outside as CommonMark in which every character stands for itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote

from reader.writing.addresses import on_the_web

# What CommonMark, and the dialects of the editors that reporters use, take for markup anywhere
# in a line, and what only at its beginning.
_ANYWHERE = re.compile(r"[\\`*_\[\]<#~$|^]|&(?=#?\w+;)|%(?=%)|=(?==)")
_AT_FIRST = re.compile(r"(?:[-+](?=[\s-]|\Z)|[>=]|\d{1,9}(?=[.)](?:\s|\Z)))")
_BLANKS = " \t"
_SAFE_IN_ADDRESS = ":/?#[]@!$&'()*+,;=%~"


def inline(text: str) -> str:
    """`text` on one line, to stand in a heading or anywhere but at the beginning of a line."""
    return _ANYWHERE.sub(r"\\\g<0>", " ".join(text.split()))


def paragraphs(text: str, *, breaks: bool) -> list[str]:
    """The paragraphs of `text`, which blank lines part.

    With `breaks` the ends of its lines are kept as such, without it they are only spaces.
    """
    parts: list[list[str]] = [[]]
    for row in text.split("\n"):
        if row.strip():
            parts[-1].append(begun(_ANYWHERE.sub(r"\\\g<0>", row.strip(_BLANKS))))
        else:
            parts.append([])
    return [("\\\n" if breaks else "\n").join(part) for part in parts if part]


def begun(written: str) -> str:
    """`written`, a line of Markdown, so that it begins neither a list nor a quote nor a heading."""
    first = _AT_FIRST.match(written)
    if not first:
        return written
    # A number is a list's only by the dot after it, a sign is one by itself.
    at = first.end() if first[0].isdigit() else 0
    return f"{written[:at]}\\{written[at:]}"


def quoted(text: str) -> str:
    """`text` as a block quote."""
    rows = "\n\n".join(paragraphs(text, breaks=False)).split("\n")
    return "\n".join(f"> {row}".rstrip(_BLANKS) for row in rows)


def link(text: str, address: str) -> str:
    """`text` as a link to `address` where that is on the web; otherwise both as text."""
    if not on_the_web(address):
        return ", ".join(filter(None, (inline(text), inline(address))))
    target = quote(address, safe=_SAFE_IN_ADDRESS).replace("&", r"\&")
    return f"[{inline(text or address)}](<{target}>)"


def item(blocks: Iterable[str]) -> str:
    """`blocks` of Markdown as one item of a list."""
    rows = "\n\n".join(blocks).split("\n")
    return "- " + "\n".join(f"  {row}".rstrip(_BLANKS) for row in rows).strip(_BLANKS)
