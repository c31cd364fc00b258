"""Pages of every make give their report, and what they say of themselves."""

from __future__ import annotations

import json
import plistlib
import threading
from datetime import UTC, date, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from reader.model import ReaderError
from reader.sources import Source, read_source

ROWS = (Path(__file__).parent / "files" / "report.txt").read_text("utf-8").split("\n\n")[3:11]
BODY = "".join(f"<p>{row}</p>" for row in ROWS)


def read(page: str | bytes, **given):
    raw = page if isinstance(page, bytes) else page.encode()
    (article,) = read_source(Source(raw, "page.html", "page", **given))
    return article


def page(head: str = "", body: str = BODY) -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body><article>{body}</article></body></html>"


def ld(**item: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(item)}</script>'


def test_every_paragraph_is_taken_once_and_in_order():
    assert read(page()).text.strip().split("\n\n") == ROWS


@pytest.mark.parametrize(
    ("head", "headline"),
    [
        ("<title>Bridge closed | The Courier</title>", "Bridge closed"),
        ("<title>Bridge closed</title>", "Bridge closed"),
        ('<meta property="og:title" content="Bridge closed"><title>x</title>', "Bridge closed"),
        (ld(**{"@type": "NewsArticle", "headline": "Bridge &amp; pier"}), "Bridge & pier"),
        ('<script type="application/ld+json">{"@type": "NewsArticle", </script>', ""),
    ],
)
def test_the_headline(head, headline):
    assert read(page(head)).headline == headline


@pytest.mark.parametrize(
    ("said", "moment"),
    [
        ("2024-06-18T21:05:00+02:00", datetime.fromisoformat("2024-06-18T21:05:00+02:00")),
        ("2024-06-18T19:05:00.000Z", datetime(2024, 6, 18, 19, 5, tzinfo=UTC)),
        ("Tue, 18 Jun 2024 19:05:00 GMT", datetime(2024, 6, 18, 19, 5, tzinfo=UTC)),
        ("2024-06-18", date(2024, 6, 18)),
        ("June 18, 2024", date(2024, 6, 18)),
        ("soon", None),
    ],
)
def test_the_time_of_publication_keeps_its_zone(said, moment):
    for head in (
        f'<meta property="article:published_time" content="{said}">',
        ld(**{"@type": "ReportageNewsArticle", "datePublished": said}),
    ):
        assert read(page(head)).published == moment
    assert read(page(body=f'<time datetime="{said}">then</time>{BODY}')).published == moment


def test_the_outlet_is_named_by_the_page_then_by_its_domain():
    link = '<link rel="canonical" href="https://www.apnews.com/article/1">'
    assert read(page(link)).outlet == "AP"
    assert read(page(link + '<meta property="og:site_name" content="AP News">')).outlet == "AP News"
    assert read(page(), url="https://news.courier.example/1").outlet == "news.courier.example"
    assert read(page()).outlet == "Page"


@pytest.mark.parametrize(
    ("comment", "retrieved"),
    [
        ("<!-- saved from url=(0031)https://courier.example/bridge -->", None),
        (
            "<!--\n Page saved with SingleFile \n url: https://courier.example/bridge \n"
            " saved date: Tue Jun 18 2024 21:05:00 GMT+0200 (Central European Summer Time)\n-->",
            datetime.fromisoformat("2024-06-18T21:05:00+02:00"),
        ),
    ],
)
def test_a_browser_says_where_it_saved_a_page_from(comment, retrieved):
    article = read(page().replace("<head>", f"<head>{comment}"))
    assert (article.url, article.retrieved) == ("https://courier.example/bridge", retrieved)


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251", "koi8-r", "utf-16"])
def test_a_page_is_read_in_the_encoding_it_names(encoding):
    text = "Мост закрыт во вторник, сообщили городские власти. " * 8
    meta = f'<meta charset="{encoding}">'
    assert text.strip() in read(page(meta, f"<p>{text}</p>").encode(encoding)).text
    assert text.strip() in read(page("", f"<p>{text}</p>").encode(encoding), encoding=encoding).text


