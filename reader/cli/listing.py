"""``reader list PATH…``: prints the articles of a story and how much each pair has in common."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from reader.cli import reading
from reader.cli.output import add_format, complain, show_tables, write_file
from reader.model import outline
from reader.writing.json import as_json


def options(parser: ArgumentParser) -> None:
    """Declare the paths and the form of the answer."""
    reading.add_paths(parser)
    add_format(parser, "text", "json", "markdown")


def run(arguments: Namespace) -> int:
    """Print what could be read; return 2 where something could not, otherwise 0."""
    from reader.compare.grouping import strays
    from reader.render.outlets import astray

    story = reading.story(arguments.paths)
    corpus, links = reading.linked(story, quick=True)
    of = corpus.readings
    comparisons = {(a, b): outline(of[a], of[b], found) for (a, b), found in links.items()}
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
        complain(astray(f"{article.outlet} ({article.path})"))
    return reading.tell_faults(story)
