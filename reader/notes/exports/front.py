"""Front matter: the YAML at the head of an exported file, and how it is brought up to date."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

_UNPRINTED = re.compile("[\u2028\u2029\ufeff\ufffe\uffff]")
_FRONT = re.compile(r"---\r?\n.*?^---\r?$", re.MULTILINE | re.DOTALL)
_COUNT = re.compile(r"^notes: \d+", re.MULTILINE)
_TAGS = re.compile(r"^tags:[ \t]*\r?\n((?:[ \t]*-[ \t].*\n)*)", re.MULTILINE)
_OTHER_TAGS = re.compile(r"^tags:", re.MULTILINE)
_OURS = re.compile(r'[ \t]*-[ \t]+"(?:[^"\\]|\\.)*"[ \t]*\r?')


def in_yaml(text: str) -> str:
    """`text` as a quoted YAML text on one line, which is a JSON text too."""
    plain = json.dumps(text, ensure_ascii=False)
    return _UNPRINTED.sub(lambda found: f"\\u{ord(found[0]):04x}", plain)


def front_matter(title: str, notes: int, tags: Sequence[str] = ()) -> str:
    """The head of a file of so many notes."""
    lines = [f"title: {in_yaml(title)}", f"notes: {notes}", "generator: Reader", *_tagged(tags)]
    return "\n".join(("---", *lines, "---"))


def refreshed(text: str, notes: int, tags: Sequence[str]) -> str:
    """`text` with the number of notes and their tags in its front matter, if Reader wrote that.

    Tags that stand there without quotation marks, or on one line, are the reporter's, and stay.
    """
    found = _FRONT.match(text)
    if not found or "generator: Reader" not in found[0]:
        return text
    front = _COUNT.sub(f"notes: {notes}", found[0], count=1)
    end = "\r\n" if "\r\n" in front else "\n"
    listed = _TAGS.search(front)
    if not listed and _OTHER_TAGS.search(front):
        return front + text[found.end() :]
    rows = listed[1].splitlines() if listed else []
    theirs = [row for row in rows if not _OURS.fullmatch(row)]
    known = {row.partition("-")[2].strip() for row in theirs}
    ours = [tag for tag in tags if tag not in known]
    if ours or theirs:
        block = end.join((*_tagged(ours), *theirs) if ours else ("tags:", *theirs)) + end
    else:
        block = ""
    at, stop = listed.span() if listed else (front.rindex("---"),) * 2
    return front[:at] + block + front[stop:] + text[found.end() :]


def _tagged(tags: Sequence[str]) -> list[str]:
    return ["tags:", *(f"  - {in_yaml(tag)}" for tag in tags)] if tags else []
