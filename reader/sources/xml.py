"""XML parsed so that it can neither fetch nor expand anything."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.model import ReaderError, sanitise_line

if TYPE_CHECKING:
    from lxml.etree import _Element


# Possessive throughout: a file of comments alone must not be tried in every possible division.
_ROOT = re.compile(
    r"(?:\s*+(?:<\?[^>]*+>|<!--(?>.*?-->)|<!DOCTYPE[^\[>]*+(?:\[(?>.*?\]\s*+>)|>)))*+"
    r"\s*+<(?:[\w.-]+:)?(?P<name>[\w.-]+)",
    re.IGNORECASE | re.DOTALL,
)


_ENTITIES = tuple("<!ENTITY".encode(code) for code in ("ascii", "utf-16-le", "utf-16-be"))


def root_name(start: str) -> str:
    """The name of the outermost element, without its prefix, of a document that begins so."""
    found = _ROOT.match(start)
    return found["name"] if found else ""


def refuse_entities(raw: bytes, path: str) -> None:
    """Raise ReaderError for a document that declares entities of its own."""
    if any(mark in raw for mark in _ENTITIES):
        raise ReaderError(
            f"cannot read {path}: its XML declares entities, which can be made to expand without"
            " end; save it as text or HTML"
        )


def parse(raw: bytes, path: str) -> _Element:
    """The root of the document in `raw`, which came from `path`.

    Raises ReaderError for what is not XML, and for what declares entities of its own.
    """
    from lxml import etree

    refuse_entities(raw, path)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        reason = sanitise_line(str(error)).partition(" (")[0][:120]
        raise ReaderError(f"cannot read {path}: broken XML, {reason}; save it anew") from error


def local(node: _Element) -> str:
    """The name of an element without its namespace; "" for comments and the like."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def find(node: _Element, *names: str) -> _Element | None:
    """The first element called as the first name, in it the first called as the second etc."""
    found: _Element | None = node
    for name in names:
        if found is None:
            return None
        found = next((each for each in found.iter("{*}" + name) if each is not found), None)
    return found


def text(node: _Element | None) -> str:
    """All words under an element, on one line; "" for None."""
    return "" if node is None else " ".join("".join(map(str, node.itertext("*"))).split())
