"""PDF: the words in reading order, columns one after the other, what repeats on pages left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model import Article, ReaderError
from reader.sources import exports
from reader.sources.heading import Heading
from reader.sources.intake import Source
from reader.sources.printed import columns, edges, setting
from reader.sources.printed.line import Line, joined

if TYPE_CHECKING:
    import pypdfium2

_MOST = 300
_DAMAGED = "damaged, or asking for a password; open it and save it anew"


def recognises(source: Source) -> bool:
    """Whether the mark of a PDF stands near the beginning, as readers of PDF allow."""
    return b"%PDF-" in source.raw[:1024]


def read(source: Source) -> list[Article]:
    """The article of the file, or the stories of a database export.

    Raises ReaderError for what is damaged or locked, and for pictures of pages.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(source.raw)
    except pypdfium2.PdfiumError as error:
        raise ReaderError(f"cannot read {source.path}: {_DAMAGED}") from error
    count = len(document)
    pages = [_lines(document, at) for at in range(min(count, _MOST))]
    if not any(pages):
        raise ReaderError(
            f"cannot read {source.path}: pictures of pages without text; have it recognised (OCR)"
        )
    pages, running = edges.without_running(pages)
    pages, notes = edges.notes_apart(pages)
    body = [line for page in pages for line in columns.in_order(page)]
    left_out = [f"running heads and page numbers: {len(running)} lines"] if running else []
    if count > _MOST:
        left_out.append(f"pages after the first {_MOST}: {count - _MOST}")
    text = setting.paragraphs(body, notes)
    return exports.articles(source, text, Heading(), tuple(left_out))


def _lines(document: pypdfium2.PdfDocument, at: int) -> list[Line]:
    """The lines of a page as they were set; none on one that cannot be drawn."""
    import pypdfium2

    try:
        page = document[at]
        text = page.get_textpage()
        count = text.count_rects()
    except pypdfium2.PdfiumError:
        return []
    return joined(_run(text, index, page.get_height()) for index in range(count))


def _run(text: pypdfium2.PdfTextPage, index: int, height: float) -> Line:
    """A run of type: from its base line up as high as its type, not as its tallest letter."""
    from ctypes import byref, c_double

    from pypdfium2 import raw

    left, bottom, right, top = text.get_rect(index)
    words = text.get_text_bounded(left, bottom, right, top)
    at = text.get_index(left + 1, (bottom + top) / 2, 3, 3)
    if at is not None and (size := raw.FPDFText_GetFontSize(text, at)) > 1:
        x, y = c_double(), c_double()
        if raw.FPDFText_GetCharOrigin(text, at, byref(x), byref(y)):
            bottom, top = y.value, y.value + size
    return Line(left, height - top, right, height - bottom, words)
