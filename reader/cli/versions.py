"""``reader versions PATH``: what an article said before, and what has changed."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from reader.cli.output import add_format, write, write_table
from reader.model import sanitise_line


def options(parser: ArgumentParser) -> None:
    """Declare the article, and whether its changes are wanted in full."""
    parser.add_argument("path", metavar="PATH", help="the folder of an article in a story")
    parser.add_argument("--diff", action="store_true", help="print what changed, line by line")
    add_format(parser, "text", "json", "markdown")


def run(arguments: Namespace) -> int:
    """Print the versions of an article, or how each differs from the one before."""
    from reader.library.versions import versions
    from reader.render.dates import local
    from reader.render.shares import words
    from reader.render.tables import Table

    known = versions(Path(arguments.path))
    if arguments.diff:
        write("".join(version.changes for version in known))
        return 0
    heads = ("version", "since", "came", "words", "lines gone", "lines new", "where")
    lines = tuple(
        (
            version.folder.name,
            local(version.added),
            "from outside" if version.original else "by hand",
            str(words(version.article.text)),
            _lines(version.changes, "-"),
            _lines(version.changes, "+"),
            sanitise_line(str(version.folder)),
        )
        for version in known
    )
    write_table(Table("Versions", heads, lines), arguments.format)
    return 0


def _lines(changes: str, sign: str) -> str:
    """Count the lines of a diff that begin with `sign`, less its head; "" for no diff."""
    return str(sum(line.startswith(sign) for line in changes.split("\n")) - 1) if changes else ""
