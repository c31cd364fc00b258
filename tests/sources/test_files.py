"""Files by the programs that reporters' files come from, as files/make.py had them made."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.sources import read

FILES = Path(__file__).parent / "files"
REPORT = (FILES / "report.txt").read_text("utf-8").strip().split("\n\n")
BODY = REPORT[2:]


@pytest.mark.parametrize(
    ("name", "left_out"),
    [
        ("report.odt", {"deleted passages: 7 words", "comments in the margin: 6 words"}),
        ("report.docx", {"headers and footers: 8 words", "comments in the margin: 6 words"}),
        ("report.rtf", {"comments in the margin: 1"}),
        ("report.pdf", {"running heads and page numbers: 4 lines"}),
        ("report.epub", set()),
    ],
)
def test_an_office_file_is_read_paragraph_by_paragraph(name, left_out):
    (article,) = read(FILES / name)
    read_back = article.text.strip().replace("board[1]", "board").split("\n\n")
    assert read_back[: len(REPORT)] == REPORT
    assert all("Minutes of 12 February." in note for note in read_back[len(REPORT) :])
    assert left_out <= set(article.left_out)
    assert (article.headline, article.byline) == (REPORT[0], "Nora Lindqvist")
    assert article.dateline == "EASTPORT"


@pytest.mark.parametrize("name", ["page.html", "page.mhtml", "page.warc.gz"])
def test_a_page_gives_its_report_and_says_what_it_leaves(name):
    (article,) = read(FILES / name)
    assert article.text.strip().split("\n\n") == [REPORT[0], *BODY]
    assert article.headline == REPORT[0]
    assert article.outlet == "The Eastport Courier"
    assert article.byline.replace(" and ", ", ") == "Nora Lindqvist, Jan Okoye"
    assert article.url == "https://courier.example/2024/06/18/harbour-bridge-closed"
    assert article.published == datetime.fromisoformat("2024-06-18T21:05:00+02:00")
    inside = FILES / ("page.html" if name.endswith(".gz") else name)
    assert article.raw == inside.read_bytes()
    assert bool(article.retrieved) is (name != "page.html")
    kinds = " ".join(article.left_out)
    assert all(kind in kinds for kind in ("comments: 61 words", "captions: 9 words", "menus"))


def test_a_newsletter_gives_what_its_reader_sees():
    (article,) = read(FILES / "letter.eml")
    assert article.text.strip().split("\n\n") == [REPORT[0], *BODY]
    assert article.outlet == "The Eastport Courier"
    assert isinstance(article.published, datetime)
    assert article.published.tzinfo
    assert article.left_out == ("links of the newsletter itself: 7 words",)


@pytest.mark.parametrize(("name", "whole"), [("feed.atom", True), ("feed.rss", False)])
def test_a_feed_gives_its_entries_and_says_where_it_is_brief(name, whole):
    second, first = read(FILES / name)
    assert (first.headline, second.headline) == (REPORT[0], "Ferries to run all night")
    assert first.outlet == "The Eastport Courier"
    assert first.url.startswith("https://courier.example/harbour-bridge")
    assert first.published == datetime(2024, 6, 18, 19, 5, tzinfo=UTC)
    assert (first.text.strip().split("\n\n") == [REPORT[0], *BODY]) is whole
    assert bool(first.left_out) is not whole
    assert first.sha256 != second.sha256
