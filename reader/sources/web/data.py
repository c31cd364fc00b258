"""JSON-LD: what a page tells search engines of its article, after schema.org."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING, Any

from reader.sources.blocks import paragraphs, parse
from reader.sources.dates import moment
from reader.sources.heading import UNKNOWN, Heading

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_KINDS = ("Article", "BlogPosting", "LiveBlogPosting", "Report", "SocialMediaPosting")
_DEEPEST = 8
_TAGGED = re.compile(r"</?(?:p|br|div|li)\b[^>]*>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """The heading and the body that a page gives apart from what it shows; "" for no body."""

    heading: Heading = UNKNOWN
    body: str = ""


def told(root: HtmlElement) -> Told:
    """What the page's JSON-LD says of its article: of several, the one with the longest body."""
    found = [item for script in root.iterfind(".//script[@type]") for item in _items(script)]
    articles = [item for item in found if _is_article(item)]
    if not articles:
        return Told()
    item = max(articles, key=lambda each: len(_text(each.get("articleBody"))))
    heading = Heading(
        headline=_text(item.get("headline")) or _text(item.get("name")),
        byline=", ".join(_names(item.get("author"))),
        outlet=next(iter(_names(item.get("publisher"))), ""),
        published=moment(_text(item.get("datePublished"))),
        updated=moment(_text(item.get("dateModified"))),
        url=_address(item),
    )
    return Told(heading, _body(item))


def _items(script: HtmlElement) -> Iterator[dict[str, Any]]:
    if script.get("type", "").partition(";")[0].strip().lower() != "application/ld+json":
        return
    try:
        # Line breaks inside strings are not JSON, and are in one page of twenty.
        yield from _walk(json.loads(script.text or "", strict=False), _DEEPEST)
    except (ValueError, RecursionError):
        return


def _walk(value: object, depth: int) -> Iterator[dict[str, Any]]:
    """Each object of a graph, those that stand for a page's main entity included."""
    if depth and isinstance(value, list):
        for each in value:
            yield from _walk(each, depth - 1)
    elif depth and isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _walk(value.get(key), depth - 1)


def _is_article(item: dict[str, Any]) -> bool:
    kinds = item.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(name, str) and name.endswith(_KINDS) for name in names)


def _body(item: dict[str, Any]) -> str:
    """The body of the article; of a live blog, its posts below one another."""
    posts = item.get("liveBlogUpdate")
    if isinstance(posts, list) and not item.get("articleBody"):
        texts = (_text(post.get("articleBody")) for post in posts if isinstance(post, dict))
        return "\n\n".join(filter(None, texts))
    body = _text(item.get("articleBody"))
    return paragraphs(parse(body)) if _TAGGED.search(body) else body


def _names(value: object) -> list[str]:
    """The names of one author or several, given as text or as objects."""
    values = value if isinstance(value, list) else [value]
    names = (each.get("name") if isinstance(each, dict) else each for each in values)
    found = [name for each in names for name in (each if isinstance(each, list) else [each])]
    return [name for each in found if (name := _text(each)) and "://" not in name]


def _address(item: dict[str, Any]) -> str:
    main = item.get("mainEntityOfPage")
    places = (item.get("url"), main, main.get("@id") if isinstance(main, dict) else "")
    return next((text for each in places if (text := _text(each)).startswith("http")), "")


def _text(value: object) -> str:
    return unescape(value).strip() if isinstance(value, str) else ""
