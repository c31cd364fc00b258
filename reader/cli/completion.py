"""``reader completion``: what the Tab key offers. The scripts of the shells ask this command.

They call ``reader completion SHELL WORD…`` with the words so far, the last one unfinished or
empty. The answer's first line says which files fit ("files", "folders", "none"); then comes a line
for each word that does, with its meaning after a tab.
"""

from __future__ import annotations

from argparse import REMAINDER, SUPPRESS, ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from reader.cli.grammar import Argument, Word, below
from reader.cli.output import write_file

FILES = dict.fromkeys(("PATH", "FILE", "SOURCE", "A", "B"), "files") | {"FOLDER": "folders"}
SHELLS = ("bash", "zsh", "fish")


def options(parser: ArgumentParser) -> None:
    """Declare the shell, and the words that its script asks about."""
    parser.add_argument("shell", choices=SHELLS, help="the shell to print the script for")
    parser.add_argument("words", nargs=REMAINDER, help=SUPPRESS).required = False


def run(arguments: Namespace) -> int:
    """Print the script of a shell, or what the last of the words can become."""
    if not arguments.words:
        script = Path(__file__).parent / "shells" / f"reader.{arguments.shell}"
        write_file(script.read_text("utf-8"))
        return 0
    from reader.cli.parsing import grammar

    *before, last = arguments.words
    files, words = _offer(before, last, grammar())
    fitting = [f"{word}\t{help}".rstrip() for word, help in words if word.startswith(last)]
    write_file("\n".join((files, *fitting)) + "\n")
    return 0


def _offer(
    before: Sequence[str], last: str, grammar: Sequence[Word]
) -> tuple[str, list[tuple[str, str]]]:
    """Return which files can stand after the words `before`, and which words can."""
    by_path = {word.path: word for word in grammar}
    depth = 0
    while depth < len(before) and tuple(before[: depth + 1]) in by_path:
        depth += 1
    word = by_path[tuple(before[:depth])]
    argument, filled = _read(before[depth:], word)
    found: list[tuple[str, str]] = []
    if argument is None:
        if last.startswith("-"):
            found = [(flag, option.help) for option in word.options for flag in option.flags]
            return "none", found
        if depth == len(before):
            found = [(next.path[-1], next.help) for next in below(word, grammar)]
        argument = word.place(filled)
    if argument is None:
        return "none", found
    found += [(choice, "") for choice in argument.choices]
    return FILES.get(argument.value, "none"), found


def _read(given: Sequence[str], word: Word) -> tuple[Argument | None, int]:
    """Return the option of `word` that waits for its value, and how many places are filled."""
    by_flag = {flag: option for option in word.options for flag in option.flags}
    waiting: Argument | None = None
    filled = 0
    for one in given:
        if waiting:
            waiting = None
        elif one in by_flag:
            waiting = by_flag[one] if by_flag[one].value else None
        else:
            filled += not one.startswith("-")
    return waiting, filled
