"""``reader notes check``: what is wrong with the notes file, and its mending."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from reader.cli.notes.opening import settings
from reader.cli.output import TROUBLE, write


def options(parser: ArgumentParser) -> None:
    """Declare whether to mend."""
    parser.add_argument(
        "--repair", action="store_true", help="mend what can be mended; nothing is thrown away"
    )


def run(arguments: Namespace) -> int:
    """Print a line for each thing that is wrong; return 2 where something still is."""
    from reader.notes.check import check, repair

    path = settings(arguments).notes
    done = repair(path) if arguments.repair else ()
    wrong = check(path)
    lines = [*done, *wrong] or ["nothing is wrong with the notes file"]
    write("".join(f"{line}\n" for line in lines))
    return TROUBLE if wrong else 0
