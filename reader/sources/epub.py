"""E-books (EPUB): an article a chapter, as newspapers and magazines are issued."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import unquote
from zipfile import ZipFile

from reader.model import Article, ReaderError
from reader.sources import archive, xml
from reader.sources.article import article
from reader.sources.blocks import paragraphs, parse
from reader.sources.dates import moment
from reader.sources.heading import Heading
from reader.sources.intake import Source
from reader.sources.several import gather

if TYPE_CHECKING:
    from lxml.etree import _Element

_CONTAINER = "META-INF/container.xml"
_FEWEST = 40


def recognises(source: Source) -> bool:
    """Whether the archive says first, as it must, that it is an e-book."""
    return archive.is_archive(source) and b"application/epub+zip" in source.raw[:120]


def read(source: Source) -> list[Article]:
    """The chapters that have words, in their order.

    Raises ReaderError for what is damaged, locked or unpacks to too much.
    """
    parts = archive.unpack(source)
    container = xml.parse(archive.part(parts, _CONTAINER, source), source.path)
    root = xml.find(container, "rootfile")
    place = "" if root is None else root.get("full-path", "")
    package = xml.parse(archive.part(parts, place, source), source.path)
    known = Heading(
        outlet=xml.text(xml.find(package, "publisher")) or xml.text(xml.find(package, "title")),
        published=moment(xml.text(xml.find(package, "date"))),
    )
    chapters = _chapters(source, parts, package, posixpath.dirname(place), known)
    return gather(source, chapters, _chapter, "chapter")


def _chapters(
    source: Source, parts: ZipFile, package: _Element, folder: str, known: Heading
) -> Iterator[Source]:
    """The files of the book in reading order."""
    files = {item.get("id"): item.get("href", "") for item in package.iter("{*}item")}
    for reference in package.iter("{*}itemref"):
        name = posixpath.normpath(
            posixpath.join(folder, unquote(files.get(reference.get("idref"), "")))
        )
        if name in parts.NameToInfo:
            yield source.part(archive.part(parts, name, source), known, "utf-8")


def _chapter(chapter: Source) -> list[Article]:
    try:
        root = parse(chapter.text)
    except ValueError:
        raise ReaderError("no words") from None
    text = paragraphs(root)
    if len(text.split()) < _FEWEST:
        raise ReaderError(f"only {len(text.split())} words")
    titles = (node for name in ("h1", "h2", "h3", "title") for node in root.iter(name))
    title = next((words for node in titles if (words := " ".join(node.text_content().split()))), "")
    return [article(chapter, text, Heading(headline=title))]
