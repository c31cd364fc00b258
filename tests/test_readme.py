"""The README says what the program says."""

import io
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from reader.cli import main
from reader.cli.notes import ACTIONS
from reader.cli.parsing import COMMANDS
from reader.notes.exports import FORMS
from reader.settings import SETTINGS
from reader.sources.table import FORMATS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def test_the_keys_are_the_table_of_commands(tmp_path, monkeypatch):
    monkeypatch.setenv("READER_CONFIG", str(tmp_path / "config.toml"))
    (tmp_path / "config.toml").touch()
    printed = io.StringIO()
    with redirect_stdout(printed):
        main(["bindings", "--format", "markdown"])
    assert printed.getvalue() in README


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_named_with_what_it_does(name):
    assert f"| `reader {name}` | {COMMANDS[name].help} |" in README


def test_every_format_is_named_with_what_of_it_is_read():
    for each in FORMATS:
        assert f"| {each.name} | {each.told} |" in README


def test_one_command_installs_and_runs_every_check():
    (command,) = [line for line in README.splitlines() if line.endswith("&& pytest -n 3")]
    for check in ("pip install '.[test]'", "ruff check", "ruff format", "mypy", "lint-imports"):
        assert check in command


@pytest.mark.parametrize("name", ACTIONS)
def test_what_can_be_done_with_notes_is_named(name):
    assert f"| `reader notes {name}` | {ACTIONS[name].help} |" in README


@pytest.mark.parametrize("name", FORMS)
def test_every_form_of_the_notes_is_named(name):
    form = FORMS[name]
    assert f"| `{form.name}` | {form.help} | {form.suffix} |" in README


@pytest.mark.parametrize("name", SETTINGS)
def test_every_setting_is_named_with_what_it_means(name):
    shown = f"[{name}]" if name in ("keys", "templates") else name
    assert f"| `{shown}` | {SETTINGS[name]} |" in README
