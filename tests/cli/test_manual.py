"""The manual page says what the tables of commands, options and keys say."""

import re
import shlex

import pytest

from reader.app.commands import COMMANDS as KEYS
from reader.cli import main
from reader.cli.examples import EXAMPLES
from reader.cli.parsing import COMMANDS, grammar, parse
from reader.settings import SETTINGS


@pytest.fixture
def page(capsys):
    """The page as roff."""
    assert main(["man"]) == 0
    return capsys.readouterr().out


def roff(text: str) -> str:
    return text.replace("\\", "\\e").replace("-", "\\-")


def test_every_command_every_option_and_every_key_is_in_it(page):
    for name in COMMANDS:
        assert f".SS reader {roff(name)}" in page
    for word in grammar():
        for argument in word.arguments:
            assert roff(argument.help) in page
            assert all(roff(flag) in page for flag in argument.flags)
    for key in KEYS:
        assert f"{roff(key.name)}: {roff(key.help)}" in page


def test_no_text_is_taken_for_a_macro(page):
    macros = {line.split()[0] for line in page.splitlines() if line.startswith((".", "'"))}
    assert macros == {".TH", ".SH", ".SS", ".TP", ".PP", ".B", ".br"}


def test_every_setting_and_what_of_the_environment_is_looked_at_is_in_it(page):
    for name, meaning in SETTINGS.items():
        assert f".B {roff(name)}\n{roff(meaning)}" in page
    read = {f"READER_{name.upper()}" for name in ("config", *SETTINGS)}
    told = set(re.findall(r"READER_\w+", page))
    assert told == read - {"READER_KEYS", "READER_TEMPLATES", "READER_THRESHOLD"}


@pytest.mark.parametrize("path", [word.path for word in grammar()])
def test_every_command_shows_how_it_is_used(path, page, capsys):
    with pytest.raises(SystemExit):
        main([*path, "--help"])
    shown = capsys.readouterr().out
    for line in EXAMPLES.get(path, ()):
        assert f"  {line}\n" in shown
        assert path == () or f".B {roff(line)}" in page
        words = shlex.split(re.split(r" [<>|] ", line)[0])
        assert words[: 1 + len(path)] == ["reader", *path]
        parse(words[1:])


def test_examples_are_of_commands_that_there_are():
    assert EXAMPLES.keys() <= {word.path for word in grammar()}
