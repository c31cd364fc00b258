"""``reader matrix``, ``figures`` and ``quotes``: what they print and what they return."""

import json
from datetime import UTC, datetime

import pytest

from reader import sources
from reader.cli import main
from reader.language import read
from reader.model import Override
from reader.notes.anchors import anchor
from reader.notes.store import NoteStore

AP = 'The fire killed 14 people. "We will rebuild this town, whatever it takes," Ann Lee said.\n'
REUTERS = (
    'The fire killed 16 people. "We will rebuild this city, whatever it takes," Ann Lee said.\n'
)
LOCAL = "The fire killed 14 people. A dog was saved by the neighbours.\n"


@pytest.fixture(autouse=True)
def story(tmp_path, monkeypatch):
    """Three reports of a fire, and notes of their own."""
    folder = tmp_path / "fire"
    folder.mkdir()
    for name, text in (("ap", AP), ("reuters", REUTERS), ("local", LOCAL)):
        (folder / f"{name}.txt").write_text(f'---\noutlet: "{name.upper()}"\n---\n{text}', "utf-8")
    monkeypatch.setenv("READER_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.setenv("READER_NOTES", str(tmp_path / "notes.toml"))
    monkeypatch.setenv("COLUMNS", "80")
    (tmp_path / "config.toml").touch()
    return folder


def printed(capsys, *argv: str, status: int) -> str:
    assert main(list(argv)) == status
    out, err = capsys.readouterr()
    assert err == ""
    return out


@pytest.mark.parametrize("command", ["matrix", "figures", "quotes"])
def test_a_long_name_is_cut_as_on_the_screens_and_whole_in_a_document(story, capsys, command):
    long = "The Federation of Regional Newspapers and Broadcasters of the North"
    (story / "ap.txt").write_text(f"---\noutlet: {long}\n---\n{AP}")
    out = " ".join(printed(capsys, command, str(story), status=1).split())
    assert "Regional…" in out
    assert out.count("Broadcasters") == (command == "matrix")
    assert long in printed(capsys, command, str(story), "--format", "markdown", status=1)


def test_the_matrix_says_who_tells_what_and_who_differs(story, capsys):
    out = printed(capsys, "matrix", str(story), status=1)
    assert "Claims by conflict" in out
    assert "14 (AP, LOCAL) / 16 (REUTERS)" in " ".join(out.split())
    assert "A dog was saved by the neighbours." in out
    assert max(map(len, out.splitlines())) <= 80


def test_the_matrix_is_sorted_as_asked(story, capsys):
    for by in ("conflict", "coverage", "first"):
        found = json.loads(
            printed(capsys, "matrix", str(story), "--sort", by, "--format", "json", status=1)
        )
        outlets = [claim["outlets"] for claim in found["claims"]]
        if by == "coverage":
            assert outlets == sorted(outlets, reverse=True)
        if by == "conflict":
            assert "conflict" in found["claims"][0]["marks"]


@pytest.mark.parametrize(
    ("command", "rows"),
    [("matrix", "claims"), ("figures", "figures"), ("quotes", "quotations")],
)
def test_json_names_its_schema_and_quotes_the_text(story, capsys, command, rows):
    found = json.loads(printed(capsys, command, str(story), "--format", "json", status=1))
    assert found["schema"] == f"reader.{command}/1"
    assert found["story"] == "fire"
    assert found[rows]
    texts = {
        article["outlet"]: (story / article["path"].rpartition("/")[2]).read_text("utf-8")
        for article in found["articles"]
    }

    def excerpts(value):
        if isinstance(value, dict):
            if {"article", "start", "text"} <= value.keys():
                yield value
            for inner in value.values():
                yield from excerpts(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from excerpts(inner)

    said = list(excerpts(found[rows]))
    assert said
    for one in said:
        assert one["text"] in texts[found["articles"][one["article"]]["outlet"]]


@pytest.mark.parametrize("command", ["matrix", "figures", "quotes"])
def test_markdown_is_tables(story, capsys, command):
    out = printed(capsys, command, str(story), "--format", "markdown", status=1)
    assert out.startswith("# fire\n\n## ")
    assert "| --- |" in out


def test_figures_come_with_who_gives_them_the_contested_first(story, capsys):
    out = printed(capsys, "figures", str(story), status=1)
    first, second = out.splitlines()[3:5]
    assert first.split() == ["!", "fire", "killed", "people", "14", "AP,", "LOCAL"]
    assert second.split() == ["!", "16", "REUTERS"]


def test_quotes_say_in_words_what_was_altered(story, capsys):
    out = " ".join(printed(capsys, "quotes", str(story), status=1).split())
    assert "Ann Lee" in out
    assert "altered: “city” for “town”" in out


def test_corrections_hold_unless_the_machine_is_asked_for(story, capsys, tmp_path):
    readings = [read(sources.read(story / f"{name}.txt")[0]) for name in ("ap", "reuters")]
    ends = [anchor(reading, reading.sentences[0].span) for reading in readings]
    when = datetime(2026, 11, 21, tzinfo=UTC)
    NoteStore(tmp_path / "notes.toml").put_override(Override(*ends, None, when))

    def together(*options: str) -> bool:
        main(["matrix", str(story), "--format", "json", *options])
        found = json.loads(capsys.readouterr().out)
        outlets = [article["outlet"] for article in found["articles"]]
        return any(
            {("AP", 0), ("REUTERS", 0)}
            <= {(outlets[t["article"]], t["sentence"]) for t in claim["tellings"]}
            for claim in found["claims"]
        )

    assert together("--machine")
    assert not together()


def test_one_article_makes_no_matrix(story, capsys):
    out = printed(capsys, "matrix", str(story / "ap.txt"), status=0)
    assert "Claims" not in out
    assert "Only here" in out


def test_what_cannot_be_read_is_said(story, capsys):
    (story / "empty.txt").touch()
    assert main(["figures", str(story)]) == 2
    assert "empty.txt" in capsys.readouterr().err
