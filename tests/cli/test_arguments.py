"""Whatever stands in the place of a value, it is answered in one clear line."""

import io
import sys

import pytest

from reader.cli import main
from reader.cli.parsing import grammar
from reader.notes.store import NoteStore
from tests.notes.made import note

VALUES = {
    "nothing": "",
    "a blank": " ",
    "half a character": "\udc80",
    "what moves the cursor": "a\x1b[2J\x1b]0;title\x07\u202e\nb",
    "a megabyte": "x" * 1_000_000,
    "a dash": "-",
    "two dashes": "--",
}
SANE = {
    "PATH": "story", "FILE": "story/ap.txt", "SOURCE": "story/ap.txt", "FOLDER": "story",
    "A": "none.txt", "B": "none.txt", "ID": "n1", "WORD": "kirby", "TEXT": "Ask.",
}  # fmt: skip
# Commands that compare whole stories are given none: it is their options that are looked at.
NONE = SANE | {"PATH": "none", "FOLDER": "none"}
LONG = {(name,) for name in ("list", "matrix", "figures", "quotes", "report", "sort")}


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("CONFIG", "NOTES", "STORIES"):
        monkeypatch.setenv(f"READER_{name}", str(tmp_path / name.lower()))
    monkeypatch.setenv("READER_EDITOR", "true")
    (tmp_path / "config").touch()
    (tmp_path / "story").mkdir()
    (tmp_path / "story" / "ap.txt").write_text("A Visit\n\nIt was the first visit in 24 years.\n")
    NoteStore(tmp_path / "notes").put(note("n1"))
    return tmp_path


def lines_with(value):
    """Each command line that has `value` in the place of one of its values."""
    for word in grammar():
        sane = NONE if word.path[:1] in LONG else SANE
        for argument in word.arguments:
            if not argument.value or word.path[:1] == ("completion",):
                continue
            if not argument.flags and word.path[:1] in LONG and value == "--":
                continue
            places = [value if one is argument else sane[one.value] for one in word.places]
            option = [f"{argument.flags[-1]}={value}"] if argument.flags else []
            yield [*word.path, *option, *places]


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
def test_any_value_is_answered_in_one_line(value, home, capsys, monkeypatch):
    notes = (home / "notes").read_bytes()
    for argv in lines_with(value):
        (home / "notes").write_bytes(notes)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"A Trip\n\nIn 25 years.\n")))
        status = main(argv)
        out, err = capsys.readouterr()
        told = [part[:80] for part in argv]
        assert status in (0, 1, 2), told
        lines = err.splitlines()
        assert "Traceback" not in err, told
        assert not {"\x1b", "\x07", "\u202e"} & {*out, *err}, told
        assert all(line.startswith("reader: ") and len(line) < 1000 for line in lines), told
        # A file that is none of notes, and a notes file that cannot be read, are two things wrong.
        assert lines or out or status != 2, told
        assert len(lines) <= 1 + ("import" in argv), (told, err)


@pytest.mark.parametrize("option", [["--tag", "#arms"], ["--tag", "arms"]])
def test_a_tag_is_the_same_with_its_sign_and_without(option, home, capsys):
    assert main(["notes", "edit", "n1", *option]) == 0
    assert NoteStore(home / "notes").get("n1").tags == ("arms",)
    assert main(["notes", "list", *option]) == 0
    assert "#arms" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["list", "show n1", "search x", "export", "orphans story"])
def test_a_notes_file_that_is_not_there_is_no_empty_one(command, home, capsys):
    assert main(["notes", *command.split(), "--notes", "none.toml"]) == 2
    assert capsys.readouterr().err == "reader: none.toml: there is no such notes file\n"
    assert not (home / "none.toml").exists()


def test_a_dash_is_standard_output(home, capsys):
    assert main(["notes", "export", "--output", "-"]) == 0
    assert "Check." in capsys.readouterr().out
    assert not (home / "-").exists()
