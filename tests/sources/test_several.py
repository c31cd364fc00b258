"""Files that hold several reports, and the formats of agencies and archives."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from datetime import UTC, date, datetime

import pytest

from reader.model import ReaderError
from reader.sources import Source, ending, read_source

BRIDGE = "The bridge was closed on Tuesday after a crack was found in a bearing."
FERRIES = "The ferries ran until two in the morning, the port said."
LONG = " ".join([BRIDGE] * 6)
FILL = "<!-- " + "x" * 100_000 + " -->"


def read(raw: bytes | str, name: str = "file"):
    return read_source(Source(raw.encode() if isinstance(raw, str) else raw, name, name))


def mail(subject: str, body: str) -> str:
    return (
        f"From: Nora Lindqvist <nora@courier.example>\nTo: desk@desk.example\nSubject: {subject}\n"
        f"Date: Tue, 18 Jun 2024 21:05:00 +0200\nMIME-Version: 1.0\n"
        f"Content-Type: text/plain; charset=utf-8\n\n{body}\n"
    )


def page(title: str, body: str) -> str:
    shown = f"<article><h1>{title}</h1><p>{body}</p></article>"
    return f"<html><head><title>{title}</title></head><body>{shown}</body></html>"


def test_a_mailbox_is_its_messages():
    escaped = BRIDGE + "\n>From the pier nobody saw it."
    box = "".join(
        f"From nora@courier.example Tue Jun 18 21:05:00 2024\n{each}\n"
        for each in (mail("Bridge closed", escaped), mail("Re: Ferries", FERRIES))
    )
    first, second = read(box)
    assert (first.headline, second.headline) == ("Bridge closed", "Ferries")
    assert "\nFrom the pier nobody saw it." in first.text
    assert first.outlet == "Nora Lindqvist"
    assert first.published == datetime.fromisoformat("2024-06-18T21:05:00+02:00")
    assert FERRIES in second.text


def test_a_message_without_words_is_said_beside_the_others():
    box = "".join(
        f"From nora@courier.example Tue Jun 18 21:05:00 2024\n{each}\n"
        for each in (mail("Bridge closed", BRIDGE), mail("", ""))
    )
    (article,) = read(box)
    assert article.left_out == ("message 2: there is no text under its heading",)


def test_text_that_a_mail_program_broke_into_lines_is_whole_again():
    flowed = mail("Bridge", "The bridge was \nclosed on Tuesday.\n\n> quoted \nline")
    (article,) = read(flowed.replace("charset=utf-8", "charset=utf-8; format=flowed"))
    assert "The bridge was closed on Tuesday." in article.text


@pytest.mark.parametrize("charset", ["windows-1251", "utf8mb4", "x-unknown"])
def test_a_message_in_an_encoding_that_nobody_knows_is_still_read(charset):
    words = "Мост закрыт во вторник, сообщили власти. " * 4
    written = words.encode("windows-1251" if charset == "windows-1251" else "utf-8")
    head, _, _ = mail("Bridge", "").replace("utf-8", charset).partition("\n\n")
    (article,) = read(head.encode() + b"\n\n" + written)
    assert words.strip() in article.text


def test_attachments_are_named_and_attached_messages_read():
    inner = mail("Ferries", FERRIES)
    outer = mail("Fwd: Ferries", BRIDGE).replace(
        "Content-Type: text/plain; charset=utf-8\n\n",
        'Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/plain\n\n',
    )
    outer += f"\n--b\nContent-Type: message/rfc822\n\n{inner}\n--b\nContent-Type: application/pdf\n"
    outer += 'Content-Disposition: attachment; filename="minutes.pdf"\n\nx\n--b--\n'
    first, second = read(outer)
    assert BRIDGE in first.text
    assert "attachment: minutes.pdf" in first.left_out
    assert (second.headline, FERRIES in second.text) == ("Ferries", True)


def test_an_old_text_that_begins_like_a_mail_is_text():
    (article,) = read(f"From: the harbour\nTo: the hill\n\n{BRIDGE}\n")
    assert article.text.startswith("From: the harbour")


def warc(*pages: tuple[str, str, str]) -> bytes:
    records = b""
    for url, kind, body in pages:
        http = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n{body}".encode()
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\n"
            "WARC-Date: 2024-06-18T21:05:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
            f"Content-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(http)}\r\n\r\n"
        )
        records += gzip.compress(head.encode() + http + b"\r\n\r\n")
    return records


ARCHIVED = warc(
    (
        "https://courier.example/bridge",
        "text/html; charset=utf-8",
        page("Bridge closed", FILL + LONG),
    ),
    ("https://courier.example/logo.png", "image/png", "no page"),
    ("https://courier.example/empty", "text/html", "<html></html>"),
)


def test_a_web_archive_is_its_pages():
    (article,) = read(ARCHIVED)
    assert article.headline == "Bridge closed"
    assert article.url == "https://courier.example/bridge"
    assert article.outlet == "courier.example"
    assert article.retrieved == datetime(2024, 6, 18, 21, 5, tzinfo=UTC)
    assert article.raw.startswith(b"<html>")
    assert any(line.startswith("page 2: ") for line in article.left_out)


def test_so_is_one_packed_with_its_index():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("archive/data.warc.gz", ARCHIVED)
        archive.writestr("datapackage.json", "{}")
    (article,) = read(packed.getvalue())
    assert article.url == "https://courier.example/bridge"


def test_an_e_book_is_its_chapters():
    packed = io.BytesIO()
    place = 'xmlns="urn:oasis:names:tc:opendocument:xmlns:container"'
    package = (
        '<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
        "<dc:title>The Courier, Wednesday</dc:title><dc:date>2024-06-19</dc:date></metadata>"
        '<manifest><item id="a" href="text/cover.xhtml"/><item id="b" href="text/a%20b.xhtml"/>'
        '<item id="c" href="text/c.xhtml"/></manifest><spine><itemref idref="a"/>'
        '<itemref idref="b"/><itemref idref="c"/></spine></package>'
    )
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr(
            "META-INF/container.xml",
            f'<container {place}><rootfile full-path="OPS/o.opf"/></container>',
        )
        archive.writestr("OPS/o.opf", package)
        archive.writestr("OPS/text/cover.xhtml", page("Cover", "Wednesday"))
        archive.writestr("OPS/text/a b.xhtml", page("Bridge closed", LONG))
        archive.writestr("OPS/text/c.xhtml", page("Ferries", " ".join([FERRIES] * 6)))
    first, second = read(packed.getvalue())
    assert (first.headline, second.headline) == ("Bridge closed", "Ferries")
    assert (first.outlet, first.published) == ("The Courier, Wednesday", date(2024, 6, 19))
    assert first.left_out == ("chapter 1: only 2 words",)


NITF = f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">
<nitf><head><title>Bridge</title><docdata><date.issue norm="20240618T210500+0200"/>
<doc.copyright holder="The Eastport Courier"/></docdata></head>
<body><body.head><hedline><hl1>Bridge closed</hl1></hedline><byline>By Nora Lindqvist</byline>
<dateline><location>EASTPORT</location></dateline></body.head>
<body.content><p>{BRIDGE}</p><media><media-caption>The pier at night.</media-caption></media>
<hl2>Ferries</hl2><p>{FERRIES}</p></body.content></body></nitf>"""


