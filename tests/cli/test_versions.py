"""`reader versions`, `raw` and `edit`."""

import json
from pathlib import Path

import pytest

from reader.cli import main
from reader.library import Pasted, add

TEXT = "Bridge shut\n\nThe bridge was shut on Tuesday, said the mayor.\n\nNobody was hurt.\n"


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("READER_CONFIG", str(tmp_path / "config.toml"))
    (tmp_path / "config.toml").touch()
    return tmp_path


@pytest.fixture
def folder():
    (one,) = add(Path("story"), [Pasted(TEXT, "AP")]).arrived
    return str(one.folder)


def test_a_correction_in_the_reporters_editor(folder, monkeypatch, capsys):
    monkeypatch.setenv("READER_EDITOR", "sed -i s/Nobody/Somebody/")
    assert main(["edit", folder]) == 0
    assert "version 2" in capsys.readouterr().out
    assert main(["edit", folder]) == 0
    assert "nothing changed" in capsys.readouterr().out
    assert main(["versions", folder, "--format", "json"]) == 0
    first, second = json.loads(capsys.readouterr().out)["versions"]
    assert (first["came"], second["came"]) == ("from outside", "by hand")
    assert (second["lines gone"], second["lines new"]) == ("1", "1")
    assert main(["versions", folder, "--diff"]) == 0
    assert "+Somebody was hurt." in capsys.readouterr().out
    assert main(["compare", f"{folder}/1", f"{folder}/2"]) in (0, 1)


def test_an_editor_that_fails_changes_nothing(folder, monkeypatch, capsys):
    monkeypatch.setenv("READER_EDITOR", "false")
    assert main(["edit", folder]) == 2
    assert "the text is as it was" in capsys.readouterr().err


def test_the_original_and_how_it_came(folder, capsysbinary):
    assert main(["raw", folder]) == 0
    assert capsysbinary.readouterr().out == TEXT.encode()
    assert main(["raw", folder, "--came"]) == 0
    assert b"sha256 = " in capsysbinary.readouterr().out


def test_how_a_loose_file_came_is_not_known(capsys):
    Path("loose.txt").write_text(TEXT)
    assert main(["raw", "loose.txt", "--came"]) == 2
    assert "was put there by hand" in capsys.readouterr().err


def test_a_story_is_no_article(folder, capsys):
    story = str(Path(folder).parent)
    assert main(["versions", story]) == 2
    assert main(["raw", story]) == 2
    assert capsys.readouterr().err.count("\n") == 2
