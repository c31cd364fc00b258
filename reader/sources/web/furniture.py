"""What of a page is not its report, by kind: comments, captions, links and menus, the rest."""

from __future__ import annotations

import re
from collections import Counter

from reader.sources.blocks import Block

_WORD = re.compile(r"\w+")
_COMMENTS = re.compile(r"comment|coment|kommentar|disqus|discuss|livefyre|respond", re.IGNORECASE)
_CAPTIONS = re.compile(r"caption|credit|photo|image|gallery|slide", re.IGNORECASE)
_AROUND = frozenset({"nav", "header", "footer", "aside", "form", "menu"})
_SHOWN = 60


def is_comment(block: Block) -> bool:
    """Whether what stands around the block calls it a reader's comment."""
    return bool(_COMMENTS.search(block.names))


def left_out(dropped: list[Block]) -> tuple[str, ...]:
    """A line for each kind of furniture with its words, and how the longest other piece begins."""
    words: Counter[str] = Counter()
    longest = ""
    for block in dropped:
        kind = _kind(block)
        words[kind] += len(_WORD.findall(block.text))
        if kind == "other pieces" and len(block.text) > len(longest):
            longest = " ".join(block.text.split())
    lines = [f"{kind}: {count:,} words" for kind, count in words.most_common() if count]
    if longest:
        lines.append(f"the longest other piece begins “{longest[:_SHOWN]}…”")
    return tuple(lines)


def _kind(block: Block) -> str:
    if is_comment(block):
        return "comments"
    if "figcaption" in block.within or _CAPTIONS.search(block.names):
        return "captions"
    if not _AROUND.isdisjoint(block.within) or 2 * block.linked > len(block.text):
        return "links and menus"
    return "other pieces"
