"""``reader remove PATH``: takes an article, a version or a story away, and puts it back."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from reader.cli.output import write
from reader.model import sanitise_line


def options(parser: ArgumentParser) -> None:
    """Declare what to take away, or to put back."""
    parser.add_argument(
        "path", metavar="PATH", help="an article, a version of one, or the folder of a story"
    )
    parser.add_argument(
        "--undo", action="store_true", help="put back what was removed, PATH being where it lies"
    )


def run(arguments: Namespace) -> int:
    """Move it aside, or back, and print where it now lies."""
    from reader.library import remove, restore

    path = (restore if arguments.undo else remove)(Path(arguments.path))
    write(f"{sanitise_line(str(path))}\n")
    return 0