def test_nitf():
    (article,) = read(NITF)
    assert article.text.split("\n\n") == ["Bridge closed", BRIDGE, "Ferries", FERRIES]
    assert (article.byline, article.dateline) == ("Nora Lindqvist", "EASTPORT")
    assert article.outlet == "The Eastport Courier"
    assert article.published == datetime.fromisoformat("2024-06-18T21:05:00+02:00")
    assert article.left_out == ("captions: 4 words",)


def item(headline: str, content: str) -> str:
    return (
        '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><itemMeta><provider>'
        "<name>The Wire</name></provider><versionCreated>2024-06-18T22:00:00Z</versionCreated>"
        "<firstCreated>2024-06-18T21:05:00Z</firstCreated></itemMeta><contentMeta>"
        f"<headline>{headline}</headline><by>By Nora Lindqvist</by></contentMeta>"
        f"{content}</newsItem>"
    )


def inline(body: str) -> str:
    html = f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{body}</body></html>'
    return f"<contentSet><inlineXML>{html}</inlineXML></contentSet>"


def test_newsml():
    first, second = read(
        '<?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>'
        + item("Bridge closed", inline(f"<p>{BRIDGE}</p><p>Nobody was hurt.</p>"))
        + item("A picture", "")
        + item("Ferries", f"<contentSet><inlineData>{FERRIES}</inlineData></contentSet>")
        + "</itemSet></newsMessage>"
    )
    assert first.text.split("\n\n") == ["Bridge closed", BRIDGE, "Nobody was hurt."]
    assert (first.outlet, first.byline) == ("The Wire", "Nora Lindqvist")
    assert first.published == datetime(2024, 6, 18, 21, 5, tzinfo=UTC)
    assert first.updated == datetime(2024, 6, 18, 22, 0, tzinfo=UTC)
    assert first.left_out == ("item 2: a news item without text",)
    assert (second.headline, FERRIES in second.text) == ("Ferries", True)


@pytest.mark.parametrize("wrap", [lambda item: item, lambda item: {"_items": [item]}])
def test_ninjs(wrap):
    ninjs = {
        "uri": "https://wire.example/1",
        "headline": "Bridge closed",
        "byline": "Nora Lindqvist",
        "copyrightholder": "The Wire",
        "versioncreated": "2024-06-18T21:05:00Z",
        "body_xhtml": f"<p>{BRIDGE}</p><p>{FERRIES}</p>",
    }
    (article,) = read(json.dumps(wrap(ninjs)))
    assert article.text.split("\n\n") == ["Bridge closed", BRIDGE, FERRIES]
    assert (article.outlet, article.url) == ("The Wire", "https://wire.example/1")
    assert article.published == datetime(2024, 6, 18, 21, 5, tzinfo=UTC)


def test_the_items_of_ninjs_are_kept_as_they_came():
    items = [
        {"headline": word, "body_text": f"{word} \ud800 {BRIDGE}"} for word in ("Brücke", "Most")
    ]
    first, second = read(json.dumps(items))
    assert "Brücke \\ud800".encode() in first.raw
    assert json.loads(second.raw) == items[1]


def test_one_text_under_two_titles_is_two_entries_of_a_feed():
    entries = "".join(
        f"<item><title>{title}</title><link>https://wire.example/{at}</link>"
        "<pubDate>Tue, 18 Jun 2024 21:05:00 GMT</pubDate>"
        f"<description>{BRIDGE}</description></item>"
        for at, title in enumerate(("Bridge &amp;amp; <![CDATA[<b>]]>", "Port"), 1)
    )
    first, second = read(f"<rss version='2.0'><channel><title>W</title>{entries}</channel></rss>")
    assert first.sha256 != second.sha256
    for part in ("https://wire.example/2", "Port", "2024-06-18T21:05:00", BRIDGE):
        assert part in second.raw.decode()
    assert ending(second.raw) == ".html"


def test_a_file_of_nothing_but_pictures_says_so():
    with pytest.raises(ReaderError, match="a news item without text"):
        read(item("A picture", ""))
