"""Exported notes are CommonMark in which nothing from outside is markup, the same every time."""

import json
import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from reader.model import ReaderError, Relation, sanitise
from reader.notes.exports import FORMS, form, form_of
from tests.notes.made import lines, note, notes, passage

PROFILES = [name for name, each in FORMS.items() if each.suffix == ".md"]


QUOTING = [name for name in PROFILES if name != "docs"]


def markdown(notes, profile="plain", title="Notes"):
    return form(profile).write(notes, title)


TRICKS = [
    "[sic]",
    "[/b]",
    "*a* _b_ `c`",
    "# a",
    "- a",
    "+ a",
    "1. a",
    "1)",
    "> a",
    "    a",
    "a\n===",
    "a\n---",
    "```\na",
    "~~~",
    "<b>a</b>",
    "<!-- a",
    "&amp; &#35;",
    "a\\",
    "\\",
    "[a]: http://b",
    "![a](b)",
    "<http://a.b>",
    "a | b\n--|--",
    "$a$",
    "==a==",
    "%%a%%",
    "#a ^b",
    "---\ntitle: x\n---",
    "a  \nb",
    "\ta",
]
tricky = (
    st.lists(st.sampled_from(TRICKS) | st.text(max_size=20), max_size=4)
    .map("\n".join)
    .map(sanitise)
)


def words(text):
    return re.sub(r"\s+", " ", text).strip()


def parsed(text):
    front, _, body = text.partition("\n---\n") if text.startswith("---\n") else ("", "", text)
    return front, SyntaxTreeNode(MarkdownIt("commonmark").parse(body))


def shown(node):
    """The characters that a reader of the page sees."""
    if node.type in ("text", "code_inline", "code_block", "fence"):
        return node.content
    if node.type in ("softbreak", "hardbreak"):
        return "\n"
    apart = "\n" if node.type in ("root", "blockquote", "list_item", "bullet_list") else ""
    return apart.join(shown(child) for child in node.children)


def kinds(node):
    return {each.type for each in node.walk()}


BLOCKS = {"root", "heading", "paragraph", "blockquote", "inline", "text", "softbreak", "hardbreak"}
BLOCKS |= {"link", "strong", "bullet_list", "list_item"}


@pytest.mark.parametrize("profile", PROFILES)
@given(text=tricky, exact=tricky, name=lines, relation=st.sampled_from(Relation))
def test_what_the_notes_say_survives_and_is_no_markup(profile, text, exact, name, relation):
    one = note("n1", text, passages=(passage(exact, name, headline=name),), relation=relation)
    one = replace(one, fact=name, speaker=name, checked_by=name, method=name, tags=(name,))
    _, page = parsed(markdown([one], profile))
    seen = words(shown(page))
    for line in (*text.split("\n"), name):
        assert words(line) in seen
    assert words(exact) in seen
    assert kinds(page) <= BLOCKS
    headings = [each.tag for each in page.walk() if each.type == "heading"]
    assert headings == (["h1", "h2"] if profile == "docs" else ["h2"])
    assert not [each for each in page.walk() if each.type == "link"]


@pytest.mark.parametrize("profile", QUOTING)
@given(st.lists(notes, max_size=3, unique_by=lambda note: note.id))
def test_each_note_is_one_heading_with_its_passages_and_its_id(profile, notes):
    text = markdown(notes, profile)
    assert text == markdown(notes, profile)
    front, page = parsed(text)
    assert f"notes: {len(notes)}" in front.split("\n")
    headings = [each for each in page.walk() if each.type == "heading"]
    assert len(headings) == len(notes)
    quotes = [words(shown(each)) for each in page.walk() if each.type == "blockquote"]
    signs = re.compile(r" ?\[\^[\w-]+\]$" if profile == "footnotes" else "$")
    exacts = [words(one.exact) for each in notes for one in each.passages]
    assert sorted(signs.sub("", quote) for quote in quotes) == sorted(exacts)
    for each in notes:
        assert (f"\n^{each.id}\n" if profile == "obsidian" else f"Note {each.id}\n") in text


@given(lines)
def test_the_title_reads_back_from_the_front_matter(title):
    front = markdown([], title=title).split("\n")
    assert json.loads(front[1].removeprefix("title: ")) == title


