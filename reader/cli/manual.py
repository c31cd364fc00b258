"""``reader man``: the manual page, made from the tables of commands, options and keys."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator, Sequence

from reader.cli.examples import EXAMPLES
from reader.cli.grammar import Argument, Word, below, capital
from reader.cli.output import write_file

Item = tuple[str, str]
"""A term, and what it means."""

ABOUT = """\
Several outlets report one event. Reader lays any two of their reports side by side, aligns them \
sentence by sentence, and marks every passage: shared (=), framed otherwise (~), in conflict (!), \
or only here (+), and says why. Notes live in one local TOML file and leave as Markdown. Reader \
works offline and sends nothing anywhere."""

HELP = ("-h, --help", "with a command too: show this help message and exit")
FILES = (
    ("config.toml", "what you have set: see SETTINGS"),
    ("notes.toml", "the notes and the corrections of links; its last ten versions beside it"),
    ("notes.drafts/", "beside it, what was typed and not saved"),
    ("themes/*.toml", "your own themes"),
    ("outlets.toml", "beside config.toml, what you call outlets, by their domain"),
    ("exports.toml", "beside config.toml, your own patterns for exports of press databases"),
    ("story.toml", "in a story's folder: what its files do not say of themselves"),
)
ENVIRONMENT = (
    ("READER_CONFIG", "another config.toml"),
    ("READER_NOTES", "another notes file, as --notes"),
    ("READER_STORIES", "the folder that new stories are made in"),
    ("READER_THEME", "the theme, as --theme"),
    ("READER_PROFILE", "the Markdown that notes are exported as, as --profile"),
    ("READER_EDITOR, VISUAL, EDITOR", "your own editor, the first of these that is set"),
    ("XDG_CONFIG_HOME, XDG_DATA_HOME", "on Linux, where config.toml and the notes are looked for"),
    ("COLUMNS", "the width of tables and of text"),
    ("NO_COLOR", "if set, no colours"),
)
STATUS = (
    ("0", "done; of compare, matrix and figures: no conflict; of quotes: none altered"),
    ("1", "of compare, matrix and figures: at least one conflict; of quotes: one altered"),
    ("2", "trouble, said in one line on standard error"),
)


def options(_: ArgumentParser) -> None:
    """Declare nothing: there is one page."""


def run(_: Namespace) -> int:
    """Print the page, for man to lay out: ``reader man | man -l -``."""
    from reader.cli.parsing import grammar

    write_file(page(grammar()))
    return 0


def page(grammar: Sequence[Word]) -> str:
    """Write the page, in the macros of man(7)."""
    from reader.settings import SETTINGS

    screen, *others = grammar
    commands = [word for word in others if not below(word, grammar)]
    sections = {
        "NAME": ["reader \\- read several reports of one event side by side"],
        "SYNOPSIS": [f".B {_text(_usage(word))}\n.br" for word in (screen, *commands)],
        "DESCRIPTION": [_text(ABOUT)],
        "OPTIONS": _items((*_arguments(screen), HELP)),
        "COMMANDS": [line for word in commands for line in _command(word)],
        "KEYS": ["Each can be changed in config.toml, by the name given.", *_items(_keys())],
        "SETTINGS": [
            "The command line comes before the environment, and this before config.toml.",
            *_items(SETTINGS.items()),
        ],
        "FILES": [".B reader locate\nsays where they are.", *_items(FILES)],
        "ENVIRONMENT": _items(ENVIRONMENT),
        "EXIT STATUS": _items(STATUS),
    }
    lines = [line for title, body in sections.items() for line in (f".SH {title}", *body)]
    return "\n".join(['.TH READER 1 "" Reader', *lines]) + "\n"


def _usage(word: Word) -> str:
    """Write a command as the synopsis has it: "reader list [PATH...] [options]"."""
    places = (f"[{place.value}...]" if place.many else place.value for place in word.places)
    options = "[options]" if any(argument.flags for argument in _beyond_help(word)) else ""
    return " ".join(filter(None, ("reader", *word.path, *places, options)))


def _beyond_help(word: Word) -> list[Argument]:
    return [argument for argument in word.arguments if "--help" not in argument.flags]


def _command(word: Word) -> Iterator[str]:
    yield f".SS {_text(_usage(word))}"
    yield _text(f"{capital(word.help)}.")
    yield from _items(_arguments(word))
    if word.path in EXAMPLES:
        yield ".PP\nFor example:"
        yield from (f".PP\n.B {_text(line)}" for line in EXAMPLES[word.path])


def _arguments(word: Word) -> list[Item]:
    return [
        (" ".join(filter(None, (", ".join(argument.flags), argument.value))), argument.help)
        for argument in _beyond_help(word)
    ]


def _keys() -> list[Item]:
    from reader.app.commands import COMMANDS

    return [
        ("  ".join(command.keys), f"{command.name}: {command.help} ({command.scope})")
        for command in COMMANDS
    ]


def _items(items: Iterable[Item]) -> list[str]:
    return [f".TP\n.B {_text(term)}\n{_text(meaning)}" for term, meaning in items]


def _text(text: str) -> str:
    """Let every character of `text` stand for itself, the first of the line included."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{escaped}" if escaped.startswith((".", "'")) else escaped
