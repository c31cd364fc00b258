"""The manual page says what the tables of commands, options and keys say."""

import pytest

from reader.app.commands import COMMANDS as KEYS
from reader.cli import main
from reader.cli.parsing import COMMANDS, grammar


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
    assert macros == {".TH", ".SH", ".SS", ".TP", ".B", ".br"}
