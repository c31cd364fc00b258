"""Files made to harm: each is refused or bounded, with one clear line, and nothing else happens."""

from __future__ import annotations

import io
import zipfile
import zlib
from email.message import EmailMessage

import pytest

from reader.model import ReaderError, sanitise_line
from reader.sources import Source, read_source

EPUB = "application/epub+zip"
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(10))
    + "]><{root}><body><body.content><p>&k;</p></body.content></body></{root}>"
)
OUTSIDE = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    "<{root}><body><body.content><p>&f;</p></body.content></body></{root}>"
)


def source(raw: bytes) -> Source:
    return Source(raw, "the file", "the-file")


def refusal(raw: bytes) -> str:
    with pytest.raises(ReaderError) as caught:
        read_source(source(raw))
    message = str(caught.value)
    assert sanitise_line(message) == message
    assert message.startswith("cannot read the file: ")
    return message


def outcome(raw: bytes) -> str:
    """Whatever comes of a file: why it is refused, or where and what it says."""
    try:
        return "".join(article.path + article.text for article in read_source(source(raw)))
    except ReaderError as error:
        return str(error)


def zipped(**parts: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            stored = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(name, content, stored)
    return packed.getvalue()


def docx(document: bytes) -> bytes:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    return zipped(
        **{
            "[Content_Types].xml": f'<Types xmlns="{types}"><Override PartName="/word/document.xml"'
            f' ContentType="{kind}"/></Types>'.encode(),
            "word/document.xml": document,
        }
    )


def epub(chapter: str, content: bytes) -> bytes:
    place = "urn:oasis:names:tc:opendocument:xmlns:container"
    return zipped(
        **{
            "mimetype": EPUB.encode(),
            "META-INF/container.xml": f'<container xmlns="{place}"><rootfiles>'
            '<rootfile full-path="o.opf"/></rootfiles></container>'.encode(),
            "o.opf": f'<package><manifest><item id="a" href="{chapter}"/></manifest>'
            '<spine><itemref idref="a"/></spine></package>'.encode(),
            "a.xhtml": content,
        }
    )


@pytest.mark.parametrize("bomb", [docx, lambda content: epub("a.xhtml", content)])
def test_a_zip_bomb_is_not_unpacked(bomb):
    assert "far more than a report" in refusal(bomb(b"0" * 60_000_000))


def test_an_archive_that_lies_about_its_sizes_unpacks_to_no_more_than_it_says():
    raw = bytearray(docx(b"<w>" + b"0" * 40_000_000))
    big = (40_000_003).to_bytes(4, "little")
    assert raw.count(big) == 2
    assert len(refusal(bytes(raw.replace(big, (1000).to_bytes(4, "little"))))) < 300


@pytest.mark.parametrize("root", ["nitf", "newsItem", "rss", "feed"])
@pytest.mark.parametrize("made", [LAUGHS, OUTSIDE])
def test_entities_are_neither_expanded_nor_fetched(root, made):
    assert "declares entities" in refusal(made.replace("{root}", root).encode())


@pytest.mark.parametrize("made", [LAUGHS, OUTSIDE])
def test_nor_are_they_in_a_word_file(made):
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = f'<w:document xmlns:w="{word}"><w:body><w:p><w:r><w:t>'
    entity = "&k;" if made is LAUGHS else "&f;"
    document = made.partition("<{root}>")[0] + body + entity
    document += "</w:t></w:r></w:p></w:body></w:document>"
    assert "root:" not in refusal(docx(document.encode()))


def test_a_page_of_one_endless_line_is_refused():
    assert "too large" in refusal(b"<html><body><p>" + b"word " * 40_000_000)


@pytest.mark.parametrize("unit", ["<div>", "<b>", "<table><tr><td>", "<!--", "<a href='"])
def test_a_page_nested_without_end_is_bounded(unit):
    assert "the file" in outcome(f"<html><body>{unit * 100_000}".encode())


def test_mail_in_mail_in_mail_is_refused():
    raw = b"From: a@b.example\nTo: c@d.example\nSubject: s\n\nwords\n"
    for _ in range(1000):
        raw = (
            b"From: a@b.example\nTo: c@d.example\nSubject: s\nContent-Type: message/rfc822\n\n"
            + raw
        )
    assert "nested too deep" in refusal(raw)


def test_parts_in_parts_in_parts_are_bounded():
    head = b"From: a@b.example\nTo: c@d.example\nSubject: s\nMIME-Version: 1.0\n"
    parts = b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (at, at) for at in range(1000)
    )
    assert refusal(head + parts + b"\nwords\n")


PAGES = (
    b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2/Parent 2 0 R>>endobj\n"
)


@pytest.mark.parametrize(
    "body",
    [
        PAGES,
        PAGES.replace(b"/Count 2", b"/Count 2000000000"),
        b"1 0 obj 1 0 R endobj\n",
        b"1 0 obj<</Type/Catalog/Pages 1 0 R/Prev 1 0 R>>endobj\n",
    ],
)
def test_a_pdf_that_goes_round_in_a_circle_is_refused(body):
    refusal(b"%PDF-1.4\n" + body + b"trailer<</Root 1 0 R/Size 3/Prev 9>>\nstartxref\n9\n%%EOF\n")


def test_names_that_lead_out_of_an_archive_lead_nowhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert "no report" in refusal(epub("../../../../../../etc/passwd", b""))
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "raw", [b"{\\rtf1 " + b"{" * 500_000, b"{\\rtf1 \\u" + b"9" * 500_000 + b"}"]
)
def test_rich_text_of_braces_and_digits_is_bounded(raw):
    assert refusal(raw)


def test_a_web_archive_that_unpacks_without_end_is_bounded():
    record = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\n"
        b"WARC-Date: 2024-06-18T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n"
    )
    page = zlib.compress(b"<html><p>" + b"0 " * 30_000_000, wbits=31)
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"
    raw = record % (len(http) + len(page)) + http + page + b"\r\n\r\n"
    assert len(outcome(raw)) < 30_000_000


def test_what_breaks_a_parser_leaves_the_next_file_unharmed():
    refusal(b"%PDF-1.4\nno such thing")
    letter = EmailMessage()
    letter["From"], letter["To"], letter["Subject"] = "a@b.example", "c@d.example", "A visit"
    letter.set_content("The minister came on Tuesday.\n")
    (article,) = read_source(source(letter.as_bytes()))
    assert "The minister came" in article.text