@pytest.mark.parametrize("body", ["\n\n".join(ROWS), BODY])
def test_a_page_that_shows_a_teaser_gives_the_body_that_it_tells(body):
    told = ld(**{"@type": "NewsArticle", "articleBody": body})
    shown = f"<p>{ROWS[0]}</p><p>{ROWS[1]}</p><p>Read on with a subscription.</p>"
    assert read(page(told, shown)).text.strip().split("\n\n") == ROWS


def test_the_posts_of_a_live_blog_are_all_there():
    posts = [{"@type": "BlogPosting", "articleBody": row} for row in ROWS]
    told = ld(**{"@type": "LiveBlogPosting", "headline": "Bridge, live", "liveBlogUpdate": posts})
    article = read(page(told, f"<h1>Bridge, live</h1><p>{ROWS[0]}</p>"))
    assert article.text.strip().split("\n\n") == ["Bridge, live", *ROWS]


def test_text_that_stands_loose_among_paragraphs_is_not_lost():
    loose = "".join(f"<p>{row}</p>" if k % 3 else row for k, row in enumerate(ROWS))
    assert read(page(body=f"<div class='story'>{loose}</div>")).text.strip().split("\n\n") == ROWS


def test_comments_and_teasers_are_left_out_and_said():
    comment = (
        "<div class='comment'><p>I cross it twice a day and it bangs, every day, I say.</p></div>"
    )
    teaser = "<li><a href='/x'>A barge strikes the eastern pier of the bridge</a></li>"
    article = read(
        page(body=f"{BODY}<section id='comments'>{comment * 4}</section><ul>{teaser * 9}</ul>")
    )
    assert article.text.strip().split("\n\n") == ROWS
    assert "comments: 52 words" in article.left_out
    assert any(line.startswith("links and menus: ") for line in article.left_out)


def test_a_report_that_goes_on_behind_a_list_of_links_is_whole():
    link = "<li><a href='/x'>Another story of the harbour, and of its ships</a></li>"
    first, rest = ("".join(f"<p>{row}</p>" for row in rows) for rows in (ROWS[:4], ROWS[4:]))
    parted = f"<div class='first'>{first}</div><ul>{link * 20}</ul><div class='second'>{rest}</div>"
    assert read(page(body=parted)).text.strip().split("\n\n") == ROWS


@pytest.mark.parametrize("empty", ["<html></html>", "<!DOCTYPE html>", "<html><script>x</script>"])
def test_a_page_without_a_report_is_refused_in_one_line(empty):
    with pytest.raises(ReaderError, match=r"cannot read page\.html: a web page with no report"):
        read(empty)


def test_nothing_that_a_page_names_is_fetched():
    asked = []

    class Listening(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)

        def log_message(self, *_):
            return

    server = HTTPServer(("127.0.0.1", 0), Listening)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    here = f"http://127.0.0.1:{server.server_port}"
    named = f'<link rel="stylesheet" href="{here}/a.css"><script src="{here}/a.js"></script>'
    read(page(named, f'<img src="{here}/a.png"><iframe src="{here}/a"></iframe>{BODY}'))
    server.shutdown()
    assert asked == []


def test_a_piece_of_a_page_is_a_page_and_markdown_with_tags_is_not():
    piece = f"<div class='story'>{BODY}</div>"
    assert read(piece).text.strip().split("\n\n") == ROWS
    (article,) = read_source(
        Source(f"<p>Logo</p>\n\n# Bridge\n\n{ROWS[0]}".encode(), "", "", ".md")
    )
    assert "# Bridge" not in article.text


def test_a_page_that_safari_saved():
    inside = {
        "WebResourceData": page("<title>Bridge closed</title>").encode("utf-16"),
        "WebResourceTextEncodingName": "UTF-16",
        "WebResourceURL": "https://courier.example/bridge",
    }
    for form in (plistlib.FMT_BINARY, plistlib.FMT_XML):
        raw = plistlib.dumps({"WebMainResource": inside, "WebSubresources": []}, fmt=form)
        article = read(raw)
        assert article.text.strip().split("\n\n") == ["Bridge closed", *ROWS]
        assert (article.url, article.raw) == ("https://courier.example/bridge", raw)