def test_a_passage_says_where_it_is_from():
    url = "https://ap.example/a_b(c)?x=1&copy=2"
    one = passage("24 years", "AP", url=url, published=date(2024, 6, 18), paragraph=4, sentence=9)
    _, page = parsed(markdown([note(passages=(one,), tags=("arms",))]))
    (link,) = (each for each in page.walk() if each.type == "link")
    assert (link.attrs["href"], shown(link)) == (url, "A visit")
    assert "AP, 2024-06-18, A visit, paragraph 5, sentence 10" in shown(page)
    assert "Status: open · Relation: free · Tags: arms · Note n1" in shown(page)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "http://[", "x y"])
def test_what_is_not_on_the_web_is_no_link(url):
    _, page = parsed(markdown([note(passages=(passage(url=url),))]))
    assert "link" not in kinds(page)
    assert url in shown(page)


def test_who_speaks_and_who_checked_it_is_said():
    one = replace(note(), speaker="Kirby", checked_by="Anna", checked_on=date(2026, 11, 21))
    _, page = parsed(markdown([replace(one, method="by phone")]))
    assert "Speaker: Kirby · Checked: Anna, 2026-11-21, by phone" in shown(page)


SIDES = (
    passage("24 years", "AP", value="24 years", published=date(2024, 6, 18)),
    passage("a quarter of a century", "CBS", value="25 years", url="https://cbs.example"),
    passage("24 years ago", "AP", value="24 years"),
)
DISPUTE = replace(
    note(passages=SIDES, relation=Relation.CONFLICT, text="Ask."), fact="since the last visit"
)


@pytest.mark.parametrize("profile", PROFILES)
def test_a_conflict_is_headed_by_what_is_disputed(profile):
    _, page = parsed(markdown([DISPUTE], profile))
    headings = [shown(each) for each in page.walk() if each.type == "heading"]
    assert headings[-1] == "since the last visit: 24 years / 25 years"
    assert "Ask." in shown(page)


@pytest.mark.parametrize("profile", PROFILES)
def test_the_sides_of_a_conflict_are_items_of_a_list(profile):
    _, page = parsed(markdown([DISPUTE], profile))
    items = [words(shown(each)) for each in page.walk() if each.type == "list_item"]
    (cbs,) = (each for each in items if "CBS" in each)
    assert "25 years" in cbs
    assert "a quarter of a century" in cbs
    assert "24 years" not in cbs


def test_a_conflict_has_an_item_for_each_outlet():
    _, page = parsed(markdown([DISPUTE]))
    items = [words(shown(each)) for each in page.walk() if each.type == "list_item"]
    assert len(items) == 2
    assert items[0] == (
        "AP: 24 years 24 years 2024-06-18, A visit, paragraph 1, sentence 1 "
        "24 years ago A visit, paragraph 1, sentence 1"
    )


def test_obsidian_has_its_own_signs():
    text = markdown([note(tags=("arms", "war & peace", "2024"))], "obsidian")
    assert "[[AP]], A visit" in text
    assert "#arms · #war-peace · 2024" in text
    assert '\ntags:\n  - "arms"\n  - "war-peace"\n---\n' in text
    assert "[[A]P]]" not in markdown([note(passages=(passage(outlet="A]P"),))], "obsidian")


def test_footnotes_say_where_each_quotation_is_from():
    text = markdown([note(passages=(passage(), passage("25 years", "CBS")))], "footnotes")
    assert "> first visit in 24 years[^n1-1]\n" in text
    assert "> 25 years[^n1-2]\n" in text
    assert "\n[^n1-2]: CBS, A visit, paragraph 1, sentence 1\n" in text


def test_what_is_pasted_reads_well_without_markdown():
    text = markdown([note(passages=(passage(url="https://ap.example/a"),))], "docs")
    assert text == (
        "# Notes\n\n## Check.\n\n"
        "- AP: “first visit in 24 years”, A visit, https://ap.example/a\n\n"
        "Status: open · Relation: free\n"
    )


def test_the_name_of_a_file_says_which_form():
    asked = ("a.HTML", "a.csl.json", "a.json", "a.jsonld", "a.csv", "a.md", "a")
    names = [form_of(name, "obsidian").name for name in asked]
    assert names == ["html", "csl", "json", "jsonld", "csv", "obsidian", "obsidian"]


@pytest.mark.parametrize("profile", ["csv", "nothing"])
def test_a_profile_that_is_not_markdown_is_refused(profile):
    assert form_of("a.html", profile).name == "html"
    with pytest.raises(ReaderError, match="choose one of plain, obsidian"):
        form_of("a.md", profile)


def test_an_unknown_form_is_refused():
    with pytest.raises(ReaderError, match="choose one of plain, obsidian"):
        markdown([], "word")
