"""``reader add SOURCE…``: brings files, addresses and pasted text into a story."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.output import TROUBLE, add_format, complain, progress, write_table
from reader.model import Article, ReaderError

if TYPE_CHECKING:
    from reader.library import Arrived, Some

_MOST = 10_000


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
    parser.add_argument("--name", metavar="NAME", help="what to call the story, if it is new")
    parser.add_argument(
        "--allow-local",
        action="store_true",
        help="fetch from this machine and its own network too",
    )
    parser.add_argument(
        "--list",
        action="store_true",
        help="print what is in a feed, a mailbox, an export; add nothing",
    )
    parser.add_argument(
        "--only",
        metavar="N,N-N",
        type=_numbers,
        help="add only these of the articles in SOURCE, by their numbers in --list",
    )
    parser.add_argument(
        "--pages", action="store_true", help="of a feed, fetch the pages that its entries lead to"
    )
    add_format(parser, "text", "json", "markdown")


def _numbers(given: str) -> tuple[int, ...]:
    """Read "2,5-7" as 2, 5, 6, 7."""
    found: dict[int, None] = {}
    for part in given.split(","):
        first, _, last = part.partition("-")
        if not (first.isdecimal() and (last or first).isdecimal()):
            raise ArgumentTypeError(f"not numbers as 2,5-7: {given}")
        found |= dict.fromkeys(range(int(first), min(int(last or first), int(first) + _MOST) + 1))
    return tuple(found)


def run(arguments: Namespace) -> int:
    """Print what came in and where it went; return 2 where something could not, otherwise 0."""
    from reader.library import Some, add, add_new, contents, rename
    from reader.library.outlets import load_outlets
    from reader.library.web import Web
    from reader.settings import load_settings

    settings = load_settings()
    web = Web(allow_local=arguments.allow_local, outlets=load_outlets(settings.outlets))
    targets: Sequence[str | Some] = arguments.sources
    if arguments.only:
        if len(targets) > 1:
            raise ReaderError("--only picks from one source; name one")
        targets = [Some(arguments.sources[0], arguments.only)]
    with progress() as report:
        if arguments.list or arguments.pages:
            articles, faults = contents(targets, web=web, report=report)
            if arguments.list:
                return _list(articles, faults, arguments.format)
            targets = _pages(articles)
        if arguments.story:
            story = Path(arguments.story)
            new = not story.exists()
            added = add(story, targets, web=web, report=report)
            if new and arguments.name:
                rename(story, arguments.name)
        else:
            name = arguments.name or ""
            added = add_new(settings.stories, targets, name=name, web=web, report=report)
    heads = ("what", "outlet", "headline", "words", "paragraphs", "left out", "where")
    return _print("Added", heads, map(_line, added.arrived), added.faults, arguments.format)


def _list(articles: Sequence[Article], faults: Sequence[str], form: str) -> int:
    from reader.render.dates import local
    from reader.render.shares import words

    heads = ("", "outlet", "headline", "published", "words", "url")
    lines = (
        (
            str(number),
            article.outlet,
            article.headline,
            local(article.published),
            str(words(article.text)),
            article.url,
        )
        for number, article in enumerate(articles, 1)
    )
    return _print("Articles", heads, lines, faults, form)


def _pages(articles: Sequence[Article]) -> list[str]:
    """Return the address of each entry of a feed."""
    for article in articles:
        if not article.url:
            raise ReaderError(f'"{article.headline}" leads to no page; leave it out with --only')
    return [article.url for article in articles]


def _print(
    title: str,
    heads: tuple[str, ...],
    lines: Iterable[tuple[str, ...]],
    faults: Sequence[str],
    form: str,
) -> int:
    """Print a table, then what could not be read; return the exit status."""
    from reader.render.tables import Table

    write_table(Table(title, heads, tuple(lines)), form)
    for fault in faults:
        complain(fault)
    return TROUBLE if faults else 0


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
