"""The commands and their options; the first word decides which, and a path is none of them."""

from __future__ import annotations

from argparse import (
    Action,
    ArgumentParser,
    ArgumentTypeError,
    Namespace,
    RawDescriptionHelpFormatter,
)
from collections.abc import Sequence
from typing import NoReturn, TypeVar

from reader.cli import (
    about,
    add,
    compare,
    completion,
    edit,
    examples,
    listing,
    manual,
    notes,
    raw,
    remove,
    report,
    screen,
    sort,
    story,
    versions,
)
from reader.cli.grammar import Command, Run, Word, capital, words
from reader.cli.output import write
from reader.model import ReaderError

AnyAction = TypeVar("AnyAction", bound=Action)


class Parser(ArgumentParser):
    """An argument parser whose complaints are one line, like all of Reader's."""

    def error(self, message: str) -> NoReturn:
        """Raise ReaderError with the complaint and where to read more."""
        raise ReaderError(f"{message}; see {self.prog} --help")

    def _print_message(self, message: str, _: object = None) -> None:
        # argparse's own is silent where help cannot be written.
        write(message)

    def _get_values(self, action: Action, arg_strings: list[str]) -> object:
        # Up to Python 3.12 argparse drops a "--" that is the value of an option.
        if action.option_strings and arg_strings == ["--"]:
            value = self._get_value(action, "--")
            self._check_value(action, value)
            return value
        return super()._get_values(action, arg_strings)

    def _add_action(self, action: AnyAction) -> AnyAction:
        # An empty path is the folder one is in, which nobody means who gives "", least of all a
        # script whose variable is not set.
        if action.metavar in completion.FILES and action.type is None:
            action.type = _path
        return super()._add_action(action)


def _path(given: str) -> str:
    if not given.strip():
        raise ArgumentTypeError("an empty path")
    return given


class _Version(Action):
    """Prints the version, which it looks up only then."""

    def __call__(self, parser: ArgumentParser, *_: object) -> None:
        from reader import __version__

        write(f"reader {__version__}\n")
        parser.exit()


SCREEN = "open the screen; without a path, choose a story"

COMMANDS = {
    "compare": Command("print two articles against each other", compare.options, compare.run),
    "list": Command(
        "print the articles of a story and their overlap", listing.options, listing.run
    ),
    "matrix": Command(
        "print the claims of a story, outlet by outlet", story.matrix_options, story.matrix
    ),
    "figures": Command(
        "print the figures of a story, outlet by outlet", story.options, story.figures
    ),
    "quotes": Command("print who is quoted, in which wordings", story.options, story.quotes),
    "report": Command(
        "write a whole story with the notes on it as one document", report.options, report.run
    ),
    "add": Command("bring files and addresses into a story", add.options, add.run),
    "remove": Command(
        "take an article or a story away, or put it back", remove.options, remove.run
    ),
    "sort": Command(
        "propose which of many articles tell one story, and file them", sort.options, sort.run
    ),
    "versions": Command("print the versions of an article", versions.options, versions.run),
    "raw": Command("print or open an article as it came", raw.options, raw.run),
    "edit": Command("correct the text of an article by hand", edit.options, edit.run),
    "notes": Command("list, write, export, import and mend notes", notes.options, notes.run),
    "bindings": Command("print the keys of the screens", about.options, about.bindings),
    "themes": Command("print the themes", about.options, about.themes),
    "locate": Command("print where Reader keeps its files", about.options, about.locate),
    "man": Command("print the manual page", manual.options, manual.run),
    "completion": Command(
        "print the script by which a shell completes what is typed",
        completion.options,
        completion.run,
    ),
}


def parse(argv: Sequence[str]) -> tuple[Run, Namespace]:
    """Return what `argv` asks for: the function to call, and the options to call it with.

    Raises ReaderError for an option that does not exist or a value that is not one.
    """
    name = argv[0] if argv else ""
    if command := COMMANDS.get(name):
        return command.run, _parser(name, command).parse_args(argv[1:])
    return screen.run, _without_command().parse_args(argv)


def grammar() -> tuple[Word, ...]:
    """Return everything that the command line takes, Reader without a command first."""
    commands = (
        word
        for name, command in COMMANDS.items()
        for word in words((name,), command.help, _parser(name, command))
    )
    return (*words((), SCREEN, _without_command()), *commands)


def _parser(name: str, command: Command) -> Parser:
    parser = Parser(
        prog=f"reader {name}",
        description=f"{capital(command.help)}.",
        epilog=examples.shown((name,)),
        formatter_class=RawDescriptionHelpFormatter,
    )
    command.options(parser)
    return parser


def _without_command() -> Parser:
    parser = Parser(
        prog="reader",
        description="Read several reports of one event side by side.",
        epilog=_overview(),
        formatter_class=RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version")
    screen.options(parser)
    return parser


def _overview() -> str:
    width = max(map(len, COMMANDS))
    lines = [f"  {name:<{width}}  {command.help}" for name, command in COMMANDS.items()]
    return "\n".join(
        [
            "commands, each with its own --help:",
            *lines,
            "",
            examples.shown(()),
            "",
            "A path that is named like a command is opened as ./NAME. reader man prints the whole",
            "manual: keys, files, settings, environment, and what the exit statuses mean.",
        ]
    )
