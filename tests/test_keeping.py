"""One setting changed in config.toml."""

import tomllib

import pytest

from reader.keeping import keep
from reader.model import ReaderError

SOURCES = [
    "",
    "# mine\n",
    'theme = "day"  # for the train\n\n[keys]\nwhy = "w"\n',
    '[keys]\n# c for conflict\nwhy = ["c",\n  "}"]\n\n[templates]\ncall = """\ntags: x\n"""\n',
    "notes = 'n.toml'\r\ntheme   =   'day'\r\n",
    '\ufefftheme = "day"\n',
    'keys.why = "w"\nthreshold = 0.30\n',
]


@pytest.mark.parametrize("source", SOURCES)
def test_only_the_one_line_changes_and_can_be_had_back(tmp_path, source):
    config = tmp_path / "config.toml"
    config.write_bytes(source.encode())
    was = keep(config, "theme", "paper")
    written = config.read_bytes().decode()
    before = tomllib.loads(source.removeprefix("\ufeff"))
    assert was == before.get("theme")
    assert tomllib.loads(written.removeprefix("\ufeff")) == {**before, "theme": "paper"}
    kept = [line for line in source.splitlines(True) if "theme" not in line]
    assert "".join(kept).removeprefix("\ufeff") in written
    assert keep(config, "theme", was) == "paper"
    assert tomllib.loads(config.read_bytes().decode("utf-8-sig")) == before
    if was:
        assert config.read_bytes().replace(b"'", b'"') == source.encode().replace(b"'", b'"')


def test_a_file_that_is_not_there_is_made(tmp_path):
    config = tmp_path / "reader" / "config.toml"
    assert keep(config, "theme", "day") is None
    assert config.read_text() == 'theme = "day"\n'


@pytest.mark.parametrize("source", [b"theme = \n", b"\xff\xfe", b"a" + b".a" * 5000 + b" = 1"])
def test_what_cannot_be_read_is_said_in_a_line_and_left(tmp_path, source):
    config = tmp_path / "config.toml"
    config.write_bytes(source)
    with pytest.raises(ReaderError, match=r"cannot change .*config\.toml"):
        keep(config, "theme", "day")
    assert config.read_bytes() == source


def test_what_cannot_be_written_is_said_in_a_line(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(ReaderError, match=r"cannot write .*config\.toml"):
        keep(tmp_path / "file" / "config.toml", "theme", "day")
