"""``reader compare A B``: prints two articles against each other."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Sequence
from itertools import starmap
from typing import TYPE_CHECKING

from reader.cli.output import add_format, as_json, complain, show, terminal_width, write_file
from reader.model import Article, Comparison, ReaderError, Reading, Story

if TYPE_CHECKING:
    from reader.settings import Settings

NARROWEST = 40


def options(parser: ArgumentParser) -> None:
    """Declare the two articles, their context and the form of the answer."""
    parser.add_argument("a", metavar="A", help="a file, or - for standard input")
    parser.add_argument("b", metavar="B", help="another")
    parser.add_argument(
        "--story", metavar="FOLDER", help="judge with the other reports of this story as context"
    )
    parser.add_argument(
        "--width", type=_width, metavar="CELLS", help="the width of text; the terminal's without"
    )
    parser.add_argument("--notes", metavar="FILE", help="the notes file with your corrections")
    parser.add_argument(
        "--machine", action="store_true", help="leave your corrections of links aside"
    )
    parser.add_argument(
        "--threshold",
        type=_confidence,
        metavar="CONFIDENCE",
        help="call a conflict one from this confidence on, 0.01 to 1",
    )
    add_format(parser, "text", "json", "markdown")


def run(arguments: Namespace) -> int:
    """Print the comparison; return 1 where there is a conflict, otherwise 0."""
    if arguments.a == arguments.b == "-":
        raise ReaderError("standard input holds one article; name a file for the other")
    a, b = _article(arguments.a), _article(arguments.b)
    others: list[Article] = []
    if arguments.story:
        a, b, others = _in_story(a, b, arguments.story)

    from reader.compare import compare
    from reader.language import read
    from reader.settings import load_settings

    settings = load_settings(notes=arguments.notes, threshold=arguments.threshold)
    left, right = read(a), read(b)
    comparison = compare(left, right, [read(other) for other in others], settings.threshold)
    if not arguments.machine:
        comparison = _corrected(comparison, (left, right), settings)
    if arguments.format == "json":
        from reader.render import json

        write_file(as_json(json.comparison(comparison)))
    elif arguments.format == "markdown":
        from reader.render import markdown

        write_file(markdown.comparison(comparison))
    else:
        from reader.render import text

        width = arguments.width or max(terminal_width(), NARROWEST)
        show(text.comparison(comparison, width), width=width)
    return 1 if comparison.conflicts else 0


def _corrected(comparison: Comparison, pair: Sequence[Reading], settings: Settings) -> Comparison:
    """Return the comparison as the reporter has corrected it in the notes."""
    from reader.compare.overrides import Correction, apply
    from reader.notes.standing import verdicts
    from reader.notes.store import NoteStore

    store = NoteStore(settings.notes)
    for fault in store.faults:
        complain(fault)
    said = verdicts(store.overrides, pair).get((0, 1), ())
    return apply(comparison, starmap(Correction, said))


def _width(given: str) -> int:
    if not given.isdecimal() or int(given) < NARROWEST:
        raise ArgumentTypeError(f"not a width of {NARROWEST} or more: {given}")
    return int(given)


def _confidence(given: str) -> float:
    from reader.settings import confident

    try:
        value = float(given)
    except ValueError:
        value = 0.0
    if not confident(value):
        raise ArgumentTypeError(f"not a confidence from 0.01 to 1: {given}")
    return value


def _article(target: str) -> Article:
    """Return the article in the file `target`, as a story.toml beside it describes it."""
    story = _story(target)
    if len(story.articles) != 1:
        raise ReaderError(f"{target}: {len(story.articles)} articles; compare takes one at a time")
    return story.articles[0]


def _in_story(a: Article, b: Article, folder: str) -> tuple[Article, Article, list[Article]]:
    """Return `a` and `b` as the story in `folder` describes them, and its other articles."""
    described = {article.sha256: article for article in _story(folder).articles}
    others = [described[sha256] for sha256 in described if sha256 not in (a.sha256, b.sha256)]
    return described.get(a.sha256, a), described.get(b.sha256, b), others


def _story(target: str) -> Story:
    from reader.library import open_story

    story = open_story([target])
    for fault in story.faults:
        complain(fault)
    return story
