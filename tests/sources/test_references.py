"""References beside reports tell what the reports do not."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from reader.library import open_story
from reader.model import Article
from reader.sources import references

CSL = [
    {
        "id": "a",
        "type": "article-newspaper",
        "title": "Bridge closed",
        "container-title": "The Eastport Courier",
        "author": [{"given": "Nora", "family": "Lindqvist"}, {"literal": "Staff"}],
        "issued": {"date-parts": [[2024, 6, 18]]},
        "URL": "https://www.courier.example/bridge/?from=mail",
    }
]
ZOTERO = {
    "items": [
        {
            "itemType": "newspaperArticle",
            "title": "Bridge closed",
            "publicationTitle": "The Eastport Courier",
            "creators": [
                {"firstName": "Nora", "lastName": "Lindqvist", "creatorType": "author"},
                {"name": "Staff"},
            ],
            "date": "2024-06-18",
            "url": "http://courier.example/bridge",
        }
    ]
}
ANSWER = [{"key": "X", "data": ZOTERO["items"][0]}]


@pytest.mark.parametrize("written", [CSL, ZOTERO, ANSWER])
def test_a_story_is_told_by_its_references(tmp_path, written):
    (tmp_path / "a.txt").write_text("Bridge closed\n\nIt was closed on Tuesday.\n")
    (tmp_path / "b.txt").write_text("Ferries run\n\nThey ran until two.\n")
    (tmp_path / "refs.json").write_text(json.dumps(written))
    story = open_story([tmp_path])
    assert story.faults == ()
    first, second = story.articles
    assert (first.outlet, first.byline) == ("The Eastport Courier", "Nora Lindqvist, Staff")
    assert first.published == date(2024, 6, 18)
    assert first.url.endswith("courier.example/bridge/?from=mail" if written is CSL else "/bridge")
    assert (second.outlet, second.published) == ("b", None)


def test_an_address_is_enough_and_a_time_is_not_made_a_day(tmp_path):
    (tmp_path / "refs.json").write_text(json.dumps(CSL))
    told = references.in_file(tmp_path / "refs.json")
    when = datetime(2024, 6, 18, 19, 5, tzinfo=UTC)
    url = "http://courier.example/bridge"
    article = Article("Text.", "00", "Page", "Another headline", url=url, published=when)
    known = references.applied(article, told)
    assert (known.outlet, known.headline) == ("The Eastport Courier", "Bridge closed")
    assert (known.published, known.url) == (when, url)
    assert references.applied(replace(article, url="http://[", headline=""), told).outlet == "Page"


@pytest.mark.parametrize(
    "written", ["", "{", "[]", "[1]", '{"items": 3}', '[{"title": 3, "author": 4, "issued": [5]}]']
)
def test_other_files_are_no_references(tmp_path, written):
    (tmp_path / "a.json").write_text(written)
    assert references.in_file(tmp_path / "a.json") == ()
