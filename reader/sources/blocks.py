"""An HTML tree as the paragraphs that a reader of it sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_UNSEEN = frozenset(
    {"head", "script", "style", "noscript", "template", "svg", "math", "iframe", "object"}
    | {"select", "button", "textarea", "audio", "video", "canvas"}
)
_INLINE = frozenset(
    {"a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em"}
    | {"font", "i", "img", "input", "ins", "kbd", "label", "mark", "q", "ruby", "s", "samp"}
    | {"small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"}
)
_WHOLE = frozenset({"html", "body"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)
_SPACE = re.compile(r"[ \t\n\r\f\v\u200b]+")


@dataclass(eq=False)
class Block:
    """A paragraph, or another stretch of text that stands by itself.

    `within` are the tags around it, `linked` how many of its characters are link text, `names`
    the classes and ids of what stands around it.
    """

    within: tuple[str, ...]
    names: str
    parts: list[str] = field(default_factory=list)
    linked: int = 0

    @cached_property
    def text(self) -> str:
        """The words, on one line but for the line breaks that were written; once all are there."""
        lines = "".join(self.parts).split("\0")
        return "\n".join(line for each in lines if (line := _SPACE.sub(" ", each).strip()))


def parse(html: str) -> HtmlElement:
    """The tree of a page, however broken. Raises ValueError for what has none."""
    from lxml import etree
    from lxml.html import document_fromstring

    try:
        # A declared encoding is refused in text that has been decoded.
        return document_fromstring(re.sub(r"^\s*<\?xml[^>]*>", "", html))
    except etree.LxmlError as error:
        raise ValueError(str(error)) from error


def blocks(root: HtmlElement) -> list[Block]:
    """What can be seen in `root`, in order."""
    return [block for block in _blocks(root) if block.text]


def paragraphs(root: HtmlElement) -> str:
    """What can be seen in `root`, a blank line between paragraphs, a sign before list items."""
    signed = ((block.text, block.within[-1:] == ("li",)) for block in blocks(root))
    return "\n\n".join(f"- {text}" if listed else text for text, listed in signed)


def _blocks(root: HtmlElement) -> Iterator[Block]:
    from lxml import etree

    stack: list[tuple[str, str]] = []
    block = Block((), "")
    unseen = links = 0

    def fresh() -> Block:
        return Block(tuple(tag for tag, _ in stack), " ".join(name for _, name in stack if name))

    for event, node in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event == "comment" or event == "pi":
            _add(block, node.tail, unseen, links)
            continue
        tag = node.tag
        inline = tag in _INLINE
        if event == "start":
            if unseen or tag in _UNSEEN or _hidden(node):
                unseen += 1
                continue
            if tag == "br":
                block.parts.append("\0")
            elif not inline:
                yield block
                stack.append((tag, "" if tag in _WHOLE else _names(node)))
                block = fresh()
            links += tag == "a"
            if _is_note_mark(node):
                block.parts.append("[")
            _add(block, node.text, unseen, links)
            continue
        if unseen:
            unseen -= 1
        else:
            links -= tag == "a"
            if _is_note_mark(node):
                block.parts.append("]")
            if tag != "br" and not inline:
                yield block
                stack.pop()
                block = fresh()
        if node is not root:
            _add(block, node.tail, unseen, links)
    yield block


def _names(node: HtmlElement) -> str:
    return f"{node.get('class', '')} {node.get('id', '')}".strip()


def _add(block: Block, text: str | None, unseen: int, links: int) -> None:
    if text and not unseen:
        block.parts.append(text)
        block.linked += len(text) if links else 0


def _is_note_mark(node: HtmlElement) -> bool:
    """Whether a raised figure leads to a note, and is no part of the word before."""
    leads = node.tag == "sup" and node.find(".//a") is not None
    return leads and str(node.text_content()).strip().isdigit()


def _hidden(node: HtmlElement) -> bool:
    return "hidden" in node.attrib or bool(_HIDDEN.search(node.get("style", "")))
