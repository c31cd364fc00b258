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
)
from reader.sources.formats import MB, Format

_ODT = "paragraphs, headings and lists, without deleted passages and remarks"
_MD = "with or without front matter"
_TXT = "UTF-8, UTF-16, or as old machines wrote it"

FORMATS = (
    Format(
        "PDF",
        "columns, hyphens and running heads undone; not pictures of pages",
        pdf.recognises,
        pdf.read,
        100 * MB,
        extra="pdf",
    ),
    Format(
        "Word (DOCX)",
        "the text as accepted changes leave it, with footnotes",
        docx.recognises,
        docx.read,
        100 * MB,
    ),
    Format("OpenDocument (ODT)", _ODT, odt.recognises, odt.read, 100 * MB),
    Format("RTF", "the words without their dress", rtf.recognises, rtf.read),
    Format("EPUB", "a report a chapter", epub.recognises, epub.read, 100 * MB, seconds=20),
    Format(
        "WARC and WACZ",
        "the pages in a web archive, with when they were fetched",
        warc.recognises,
        warc.read,
        100 * MB,
        seconds=60,
    ),
    Format("MHTML", "pages that a browser saved whole", mhtml.recognises, mhtml.read, 50 * MB),
    Format(
        "mailbox (mbox)", "a report a message", mbox.recognises, mbox.read, 100 * MB, seconds=60
    ),
    Format(
        "mail (EML)",
        "messages and newsletters, with those attached",
        mail.recognises,
        mail.read,
        50 * MB,
    ),
    Format("NITF and NewsML-G2", "what news agencies send", newsxml.recognises, newsxml.read),
    Format(
        "RSS and Atom",
        "a report an entry, as much as the feed carries",
        feeds.recognises,
        feeds.read,
    ),
    Format("ninjs", "news items in JSON", ninjs.recognises, ninjs.read),
    Format(
        "HTML and XHTML",
        "the report in a page, its menus, teasers and comments left out",
        html.recognises,
        html.read,
    ),
    Format(
        "Nexis and Factiva",
        "a report a story, from exports as text, Word or RTF",
        exports.recognises,
        exports.read,
    ),
    Format("Markdown", _MD, markdown.recognises, markdown.read, 5 * MB, plain=True),
    Format("text", _TXT, plain.recognises, plain.read, 5 * MB, plain=True),
)
