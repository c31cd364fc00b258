"""What other programs get: annotations, tables, pages and citations, in which nothing works."""

import csv
import io
import json
from datetime import UTC, date, datetime
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Relation, Status, sanitise
from reader.notes.exports import FORMS, form
from tests.notes.made import NOON, note, notes, passage

some = st.lists(notes, max_size=3, unique_by=lambda note: note.id)
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\n=1", "＝1"]


@pytest.mark.parametrize("name", FORMS)
@given(notes=some)
def test_the_same_notes_give_the_same_text(name, notes):
    text = form(name).write(notes, "Notes")
    assert text == form(name).write(notes, "Notes")
    assert sanitise(text) == text.replace("\r\n", "\n")


# CSV -----------------------------------------------------------------------------------------


def rows(notes):
    text = form("csv").write(notes, "Notes").removeprefix("\ufeff")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_table_has_a_line_a_passage():
    two = note("n1", passages=(passage(), passage("25 years", "CBS", sentence=4)), tags=("a", "b"))
    first, second, third = rows([two, note("n2", passages=())])
    assert (first["note"], first["quotation"], first["tags"]) == ("n1", passage().exact, "a, b")
    assert (second["outlet"], second["sentence"], second["text"]) == ("CBS", "5", "Check.")
    assert (third["note"], third["quotation"], third["sentence"]) == ("n2", "", "")


@given(st.sampled_from(FORMULAS), st.text(max_size=9).map(sanitise))
def test_no_cell_is_a_formula(start, rest):
    (row,) = rows([note("n1", start + rest, passages=(passage(start + rest),))])
    for cell in row.values():
        assert not cell.lstrip().startswith(("=", "+", "-", "@", "＝"))


# HTML ----------------------------------------------------------------------------------------


class Page(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.tags, self.attributes, self.text = set(), [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes += attrs

    def handle_data(self, data):
        self.text.append(data)


@given(
    st.sampled_from(["<script>alert(1)</script>", "<img src=x onerror=y>", "&lt;b&gt;", "](x)"]),
    st.text(max_size=20).map(sanitise),
)
def test_a_page_holds_text_and_nothing_that_works(trick, rest):
    one = note("n1", trick + rest, passages=(passage(trick, trick, headline=trick, url=trick),))
    page = Page(form("html").write([one], trick))
    assert page.tags.isdisjoint({"script", "img", "b", "iframe", "link"})
    assert not [name for name, _ in page.attributes if name.startswith("on") or name == "src"]
    assert trick in "".join(page.text)


def test_a_page_needs_nothing_but_itself():
    one = note(passages=(passage(url="https://ap.example/a"),))
    text = form("html").write([one], "The visit")
    page = Page(text)
    assert ("href", "https://ap.example/a") in page.attributes
    assert ("id", "n1") in page.attributes
    assert "<title>The visit</title>" in text
    assert "@media print" in text


# CSL-JSON and Web Annotations ----------------------------------------------------------------


def test_each_article_is_cited_once():
    ap = {"url": "https://ap.example/a", "published": date(2024, 6, 18), "retrieved": NOON}
    cited = [
        note("n1", passages=(passage(**ap), passage("25 years", "CBS"))),
        note("n2", passages=(passage("other words", **ap),)),
    ]
    first, second = json.loads(form("csl").write(cited, "Notes"))
    assert first == {
        "id": "article-1",
        "type": "article-newspaper",
        "title": "A visit",
        "container-title": "AP",
        "issued": {"date-parts": [[2024, 6, 18]]},
        "URL": "https://ap.example/a",
        "accessed": {"date-parts": [[2026, 11, 21]]},
    }
    assert second["container-title"] == "CBS"


def test_annotations_follow_the_web_annotation_model():
    one = passage(url="https://ap.example/a", prefix="the ", suffix=" since")
    made = note("n1", "Ask.", passages=(one,), tags=("arms",), relation=Relation.CONFLICT)
    page = json.loads(form("jsonld").write([made], "Notes"))
    assert page["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage"
    (item,) = page["items"]
    assert item["type"] == "Annotation"
    assert item["motivation"] == "questioning"
    assert datetime.fromisoformat(item["created"]) == datetime(2026, 11, 21, 12, tzinfo=UTC)
    assert [body["value"] for body in item["body"]] == ["Ask.", "arms"]
    (target,) = item["target"]
    assert target["source"] == "https://ap.example/a"
    quote, position = target["selector"]
    assert quote == {
        "type": "TextQuoteSelector",
        "exact": one.exact,
        "prefix": "the ",
        "suffix": " since",
    }
    assert position == {"type": "TextPositionSelector", "start": one.start, "end": one.end}
    assert item["reader:status"] == Status.OPEN
