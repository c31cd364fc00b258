"""What a page says of itself in its head: Open Graph, Dublin Core and its elders, links, times."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING

from reader.sources.dates import moment
from reader.sources.heading import Heading
from reader.sources.web.data import Told

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HEADLINE = ("og:title", "twitter:title", "dc.title", "dcterms.title", "headline", "hdl", "title")
_AUTHOR = ("author", "article:author", "byl", "dc.creator", "parsely-author", "sailthru.author")
_SITE = ("og:site_name", "application-name", "dc.publisher", "publisher")
_PUBLISHED = (
    "article:published_time",
    "article:published",
    "og:published_time",
    "datepublished",
    "pubdate",
    "publishdate",
    "publish-date",
    "date.published",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "dc.date",
    "dc.date.created",
    "parsely-pub-date",
    "sailthru.date",
    "originalpublicationdate",
    "ptime",
    "date",
)
_UPDATED = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "lastmod",
    "dcterms.modified",
    "last-modified",
)
_ENCODING = re.compile(
    r"<(?:meta|\?xml)\b[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE
)
_AUTHORED = re.compile(
    r"(?<![\w-])(?:byline|author|authors|by-?line__names?)(?![\w-])", re.IGNORECASE
)
_ADDRESS = ("og:url", "twitter:url", "parsely-link")


def heading(root: HtmlElement, told: Told) -> Heading:
    """The page's heading, JSON-LD first, then the tags of its head, then its first marked time."""
    said = _tags(root)

    def first(names: tuple[str, ...]) -> str:
        return next((said[name] for name in names if name in said), "")

    def when(names: tuple[str, ...]) -> str:
        return next((said[name] for name in names if moment(said.get(name))), "")

    author = first(_AUTHOR) or _shown_author(root)
    given = Heading(
        byline="" if "://" in author else author.removeprefix("By ").removeprefix("by "),
        published=moment(when(_PUBLISHED)) or _marked_time(root),
        updated=moment(when(_UPDATED)),
        url=_canonical(root) or first(_ADDRESS),
    )
    # og:site_name is what the outlet calls itself; its publisher is often a company.
    outlet = said.get("og:site_name", "") or told.heading.outlet or first(_SITE)
    headline = told.heading.headline or _headline(root, first(_HEADLINE), outlet)
    return Heading(headline=headline, outlet=outlet).or_else(told.heading).or_else(given)


def encoding(start: str) -> str:
    """The encoding that the first characters of a page name, "" where they name none."""
    found = _ENCODING.search(start)
    return found[1] if found else ""


def _tags(root: HtmlElement) -> dict[str, str]:
    """The content of each meta tag by its name, the first of a name."""
    found: dict[str, str] = {}
    for tag in root.iter("meta"):
        content = tag.get("content", "").strip()
        for key in ("property", "name", "itemprop", "http-equiv"):
            if content and (name := tag.get(key, "").strip().casefold()):
                found.setdefault(name, content)
    return found


def _headline(root: HtmlElement, said: str, outlet: str) -> str:
    """The headline that is both on the page and in its head, else the likelier of the two."""
    shown = [text for node in root.iter("h1") if (text := " ".join(node.text_content().split()))]
    title = " ".join((root.findtext(".//title") or "").split())
    for text in shown:
        if len(text) > 8 and text.casefold() in f"{said} {title}".casefold():
            return text
    if said or not title:
        return said or (shown[0] if len(shown) == 1 else "")
    for mark in (" | ", " - ", " – ", " — ", " : ", " « "):
        first, _, rest = title.rpartition(mark)
        sure = mark == " | " or rest.casefold() == outlet.casefold()
        if first and (sure or len(first) > 2 * len(rest)):
            return first
    return title


def _marked_time(root: HtmlElement) -> date | datetime | None:
    """The first time that the page marks as such, for what is not named in its head."""
    times = (moment(node.get("datetime", "")) for node in root.iter("time"))
    return next(filter(None, times), None)


def _shown_author(root: HtmlElement) -> str:
    """The names in the first line that the page marks as its author's, without the word before."""
    for node in root.iter("a", "address", "div", "p", "span"):
        marks = (node.get("class", ""), node.get("itemprop", ""), node.get("rel", ""))
        if _AUTHORED.search(" ".join(marks)):
            words = " ".join(node.text_content().split())
            if words and len(words) < 80:
                return words
    return ""


def _canonical(root: HtmlElement) -> str:
    for link in root.iter("link"):
        if link.get("rel", "").casefold() == "canonical" and link.get("href", "").startswith(
            "http"
        ):
            return str(link.get("href"))
    return ""
