"""``reader list PATH…``: prints the articles of a story and how much each pair has in common."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from itertools import combinations
from typing import TYPE_CHECKING

from reader.cli.output import add_format, as_json, complain, show_tables, write_file
from reader.model import Story

if TYPE_CHECKING:
    from reader.compare import Corpus

SOME_UNREAD = 2


def options(parser: ArgumentParser) -> None:
    """Declare the paths and the form of the answer."""
    parser.add_argument(
        "paths",
        metavar="PATH",
        nargs="*",
        help="a story's folder, or the files of its articles; the sample story without any",
    )
    add_format(parser, "text", "json", "markdown")


def run(arguments: Namespace) -> int:
    """Print what could be read; return 2 where something could not, otherwise 0."""
    from reader.compare import pair
    from reader.compare.grouping import strays
    from reader.library import open_story, sample_story
    from reader.settings import resource_folder

    paths = arguments.paths
    story = open_story(paths) if paths else sample_story(resource_folder("seeds"))
    corpus = _corpus(story)
    every = combinations(range(len(story.articles)), 2)
    comparisons = {(a, b): pair(corpus, a, b) for a, b in every}
    if arguments.format == "json":
        from reader.render import json

        write_file(as_json(json.listing(story, comparisons)))
    elif arguments.format == "markdown":
        from reader.render import markdown

        write_file(markdown.listing(story, comparisons))
    else:
        from reader.render import listing

        show_tables(listing.listing(story, comparisons))
    for number in strays([evidence.lines for evidence in corpus.evidence]):
        article = story.articles[number]
        complain(f"{article.outlet} ({article.path}) seems to tell another story than the rest")
    for fault in story.faults:
        complain(fault)
    return SOME_UNREAD if story.faults else 0


def _corpus(story: Story) -> Corpus:
    from reader.compare import Corpus
    from reader.language import read
    from reader.settings import load_settings

    return Corpus([read(article) for article in story.articles], load_settings().threshold)
