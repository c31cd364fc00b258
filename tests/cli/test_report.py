"""A whole story is written out, with the notes on it, as Markdown or as a page."""

import pytest
from markdown_it import MarkdownIt

from reader.cli import main

AP = "The Visit\n\nIt was the first visit in 24 years. Kirby said that arms were supplied.\n"
CBS = "A Trip\n\nThe trip was the first visit in 25 years. It rained in <b>Pyongyang</b>.\n"


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("READER_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.setenv("READER_NOTES", str(tmp_path / "notes.toml"))
    (tmp_path / "config.toml").touch()
    for name, text in (("ap.txt", AP), ("cbs.txt", CBS)):
        (tmp_path / "visit").mkdir(exist_ok=True)
        (tmp_path / "visit" / name).write_text(text)
    main(["notes", "add", "Ask Kirby.", "--article", "visit/ap.txt", "--quote", "arms"])
    main(["notes", "add", "On nothing here."])
    return tmp_path


def test_a_report_has_all_that_is_known_of_a_story(capsys):
    capsys.readouterr()
    assert main(["report", "visit", "--quick"]) == 0
    text = capsys.readouterr().out
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    headings = [
        tokens[at + 1].content for at, token in enumerate(tokens) if token.type == "heading_open"
    ]
    assert headings[0] == "visit"
    for heading in ("Sources", "Only here", "Notes", "Ask Kirby."):
        assert heading in headings
    assert "On nothing here." not in text
    assert not [token for token in tokens if token.type.startswith("html")]


def test_a_report_is_a_page_of_its_own(home, capsys):
    assert main(["report", "visit", "--quick", "--format", "html", "--output", "visit.html"]) == 0
    page = (home / "visit.html").read_text()
    assert page.startswith("<!doctype html>")
    assert "&lt;b&gt;Pyongyang&lt;/b&gt;" in page
    assert "<h3>Ask Kirby.</h3>" in page
    assert main(["report", "none.txt", "--output", "visit.html"]) == 2
    assert "visit.html is there already" in capsys.readouterr().err
    assert (home / "visit.html").read_text() == page


@pytest.mark.parametrize("option", [(), ("--machine",)])
def test_notes_that_cannot_be_read_are_told_of_once(option, home, capsys):
    (home / "notes.toml").write_text("[[note")
    capsys.readouterr()
    assert main(["report", "visit", "--quick", *option]) == 2
    out, err = capsys.readouterr()
    assert out.startswith("# visit")
    assert err.count("notes.toml: not TOML") == err.count("\n") == 1
