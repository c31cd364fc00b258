"""Markdown, with or without front matter, as the words a reader of it sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.model import Article
from reader.sources import front_matter
from reader.sources.article import article
from reader.sources.heading import Heading
from reader.sources.intake import Source

if TYPE_CHECKING:
    from markdown_it.token import Token

ENDINGS = (".md", ".markdown", ".mdown")
_TITLED = re.compile(r"\s*(?:(---|\+\+\+)\n(?:.*\n){0,200}?\1\s*\n\s*)?# +\S")
# Marks in a text of this size are noise beside its words, and parsing them may take seconds.
_LARGEST = 100_000
# Below this depth of quotes and lists the parser drops what it finds.
_DEEPEST = 60


def recognises(source: Source) -> bool:
    """Whether the file is named as Markdown or opens with a title as only Markdown writes it."""
    if len(source.text) > _LARGEST:
        return False
    return source.suffix in ENDINGS or bool(_TITLED.match(source.text))


def read(source: Source) -> list[Article]:
    """The one article of the file. Raises ReaderError for broken front matter."""
    from markdown_it import MarkdownIt

    given, text = front_matter.split(source.text, source.path)
    tokens = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).parse(text)
    if any(token.level >= _DEEPEST - 1 for token in tokens):
        return [article(source, text, given)]
    title = Heading()
    if tokens and tokens[0].type == "heading_open":
        title = Heading(headline=_inline(tokens[1]))
    return [article(source, "\n\n".join(_blocks(tokens)), given.or_else(title))]


def _blocks(tokens: list[Token]) -> Iterator[str]:
    """The text of each block in order; list items keep their sign."""
    sign = ""
    for token in tokens:
        if token.type == "list_item_open":
            sign = f"{token.info}{token.markup} "
        elif token.type == "inline":
            yield sign + _inline(token)
            sign = ""
        elif token.content:
            yield token.content.rstrip("\n")
        elif token.type == "hr":
            yield "* * *"


def _inline(token: Token) -> str:
    """The words of a block without the marks of emphasis, links or images."""
    children = token.children or []
    return "".join("\n" if child.type.endswith("break") else child.content for child in children)
