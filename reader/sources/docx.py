"""Word files: the text as accepted changes leave it, with its headings, lists and footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from reader.model import Article
from reader.sources import archive, exports, xml
from reader.sources.blocks import paragraphs, parse
from reader.sources.heading import Heading
from reader.sources.intake import Source

_BESIDE = (
    (re.compile(r"word/(?:header|footer)\d*\.xml"), "headers and footers"),
    (re.compile(r"word/comments\.xml"), "comments in the margin"),
)


def recognises(source: Source) -> bool:
    """Whether the file is an archive with the parts of a Word document."""
    return archive.mentions(source, b"word/document")


def read(source: Source) -> list[Article]:
    """The article of the file, or the stories of a database export.

    Raises ReaderError for what is damaged or unpacks to too much.
    """
    import mammoth

    parts = archive.unpack(source)
    archive.part(parts, "[Content_Types].xml", source)
    html = mammoth.convert_to_html(BytesIO(source.raw), convert_image=_no_image).value
    root = parse(f"<body>{html}</body>")
    for link in list(root.iter("a")):
        # The way back from a note to its mark is Mammoth's, not the writer's.
        if link.text == "↑" and link.get("href", "").startswith("#"):
            link.drop_tree()
    title = next((" ".join(node.text_content().split()) for node in root.iter("h1")), "")
    return exports.articles(
        source, paragraphs(root), Heading(headline=title), tuple(_left_out(parts, source))
    )


def _no_image(_: object) -> list[object]:
    return []


def _left_out(parts: ZipFile, source: Source) -> Iterator[str]:
    for pattern, what in _BESIDE:
        names = [name for name in parts.namelist() if pattern.fullmatch(name)]
        texts = (
            xml.text(xml.parse(archive.part(parts, name, source), source.path)) for name in names
        )
        if words := sum(len(text.split()) for text in texts):
            yield f"{what}: {words:,} words"
    if pictures := sum(name.startswith("word/media/") for name in parts.namelist()):
        yield f"pictures: {pictures}"
