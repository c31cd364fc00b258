"""`reader sort`: shows the stories, files them when told to, takes them back."""

import json
from pathlib import Path

import pytest

from reader.cli import main
from reader.library import open_story
from tests.compare.test_grouping import ALONE, BRIDGE, VOTE


@pytest.fixture
def inbox(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    folder = Path("inbox")
    folder.mkdir()
    for number, text in enumerate((*VOTE, *BRIDGE, ALONE)):
        (folder / f"{number}.txt").write_text(text)
    return folder


def test_showing_changes_nothing(inbox, capsys):
    assert main(["sort", "inbox", "--format", "json"]) == 0
    out, err = capsys.readouterr()
    stories = [line["story"] for line in json.loads(out)["stories"]]
    assert stories == ["2 and 2 more"] * 3 + ["0 and 1 more"] * 2 + ["on its own"]
    assert "2 stories found; --yes files each" in err
    assert len(list(inbox.iterdir())) == 6


def test_filing_and_taking_back(inbox, capsys):
    assert main(["sort", "inbox", "--yes"]) == 0
    assert [
        len(open_story([inbox / name]).articles) for name in ("2-and-2-more", "0-and-1-more")
    ] == [3, 2]
    assert main(["sort", "inbox", "--undo"]) == 0
    assert len(open_story([inbox]).articles) == 6
    assert main(["sort", "inbox", "--undo"]) == 2
    assert "nothing has been filed" in capsys.readouterr().err


def test_a_stray_is_pointed_out_in_a_list(inbox, capsys):
    assert main(["list", *(str(inbox / f"{number}.txt") for number in (2, 3, 4, 5))]) == 0
    assert "5.txt) seems to tell another story" in capsys.readouterr().err
