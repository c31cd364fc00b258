"""``reader compare A B``: prints two articles against each other."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from itertools import starmap

from reader.cli import reading
from reader.cli.notes.opening import corrections
from reader.cli.output import add_format, show, terminal_width, write_file
from reader.model import Article, ReaderError
from reader.writing.json import as_json

NARROWEST = 40


def options(parser: ArgumentParser) -> None:
    """Declare the two articles, their context and the form of the answer."""
    parser.add_argument("a", metavar="A", help="the file of an article, or - for standard input")
    parser.add_argument("b", metavar="B", help="that of another")
    parser.add_argument(
        "--story", metavar="FOLDER", help="judge with the other reports of this story as context"
    )
    parser.add_argument(
        "--width",
        type=_width,
        metavar="CELLS",
        help="the width of the text, 40 or more; the terminal's without",
    )
    reading.add_corrections(parser)
    parser.add_argument(
        "--threshold",
        type=_confidence,
        metavar="CONFIDENCE",
        help="from which confidence on a difference is called a conflict, 0.01 to 1",
    )
    add_format(parser, "text", "json", "markdown")


def run(arguments: Namespace) -> int:
    """Print the comparison; return 1 where there is a conflict, otherwise 0."""
    if arguments.a == arguments.b == "-":
        raise ReaderError("standard input holds one article; name a file for the other")
    a, b = reading.article(arguments.a), reading.article(arguments.b)
    others: list[Article] = []
    if arguments.story:
        a, b, others = _in_story(a, b, arguments.story)

    from reader.compare import compare
    from reader.compare.overrides import Correction, apply
    from reader.language import read
    from reader.notes.standing import verdicts
    from reader.settings import load_settings

    threshold = load_settings(threshold=arguments.threshold).threshold
    left, right = read(a), read(b)
    comparison = compare(left, right, [read(other) for other in others], threshold)
    said = verdicts(corrections(arguments), (left, right)).get((0, 1), ())
    comparison = apply(comparison, starmap(Correction, said))
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


def _in_story(a: Article, b: Article, folder: str) -> tuple[Article, Article, list[Article]]:
    """Return `a` and `b` as the story in `folder` describes them, and its other articles."""
    described = {article.sha256: article for article in reading.articles([folder])}
    others = [described[sha256] for sha256 in described if sha256 not in (a.sha256, b.sha256)]
    return described.get(a.sha256, a), described.get(b.sha256, b), others
