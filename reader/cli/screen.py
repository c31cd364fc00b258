"""``reader [PATH…]``: opens the screen."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace

from reader.model import ReaderError


def options(parser: ArgumentParser) -> None:
    """Declare the paths and what overrides the settings."""
    parser.add_argument(
        "paths",
        metavar="PATH",
        nargs="*",
        help="a story's folder, or the files of its articles; a choice of stories without any",
    )
    parser.add_argument("--notes", metavar="FILE", help="the notes file to use")
    parser.add_argument("--theme", metavar="NAME", help="the colours to use")


def run(arguments: Namespace) -> int:
    """Open the screen on the articles and stay until the reporter leaves it.

    Raises ReaderError where there is no terminal to draw on.
    """
    if os.environ.get("TERM") == "dumb" or not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise ReaderError(
            "the screen needs a terminal that can move its cursor; "
            "reader compare A B prints without one"
        )
    from reader.settings import load_settings

    settings = load_settings(theme=arguments.theme, notes=arguments.notes)
    from reader.app import run

    return run(arguments.paths, settings)
