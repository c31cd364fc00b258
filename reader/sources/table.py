"""The table of formats, in the order in which they are tried: the particular before the general."""

from __future__ import annotations

from reader.sources import (
    docx,
    epub,
    exports,
    feeds,
    html,
    mail,
    markdown,
    mbox,
    mhtml,
    newsxml,
    ninjs,
    odt,
    pdf,
    plain,
    rtf,
    warc,
    webarchive,
)
from reader.sources.formats import MB, Format

_PDF = "columns, hyphens and running heads undone; not pictures of pages"
_DOCX = "the text as accepted changes leave it, with footnotes"
_ODT = "paragraphs, headings, lists and footnotes, without deleted passages and remarks"
_WARC = "the pages in a web archive, with when they were fetched"
_HTML = "the report in a page, its menus, teasers and comments left out"
_EXPORT = "a report a story, from exports as text, Word or RTF"

FORMATS = (
    Format("PDF", _PDF, ".pdf", pdf, 100 * MB, extra="pdf"),
    Format("Word (DOCX)", _DOCX, ".docx", docx, 100 * MB),
    Format("OpenDocument (ODT)", _ODT, ".odt", odt, 100 * MB),
    Format("RTF", "the words without their dress", ".rtf", rtf),
    Format("EPUB", "a report a chapter", ".epub", epub, 100 * MB, seconds=20),
    Format("WARC and WACZ", _WARC, ".warc", warc, 100 * MB, seconds=60),
    Format("MHTML", "pages that a browser saved whole", ".mhtml", mhtml, 50 * MB),
    Format("webarchive", "pages that Safari saved whole", ".webarchive", webarchive, 50 * MB),
    Format("mailbox (mbox)", "a report a message", ".mbox", mbox, 100 * MB, seconds=60),
    Format("mail (EML)", "messages and newsletters, with those attached", ".eml", mail, 50 * MB),
    Format("NITF and NewsML-G2", "what news agencies send", ".xml", newsxml),
    Format("RSS and Atom", "a report an entry, as much as the feed carries", ".xml", feeds),
    Format("ninjs", "news items in JSON", ".json", ninjs),
    Format("HTML and XHTML", _HTML, ".html", html),
    Format("Nexis and Factiva", _EXPORT, ".txt", exports),
    Format("Markdown", "with or without front matter", ".md", markdown, 5 * MB, plain=True),
    Format("text", "UTF-8, UTF-16, or as old machines wrote it", ".txt", plain, 5 * MB, plain=True),
)
