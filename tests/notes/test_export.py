"""Exported notes are CommonMark in which nothing from outside is markup, the same every time."""

import json
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from reader.model import ReaderError, Relation, sanitise
from reader.notes.export import PROFILES, export_into, markdown
from tests.notes.made import lines, note, notes, passage

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
    front, _, body = text.removeprefix("---\n").partition("\n---\n")
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
    _, page = parsed(markdown([one], profile))
    seen = words(shown(page))
    for line in text.split("\n"):
        assert words(line) in seen
    (quote,) = (each for each in page.walk() if each.type == "blockquote")
    assert words(shown(quote)) == words(exact)
    assert kinds(page) <= BLOCKS
    assert [each.tag for each in page.walk() if each.type == "heading"] == ["h2"]
    assert not [each for each in page.walk() if each.type == "link"]


@given(st.lists(notes, max_size=3, unique_by=lambda note: note.id), st.sampled_from([*PROFILES]))
def test_each_note_is_one_heading_with_its_passages_and_its_id(notes, profile):
    text = markdown(notes, profile)
    assert text == markdown(notes, profile)
    front, page = parsed(text)
    assert f"notes: {len(notes)}" in front.split("\n")
    assert "html_block" not in kinds(page)
    assert "html_inline" not in kinds(page)
    headings = [each for each in page.walk() if each.type == "heading"]
    assert len(headings) == len(notes)
    quotes = [words(shown(each)) for each in page.walk() if each.type == "blockquote"]
    exacts = [words(one.exact) for each in notes for one in each.passages]
    assert sorted(quotes) == sorted(exacts)
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
    assert "AP, A visit, 2024-06-18, paragraph 5, sentence 10" in shown(page)
    assert "Status: open · Relation: free · Tags: arms · Note n1" in shown(page)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "http://[", "x y"])
def test_what_is_not_on_the_web_is_no_link(url):
    _, page = parsed(markdown([note(passages=(passage(url=url),))]))
    assert "link" not in kinds(page)
    assert url in shown(page)


def test_a_conflict_has_an_item_for_each_outlet():
    sides = (passage("24 years", "AP"), passage("25 years", "CBS"), passage("a quarter", "AP"))
    _, page = parsed(markdown([note(passages=sides, relation=Relation.CONFLICT)]))
    items = [words(shown(each)) for each in page.walk() if each.type == "list_item"]
    assert len(items) == 2
    assert items[0].startswith("AP, A visit")
    assert "24 years" in items[0]
    assert "a quarter" in items[0]
    assert items[1].startswith("CBS, A visit")


def test_obsidian_has_its_own_signs():
    text = markdown([note(tags=("arms", "war & peace", "2024"))], "obsidian")
    assert "[[AP]], A visit" in text
    assert "#arms · #war-peace · 2024" in text
    assert '\ntags:\n  - "arms"\n  - "war-peace"\n---\n' in text
    assert "[[A]P]]" not in markdown([note(passages=(passage(outlet="A]P"),))], "obsidian")


def test_an_unknown_profile_is_refused():
    with pytest.raises(ReaderError, match="choose one of plain, obsidian"):
        markdown([], "word")


# Into a file that is there -------------------------------------------------------------------

MINE = "# My draft\n\nIntro, with ``` in it.\n"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "draft.md"


def test_a_new_file_is_the_export(path):
    text = markdown([note()])
    assert export_into(path, text) == ()
    assert path.read_text("utf-8") == text


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("profile", PROFILES)
def test_only_what_reader_wrote_is_written_anew(path, profile, ends):
    path.write_bytes(MINE.replace("\n", ends).encode())
    export_into(path, markdown([note("n1"), note("n2")], profile))
    between = f"{ends}My thought.{ends}{ends}## n2, by me{ends}{ends}"
    old = path.read_bytes().decode()
    at = old.rindex("## ")
    path.write_bytes((old[:at] + between + old[at:] + between).encode())

    again = markdown([note("n3"), note("n2", "New."), note("n1")], profile)
    assert export_into(path, again) == ()
    new = path.read_bytes().decode()
    assert new.startswith(MINE.replace("\n", ends))
    assert new.count(between) == 2
    assert new.count("## Check") == 2
    assert new.count("## New") == 1
    assert ends == "\n" or "\n" not in new.replace(ends, "")
    assert export_into(path, again) == ()
    assert path.read_bytes().decode() == new


def test_what_was_changed_by_hand_stays(path):
    export_into(path, markdown([note("n1"), note("n2")]))
    mine = path.read_text("utf-8").replace("Check", "Check, says Anna", 1)
    path.write_text(mine, "utf-8")
    assert export_into(path, markdown([note("n1", "New."), note("n2", "Newer.")])) == ("n1",)
    text = path.read_text("utf-8")
    assert "says Anna" in text
    assert "New." not in text.replace("Newer.", "")
    assert "Newer." in text


def test_the_count_of_notes_follows(path):
    export_into(path, markdown([note("n1")]))
    export_into(path, markdown([note("n2")]))
    assert "\nnotes: 2\n" in path.read_text("utf-8")
    path.write_text("---\nnotes: 9\n---\n", "utf-8")
    export_into(path, markdown([note("n1")]))
    assert "\nnotes: 9\n" in path.read_text("utf-8")


def test_a_file_that_is_no_text_is_left_alone(path):
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(ReaderError, match=r"draft\.md: not UTF-8 text"):
        export_into(path, markdown([note()]))
    assert path.read_bytes() == b"\xff\xfe"


def test_what_cannot_be_written_is_told(path):
    path.mkdir()
    with pytest.raises(ReaderError, match="cannot write"):
        export_into(path, markdown([note()]))
