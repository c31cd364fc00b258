"""story.toml is changed where it must be, and nowhere else, or not at all."""

import tomllib

import pytest

from reader.library import open_story, rename, rename_outlet
from reader.library.rewriting import drop_entry, move_entries
from reader.model import ReaderError

ODD = ['article = "x"', "article = 3", 'article = ["a", "b"]', "[[article]]\nx = 1"]


@pytest.fixture
def path(tmp_path):
    (tmp_path / "a.txt").write_text("A report.")
    return tmp_path / "story.toml"


@pytest.mark.parametrize("written", ODD)
def test_what_is_odd_is_said_and_stays(path, written):
    path.write_text(written)
    for change in (
        lambda: rename_outlet(path.with_name("a.txt"), "AP"),
        lambda: drop_entry(path, "a.txt"),
        lambda: move_entries(path, path.parent / "sub.toml", ["a.txt"]),
        lambda: move_entries(path.parent / "sub.toml", path, ["a.txt"]),
    ):
        with pytest.raises(ReaderError, match=r'story\.toml: "article" must be tables'):
            change()
    assert path.read_text() == written
    assert not (path.parent / "sub.toml").exists()


def test_an_entry_that_is_no_table_is_said(path):
    path.write_text('[article]\n"a.txt" = 3\n')
    with pytest.raises(ReaderError, match=r'story\.toml: \[article\."a\.txt"\]: must be a table'):
        rename_outlet(path.with_name("a.txt"), "AP")


def test_a_file_whose_name_no_toml_can_hold(path):
    with pytest.raises(ReaderError, match="is not UTF-8"):
        rename_outlet(path.with_name("\udcff.txt"), "AP")
    assert not path.exists()


def test_an_outlet_is_renamed_and_back(path):
    written = '# mine\n[article."b.txt"]\nurl = "https://b.example"  # theirs\n'
    path.write_text(written)
    report = path.with_name("a.txt")
    assert rename_outlet(report, "AP") == ""
    assert open_story([path.parent]).articles[0].outlet == "AP"
    assert rename_outlet(report, "") == "AP"
    assert tomllib.loads(path.read_text()) == tomllib.loads(written)
    assert path.read_text().startswith("# mine\n")
    rename(path.parent, "Bridge")
    assert "  # theirs\n" in path.read_text()


def test_entries_move_together_however_they_are_written(path):
    """Tables of the articles with another between them, as a reporter may well write."""
    path.write_text(
        'name = "x"\n[article."a.txt"]\noutlet = "A"\n[other]\nk = 1\n'
        '[article."b.txt"]\noutlet = "B"\n[article."c.txt"]\noutlet = "C"\n'
    )
    to = path.with_name("to.toml")
    move_entries(path, to, ["a.txt", "none.txt", "c.txt"])
    assert tomllib.loads(to.read_text()) == {
        "article": {"a.txt": {"outlet": "A"}, "c.txt": {"outlet": "C"}}
    }
    assert tomllib.loads(path.read_text()) == {
        "name": "x",
        "other": {"k": 1},
        "article": {"b.txt": {"outlet": "B"}},
    }
    assert rename_outlet(path.with_name("b.txt"), "") == "B"
    move_entries(to, path, ["a.txt", "c.txt"])
    assert sorted(tomllib.loads(path.read_text())["article"]) == ["a.txt", "c.txt"]
    assert tomllib.loads(to.read_text()) == {}
