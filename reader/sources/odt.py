"""OpenDocument texts: paragraphs, headings and lists, without deleted passages and remarks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.model import Article
from reader.sources import archive, exports, xml
from reader.sources.heading import Heading
from reader.sources.intake import Source

if TYPE_CHECKING:
    from lxml.etree import _Element

_BESIDE = {
    "tracked-changes": "deleted passages",
    "annotation": "comments in the margin",
    "table-of-content": "table of contents",
}
_NOTE = "note"
_SPACES = {"s": " ", "tab": "\t", "line-break": "\n"}


def recognises(source: Source) -> bool:
    """Whether the archive says first, as it must, that it is an OpenDocument text."""
    return archive.is_archive(source) and b"opendocument.text" in source.raw[:120]


def read(source: Source) -> list[Article]:
    """The article of the file, or the stories of a database export.

    Raises ReaderError for what is damaged, encrypted or unpacks to too much.
    """
    parts = archive.unpack(source)
    root = xml.parse(archive.part(parts, "content.xml", source), source.path)
    left: Counter[str] = Counter()
    rows = list(_rows(root, left))
    title = next((text for kind, text in rows if kind == "h"), "")
    notes = [words for node in root.iter("{*}note") if (words := _note(node))]
    text = "\n\n".join([*(text for _, text in rows), *notes])
    left_out = tuple(f"{what}: {words:,} words" for what, words in left.items() if words)
    if pictures := sum(name.startswith("Pictures/") for name in parts.namelist()):
        left_out += (f"pictures: {pictures}",)
    return exports.articles(source, text, Heading(headline=title), left_out)


def _rows(root: _Element, left: Counter[str]) -> Iterator[tuple[str, str]]:
    """Each paragraph or heading with its kind, "p" or "h"; what is passed over is counted."""
    for node in _seen(root, left):
        if xml.local(node) in ("p", "h"):
            text = "".join(_words(node)).strip()
            listed = any(xml.local(above) == "list-item" for above in node.iterancestors())
            if text:
                yield xml.local(node), f"- {text}" if listed else text


def _seen(node: _Element, left: Counter[str]) -> Iterator[_Element]:
    """The elements under `node` in order, without those that stand beside the text."""
    from lxml import etree

    walk = etree.iterwalk(node, events=("start",))
    for _, each in walk:
        name = xml.local(each)
        if name in _BESIDE or name == _NOTE:
            if name in _BESIDE:
                left[_BESIDE[name]] += len(xml.text(each).split())
            walk.skip_subtree()
        else:
            yield each


def _words(paragraph: _Element) -> Iterator[str]:
    """The text of a paragraph; what stands beside it, and paragraphs inside it, are left."""
    from lxml import etree

    walk = etree.iterwalk(paragraph, events=("start", "end"))
    for event, node in walk:
        name = xml.local(node)
        if event == "start":
            if name == _NOTE:
                yield f"[{_citation(node)}]"
            if name in (*_BESIDE, _NOTE) or (name == "p" and node is not paragraph):
                walk.skip_subtree()
            elif name in _SPACES:
                yield _SPACES[name]
            else:
                yield node.text or ""
        elif node is not paragraph:
            yield node.tail or ""


def _note(node: _Element) -> str:
    """A footnote as it stands after the text, behind its number."""
    body = xml.text(xml.find(node, "note-body"))
    return f"[{_citation(node)}] {body}" if body else ""


def _citation(node: _Element) -> str:
    return xml.text(xml.find(node, "note-citation"))
