"""``reader add SOURCE…``: brings files, addresses and pasted text into a story."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.output import add_format, complain, progress, write_table

if TYPE_CHECKING:
    from reader.library import Arrived

SOME_UNREAD = 2


def options(parser: ArgumentParser) -> None:
    """Declare what to add, where to, and how far to go for it."""
    parser.add_argument(
        "sources",
        metavar="SOURCE",
        nargs="+",
        help="a file, an address (https://…), or - for text on standard input",
    )
    parser.add_argument(
        "--story",
        metavar="FOLDER",
        help="the story, made if need be; without it a new one, called as the first report",
    )
    parser.add_argument("--name", metavar="NAME", help="what to call a new story")
    parser.add_argument(
        "--allow-local",
        action="store_true",
        help="fetch from this machine and its own network too",
    )
    add_format(parser, "text", "json", "markdown")


def run(arguments: Namespace) -> int:
    """Print what came in and where it went; return 2 where something could not, otherwise 0."""
    from reader.library import add, add_new, rename
    from reader.library.outlets import load_outlets
    from reader.library.web import Web
    from reader.render.tables import Table
    from reader.settings import load_settings

    settings = load_settings()
    web = Web(allow_local=arguments.allow_local, outlets=load_outlets(settings.outlets))
    with progress() as report:
        if arguments.story:
            story = Path(arguments.story)
            new = not story.exists()
            added = add(story, arguments.sources, web=web, report=report)
            if new and arguments.name:
                rename(story, arguments.name)
        else:
            added = add_new(
                settings.stories,
                arguments.sources,
                name=arguments.name or "",
                web=web,
                report=report,
            )
    heads = ("what", "outlet", "headline", "words", "paragraphs", "left out", "where")
    lines = tuple(_line(one) for one in added.arrived)
    write_table(Table("Added", heads, lines), arguments.format)
    for fault in added.faults:
        complain(fault)
    return SOME_UNREAD if added.faults else 0


def _line(one: Arrived) -> tuple[str, ...]:
    from reader.language.paragraphs import paragraphs
    from reader.library import Outcome
    from reader.model import sanitise_line
    from reader.render.shares import words

    what = {
        Outcome.ADDED: "added",
        Outcome.VERSION: f"version {one.version.name}",
        Outcome.SAME: "there already",
    }
    text = one.article.text
    return (
        what[one.outcome],
        one.article.outlet,
        one.article.headline,
        str(words(text)),
        str(sum(1 for _ in paragraphs(text))),
        "; ".join(one.article.left_out),
        sanitise_line(str(one.folder)),
    )
