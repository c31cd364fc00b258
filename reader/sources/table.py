"""The table of formats, in the order in which they are tried: the particular before the general."""

from __future__ import annotations

from reader.sources import docx, exports, html, markdown, odt, pdf, plain, rtf
from reader.sources.formats import MB, Format

FORMATS = (
    Format(
        "PDF",
        "columns, hyphens and running heads undone",
        pdf.recognises,
        pdf.read,
        100 * MB,
        extra="pdf",
    ),
    Format("Word", "the text as accepted changes leave it", docx.recognises, docx.read, 100 * MB),
    Format("OpenDocument", "the text without deletions", odt.recognises, odt.read, 100 * MB),
    Format("RTF", "rich text", rtf.recognises, rtf.read),
    Format("HTML", "saved web pages", html.recognises, html.read),
    Format("Nexis or Factiva", "exports as text", exports.recognises, exports.read),
    Format(
        "Markdown",
        "with or without front matter",
        markdown.recognises,
        markdown.read,
        5 * MB,
        plain=True,
    ),
    Format("text", "in any usual encoding", plain.recognises, plain.read, 5 * MB, plain=True),
)
