"""``reader edit PATH``: the reporter corrects the text of an article."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from reader.cli.output import write
from reader.cli.reading import article
from reader.model import sanitise_line


def options(parser: ArgumentParser) -> None:
    """Declare the article."""
    parser.add_argument(
        "path", metavar="PATH", help="an article in a story: its folder, or its file"
    )


def run(arguments: Namespace) -> int:
    """Have the text corrected in the reporter's editor, and keep it as a new version."""
    from reader.editor import edited
    from reader.library.versions import correct
    from reader.settings import load_settings

    was, settings = article(arguments.path), load_settings()
    text = edited(settings.editor, was.text, "article.txt")
    version = correct(was.place or Path(arguments.path), text, settings.notes.parent)
    where = f"version {version.name}: {version}" if version else "nothing changed"
    write(f"{sanitise_line(where)}\n")
    return 0
