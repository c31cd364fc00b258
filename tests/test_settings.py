"""Settings: command line, environment, file and default, in that order; clear refusals."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import ReaderError, sanitise_line
from reader.settings import load_settings, locations, resource_folder


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    return tmp_path


def write(folder: Path, text: str | bytes) -> dict[str, str]:
    """A config.toml of `text`, as the environment that names it."""
    path = folder / "config.toml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return {"READER_CONFIG": str(path)}


def refusal(folder: Path, text: str | bytes) -> str:
    with pytest.raises(ReaderError) as caught:
        load_settings(write(folder, text))
    return str(caught.value)


def test_defaults_without_any_file(home):
    found = load_settings({})
    assert found.theme == "night"
    assert found.editor == ""
    assert dict(found.keys) == {}
    assert found.notes.name == "notes.toml"
    assert home in found.notes.parents
    assert list(home.iterdir()) == []


def test_command_line_over_environment_over_file_over_default(home):
    env = write(home, 'theme = "file"\nnotes = "mine.toml"\neditor = "ed"\n')
    assert load_settings(env).theme == "file"
    assert load_settings(env).notes == home / "mine.toml"
    assert load_settings(env | {"EDITOR": "vi"}).editor == "ed"

    env |= {"READER_THEME": "env", "READER_NOTES": "env.toml", "READER_EDITOR": "vim"}
    assert load_settings(env).theme == "env"
    assert load_settings(env).notes == Path("env.toml")
    assert load_settings(env).editor == "vim"

    given_now = load_settings(env, theme="line", notes="line.toml")
    assert (given_now.theme, given_now.notes) == ("line", Path("line.toml"))


def test_the_usual_editor_is_used_where_none_is_set():
    assert load_settings({"EDITOR": "vi"}).editor == "vi"
    assert load_settings({"EDITOR": "vi", "VISUAL": "code -w"}).editor == "code -w"


def test_keys_by_action_with_their_lines(home):
    env = write(home, 'theme = "day"\n\n[keys]\nquit = "ctrl+q"\nnext_link = ["]", ","]\n')
    found = load_settings(env)
    assert dict(found.keys) == {"quit": ("ctrl+q",), "next_link": ("]", ",")}
    assert found.place("next_link") == f"{home / 'config.toml'}, line 5"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('\nthme = "day"', 'line 2: no setting "thme"; did you mean "theme"?'),
        (
            "zzzzzzzz = 1",
            "stories, editor, profile, threshold, keys, templates",
        ),
        ("theme = 3", 'line 1: "theme" must be text'),
        ('notes = "a\\u0000b"', 'line 1: "notes" must be text'),
        ('keys = "j"', 'line 1: "keys" must be a table'),
        ('theme = "x"\n[keys]\nquit = 3', 'line 3: the keys of "quit"'),
        ("[templates]\ncall = 3", 'line 2: the template "call" must be text'),
        ('[keys]\nquit = ["q", 3]', 'line 2: the keys of "quit"'),
        ('theme = "day"\nnotes = ', "line 2"),
        (b'# caf\xe9\ntheme = "day"', "line 1: not UTF-8"),
        ("a = " + "[" * 5000, "config.toml"),
    ],
)
def test_refusals_name_the_file_and_the_line(home, text, said):
    message = refusal(home, text)
    assert message.startswith(str(home / "config.toml"))
    assert said in message
    assert "\n" not in message


def test_a_named_config_must_be_there(home):
    with pytest.raises(ReaderError, match=r"nowhere\.toml"):
        load_settings({"READER_CONFIG": str(home / "nowhere.toml")})
    with pytest.raises(ReaderError):
        load_settings({"READER_CONFIG": str(home)})


def test_an_account_without_home_or_rights_still_starts(home, monkeypatch):
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "HOME"):
        monkeypatch.setenv(name, "~nobody-here")
    assert load_settings({}).notes.is_absolute()

    (home / "file").write_text("in the way")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "file"))
    assert load_settings({}).theme == "night"


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.binary(max_size=80), st.text(max_size=80).map(lambda text: text.encode())))
def test_any_file_is_settings_or_one_clear_line(tmp_path_factory, content):
    folder = tmp_path_factory.mktemp("any")
    message = ""
    try:
        load_settings(write(folder, content))
    except ReaderError as error:
        message = str(error)
    assert "\n" not in message
    assert sanitise_line(message) == message


def test_resources_are_found():
    assert len(list(resource_folder("seeds").glob("*.txt"))) == 5
    with pytest.raises(ReaderError, match="install Reader again"):
        resource_folder("nothing of ours")


def test_locations_name_what_is_read_and_written():
    found = locations(load_settings({}))
    assert found["notes"].name == "notes.toml"
    assert found["sample story"].is_dir()


def test_importing_settings_is_light():
    code = "import sys, reader.settings; print('platformdirs' in sys.modules)"
    found = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=dict(os.environ)
    )
    assert found.stdout.strip() == "False"


def test_the_threshold_of_conflicts_is_a_number_that_the_command_line_overrides(tmp_path):
    config = tmp_path / "config.toml"
    config.write_text("threshold = 0.4\n", encoding="utf-8")
    env = {"READER_CONFIG": str(config)}
    assert load_settings(env).threshold == 0.4
    assert load_settings(env, threshold=0.9).threshold == 0.9


@pytest.mark.parametrize("written", ['"high"', "0", "1.5", "true", "nan"])
def test_a_threshold_that_is_none_is_refused_with_its_line(tmp_path, written):
    config = tmp_path / "config.toml"
    config.write_text(f"\nthreshold = {written}\n", encoding="utf-8")
    with pytest.raises(ReaderError, match=r'line 2: "threshold" must be a number from 0.01 to 1'):
        load_settings({"READER_CONFIG": str(config)})
