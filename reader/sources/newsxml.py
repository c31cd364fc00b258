"""News agencies' XML: NITF, and NewsML-G2 that carries text, XHTML or NITF."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.model import Article, ReaderError
from reader.sources import xml
from reader.sources.article import article
from reader.sources.blocks import paragraphs, parse
from reader.sources.dates import moment
from reader.sources.heading import Heading
from reader.sources.intake import Source
from reader.sources.several import gather

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROOTS = ("nitf", "newsMessage", "newsItem")
_SET = {"hl1": "h1", "hl2": "h2", "media-caption": "p"}
_BESIDE = ("media", "media-producer", "note")


def recognises(source: Source) -> bool:
    """Whether the outermost element is that of NITF or of NewsML-G2."""
    return xml.root_name(source.start) in _ROOTS


def read(source: Source) -> list[Article]:
    """The stories in the file; pictures and other items that are no text are passed over.

    Raises ReaderError for broken XML, and when there is no story.
    """
    root = xml.parse(source.raw, source.path)
    if xml.local(root) == "nitf":
        return [_nitf(source, root, Heading())]
    from lxml import etree

    items = [root] if xml.local(root) == "newsItem" else list(root.iter("{*}newsItem"))
    parts = (source.part(etree.tostring(item)) for item in items)
    return gather(source, parts, _item, "item") if len(items) > 1 else _item(source)


def _item(source: Source) -> list[Article]:
    """The story of one NewsML-G2 item."""
    item = xml.parse(source.raw, source.path)
    about = xml.find(item, "contentMeta")
    content = xml.find(item, "contentSet")
    if content is None:
        raise ReaderError(f"cannot read {source.path}: a news item without text")
    said = item if about is None else about
    known = Heading(
        headline=xml.text(xml.find(said, "headline")),
        byline=_byline(xml.text(xml.find(said, "by"))),
        dateline=xml.text(xml.find(said, "dateline")),
        credit=xml.text(xml.find(said, "creditline")),
        outlet=xml.text(xml.find(item, "provider", "name"))
        or xml.text(xml.find(said, "infoSource", "name")),
        published=moment(
            xml.text(xml.find(item, "firstCreated")) or xml.text(xml.find(said, "contentCreated"))
        ),
        updated=moment(xml.text(xml.find(item, "versionCreated"))),
    )
    nitf = xml.find(content, "nitf")
    if nitf is not None:
        return [_nitf(source, nitf, known)]
    return [article(source, "\n\n".join(filter(None, _texts(content))), known)]


def _texts(content: _Element) -> Iterator[str]:
    for node in content.iter("{*}inlineXML", "{*}inlineData"):
        if xml.local(node) == "inlineXML":
            yield _set(node)
        elif "html" in node.get("contenttype", ""):
            yield paragraphs(parse(node.text or "<p></p>"))
        else:
            yield node.text or ""


def _nitf(source: Source, root: _Element, known: Heading) -> Article:
    """A story in NITF, with what is known of it from around it."""
    body = xml.find(root, "body.content")
    if body is None:
        raise ReaderError(f"cannot read {source.path}: NITF without a body")
    written = xml.find(root, "story.date")
    issued = xml.find(root, "date.issue")
    printed = xml.find(root, "pubdata")
    dates = [node.get("norm") for node in (issued, written) if node is not None]
    dates += [printed.get("date.publication")] if printed is not None else []
    holder = xml.find(root, "doc.copyright")
    names = [
        node.get(key) for node, key in ((printed, "name"), (holder, "holder")) if node is not None
    ]
    place = xml.find(root, "dateline", "location")
    given = Heading(
        headline=xml.text(xml.find(root, "hl1")) or xml.text(xml.find(root, "title")),
        byline=_byline(xml.text(xml.find(root, "byline"))),
        dateline=xml.text(place) or xml.text(xml.find(root, "dateline")),
        outlet=next(filter(None, names), ""),
        published=next(filter(None, map(moment, dates)), None),
    )
    media = [words for node in body.iter("{*}media") if (words := xml.text(node))]
    left_out = [f"captions: {sum(len(words.split()) for words in media):,} words"] if media else []
    return article(source, _set(body), known.or_else(given), left_out)


def _byline(words: str) -> str:
    return re.sub(r"^by:?\s+", "", words, flags=re.IGNORECASE)


def _set(node: _Element) -> str:
    """The paragraphs under an element, its names taken for those of HTML."""
    from lxml import etree

    html = etree.Element("body")
    html.extend(list(node))
    etree.strip_elements(html, *(f"{{*}}{name}" for name in _BESIDE), with_tail=False)
    for each in html.iter("*"):
        each.tag = _SET.get(xml.local(each), xml.local(each))
    return paragraphs(html)
