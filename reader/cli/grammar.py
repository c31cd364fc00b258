"""The command line as data: its commands, and what help, man page and completions are made of."""

from __future__ import annotations

from argparse import REMAINDER, SUPPRESS, Action, ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

Run = Callable[[Namespace], int]


@dataclass(frozen=True, slots=True)
class Command:
    """A word on the command line: what it does, the options it takes, the function that does it."""

    help: str
    options: Callable[[ArgumentParser], None]
    run: Run


@dataclass(frozen=True, slots=True)
class Argument:
    """Something a command takes.

    `flags` are the ways to write an option, none for what is known by its place; `value` names
    what is given ("FILE"), "" where nothing is; `choices` are all that may be; `many` is said of
    a place that takes any number of values.
    """

    flags: tuple[str, ...]
    value: str
    choices: tuple[str, ...]
    help: str
    many: bool


@dataclass(frozen=True, slots=True)
class Word:
    """A command, or an action of one, by the words that lead to it; none for Reader without any."""

    path: tuple[str, ...]
    help: str
    arguments: tuple[Argument, ...]

    @property
    def options(self) -> tuple[Argument, ...]:
        """The arguments that are known by a flag."""
        return tuple(argument for argument in self.arguments if argument.flags)

    @property
    def places(self) -> tuple[Argument, ...]:
        """The arguments that are known by their place."""
        return tuple(argument for argument in self.arguments if not argument.flags)

    def place(self, number: int) -> Argument | None:
        """The argument known by place `number`, counted from 0; None where nothing is taken."""
        if number < len(self.places):
            return self.places[number]
        return self.places[-1] if self.places and self.places[-1].many else None


def capital(text: str) -> str:
    """Return `text` with a capital letter first, the others as they are."""
    return text[:1].upper() + text[1:]


def below(word: Word, grammar: Sequence[Word]) -> list[Word]:
    """Return what can follow `word` in `grammar`."""
    return [other for other in grammar if other.path and other.path[:-1] == word.path]


def words(path: tuple[str, ...], help: str, parser: ArgumentParser) -> Iterator[Word]:
    """Yield what `parser` understands at `path`, then each action below it."""
    # argparse has no public way to ask a parser for what it takes.
    actions = [action for action in parser._actions if action.help is not SUPPRESS]
    groups = [action for action in actions if isinstance(action, _SubParsersAction)]
    yield Word(path, help, tuple(_argument(action) for action in actions if action not in groups))
    for group in groups:
        described = {action.dest: action.help or "" for action in group._choices_actions}
        for name, parser_below in group.choices.items():
            yield from words((*path, name), described[name], parser_below)


def _argument(action: Action) -> Argument:
    choices = tuple(map(str, action.choices or ()))
    named = action.metavar or "|".join(choices) or action.dest.upper()
    return Argument(
        tuple(action.option_strings),
        "" if action.nargs == 0 else str(named),
        choices,
        action.help or "",
        action.nargs in ("*", "+", REMAINDER),
    )
