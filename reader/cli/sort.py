"""``reader sort FOLDER``: proposes which of many articles tell the same story, and files them."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.output import TROUBLE, add_format, complain, followed, write_table
from reader.model import Article, sanitise_line

if TYPE_CHECKING:
    from reader.library.filing import Pile


def options(parser: ArgumentParser) -> None:
    """Declare the folder, and whether to show, to file or to take back."""
    parser.add_argument("folder", metavar="FOLDER", help="the folder with the articles")
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "--yes", action="store_true", help="file each story in a folder of its own in FOLDER"
    )
    what.add_argument("--undo", action="store_true", help="take back what was filed last")
    add_format(parser, "text", "json", "markdown")


def run(arguments: Namespace) -> int:
    """Print the stories found, and file them if asked; 2 where something could not be read."""
    from reader.library import open_story
    from reader.library.filing import Pile, file_away, take_back

    folder = Path(arguments.folder)
    if arguments.undo:
        complain(f"{take_back(folder)} articles are back in {folder}")
        return 0
    opened = open_story([folder])
    held = Counter(article.place for article in opened.articles)
    articles = [article for article in opened.articles if held[article.place] == 1]
    piles = [
        Pile(_name(group), tuple(article.place for article in group if article.place))
        for group in _groups(articles)
        if len(group) > 1
    ]
    _show(articles, piles, arguments.format)
    several = {article.path: held[article.place] for article in opened.articles}
    faults = [
        f"{path} holds {count} articles: reader add parts them"
        for path, count in several.items()
        if count > 1
    ]
    for fault in (*opened.faults, *faults):
        complain(fault)
    if arguments.yes:
        for story in file_away(folder, piles):
            complain(f"filed {sanitise_line(str(story))}")
    elif piles:
        complain(f"{len(piles)} stories found; --yes files each in a folder of its own")
    return TROUBLE if opened.faults or faults else 0


def _groups(articles: Sequence[Article]) -> list[list[Article]]:
    from reader.compare.channels import lines
    from reader.compare.grouping import groups
    from reader.language import read

    taken_apart = [lines(read(article)) for article in followed("reading", articles)]
    return [[articles[position] for position in group] for group in groups(taken_apart)]


def _name(group: Sequence[Article]) -> str:
    headlines = (article.headline for article in group if article.headline)
    return next(headlines, f"{group[0].outlet} and {len(group) - 1} more")


def _show(articles: Sequence[Article], piles: Sequence[Pile], form: str) -> None:
    """Print the articles story by story, those that stand alone at the end."""
    from reader.render.dates import local
    from reader.render.shares import words
    from reader.render.tables import Table

    order: dict[Path | None, int] = {
        place: number for number, pile in enumerate(piles) for place in pile.articles
    }
    names = [*(pile.name for pile in piles), "on its own"]
    heads = ("", "story", "outlet", "headline", "published", "words", "where")
    lines = []
    for article in sorted(articles, key=lambda one: order.get(one.place, len(piles))):
        number = order.get(article.place, len(piles))
        lines.append(
            (
                str(number + 1) if number < len(piles) else "",
                names[number],
                article.outlet,
                article.headline,
                local(article.published),
                str(words(article.text)),
                article.path,
            )
        )
    write_table(Table("Stories", heads, tuple(lines)), form)
