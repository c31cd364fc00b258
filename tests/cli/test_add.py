"""`reader add`: what it prints, where things go, what it returns."""

import json
from pathlib import Path

import pytest

from reader.cli import main
from reader.library import open_story
from tests.library.loopback import serving


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("READER_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.setenv("READER_STORIES", str(tmp_path / "stories"))
    (tmp_path / "config.toml").touch()
    Path("ap.txt").write_text("Bridge shut\n\nIt is shut, said the mayor.\n\nFor a week.\n")
    return tmp_path


def test_a_file_makes_a_story_and_is_counted(capsys):
    assert main(["add", "ap.txt", "--format", "json"]) == 0
    (line,) = json.loads(capsys.readouterr().out)["added"]
    assert (line["what"], line["outlet"], line["words"], line["paragraphs"]) == (
        "added",
        "AP",
        "11",
        "3",
    )
    assert line["where"].startswith("/")
    assert open_story([Path("stories") / "bridge-shut"]).name == "Bridge shut"


def test_the_same_again_and_what_is_missing(capsys):
    assert main(["add", "ap.txt", "--story", "mine", "--name", "The bridge"]) == 0
    assert open_story(["mine"]).name == "The bridge"
    assert main(["add", "ap.txt", "gone.txt", "--story", "mine"]) == 2
    out, err = capsys.readouterr()
    assert "there already" in out
    assert "gone.txt: there is no such file" in err


def test_files_need_no_network(home, monkeypatch):
    def used(*_, **__):
        raise AssertionError("the network was used")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(f"socket.socket.{name}", used)
    monkeypatch.setattr("socket.getaddrinfo", used)
    page = "<img src='https://example.org/x.png'><p>It is shut, said the mayor of the town.</p>"
    (home / "page.html").write_text(f"<html><body><h1>Bridge</h1>{page * 5}</body></html>")
    assert main(["add", "ap.txt", "page.html", "--story", "mine"]) == 0
    assert main(["list", "mine"]) == 0


def test_an_address_under_the_name_that_the_reporter_gave(home, capsys):
    (home / "outlets.toml").write_text('"127.0.0.1" = "My own machine"\n')
    with serving() as server:
        url = server.at("report")
        assert main(["add", url, "--story", "mine"]) == 2
        assert "--allow-local" in capsys.readouterr().err
        assert main(["add", url, "--story", "mine", "--allow-local"]) == 0
    assert "My own machine" in capsys.readouterr().out


def test_some_of_a_feed_and_the_pages_it_leads_to(capsys):
    with serving() as server:
        feed = server.at("feed")
        assert main(["add", feed, "--allow-local", "--list", "--format", "json"]) == 0
        lines = json.loads(capsys.readouterr().out)["articles"]
        assert [(line["headline"], line["url"]) for line in lines] == [
            ("Weather", server.at("missing")),
            ("Bridge", server.at("report")),
        ]
        assert not Path("stories").exists()
        local = ["--allow-local", "--story", "mine"]
        assert main(["add", feed, *local, "--only", "2", "--pages"]) == 0
        assert main(["add", feed, *local, "--only", "1"]) == 0
        assert main(["add", feed, *local, "--only", "3"]) == 2
    assert "holds 2 articles; there is no 3" in capsys.readouterr().err
    texts = sorted(article.text for article in open_story(["mine"]).articles)
    assert [text.split("\n")[0] for text in texts] == ["Bridge closed after storm", "Weather"]


@pytest.mark.parametrize("numbers", ["", "x", "1,,2", "2-x", "-1"])
def test_numbers_that_are_none(numbers, capsys):
    assert main(["add", "ap.txt", f"--only={numbers}"]) == 2
    assert "not numbers as 2,5-7" in capsys.readouterr().err
