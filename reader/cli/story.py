"""``reader matrix``, ``figures`` and ``quotes PATH…``: what the reports of a story say together."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Sequence
from itertools import combinations, starmap
from typing import TYPE_CHECKING, Any, TypeVar

from reader.cli.output import add_format, as_json, complain, show_tables, write_file
from reader.model import Link, Mark, Reading, Story, Synopsis, Telling

if TYPE_CHECKING:
    from reader.compare import Corpus
    from reader.notes.standing import Verdict
    from reader.render.tables import Table

Thing = TypeVar("Thing")

SOME_UNREAD = 2
SORTS = {"conflict": "conflict", "coverage": "coverage", "first": "first appearance"}


def reading_options(parser: ArgumentParser) -> None:
    """Declare the paths, how closely they are read, and whose corrections hold."""
    parser.add_argument(
        "paths",
        metavar="PATH",
        nargs="*",
        help="a story's folder, or the files of its articles; the sample story without any",
    )
    parser.add_argument(
        "--quick", action="store_true", help="link at first sight: sooner, with more misses"
    )
    parser.add_argument("--notes", metavar="FILE", help="the notes file with your corrections")
    parser.add_argument(
        "--machine", action="store_true", help="leave your corrections of links aside"
    )


def options(parser: ArgumentParser) -> None:
    """Declare the same, and the form of the answer."""
    reading_options(parser)
    add_format(parser, "text", "json", "markdown")


def matrix_options(parser: ArgumentParser) -> None:
    """Declare the same, and the order of the claims."""
    options(parser)
    parser.add_argument("--sort", choices=[*SORTS], default="conflict", help="the order of claims")


def matrix(arguments: Namespace) -> int:
    """Print the claims by outlet; return 1 where one is in conflict."""
    story, synopsis = read(arguments)
    by = SORTS[arguments.sort]
    if arguments.format == "json":
        from reader.render import synopses
        from reader.render.claims import arranged

        write_file(as_json(synopses.matrix(story, synopsis, arranged(synopsis.claims, by))))
    else:
        from reader.render import sheets

        claims = sheets.grid if arguments.format == "markdown" else sheets.matrix
        tables = (sheets.key(synopsis), claims(synopsis, by), sheets.only_here(synopsis))
        _print(story, tables, arguments.format)
    return status(story, any(claim.mark is Mark.CONFLICT for claim in synopsis.claims))


def figures(arguments: Namespace) -> int:
    """Print the figures by outlet; return 1 where two exclude each other."""
    story, synopsis = read(arguments)
    if arguments.format == "json":
        from reader.render import synopses

        write_file(as_json(synopses.figures(story, synopsis)))
    else:
        from reader.render import sheets

        table = sheets.figure_grid if arguments.format == "markdown" else sheets.figures
        _print(story, (table(synopsis),), arguments.format)
    return status(story, any(figure.contested for figure in synopsis.figures))


def quotes(arguments: Namespace) -> int:
    """Print the quotations by speaker; return 1 where one was altered."""
    story, synopsis = read(arguments)
    if arguments.format == "json":
        from reader.render import synopses

        write_file(as_json(synopses.quotes(story, synopsis)))
    else:
        from reader.render import sheets

        _print(story, (sheets.quotes(synopsis),), arguments.format)
    variants = (variant for row in synopsis.quotations for variant in row.variants)
    return status(story, any(variant.grade == "altered" for variant in variants))


def _print(story: Story, tables: Sequence[Table], form: str) -> None:
    if form == "markdown":
        from reader.render import markdown

        blocks = (f"## {table.title}\n\n{markdown.table(table)}" for table in tables if table.lines)
        write_file("\n\n".join((f"# {markdown.escape(story.name)}", *blocks)) + "\n")
    else:
        from reader.render import listing

        told: list[Any] = [listing.table(table) for table in tables if table.lines]
        spaced = [shown for table in told for shown in ("", table)][1:]
        show_tables(*(spaced or ["nothing to show"]))


def status(story: Story, differs: bool) -> int:
    """Say what could not be read; return 2 where something could not, 1 where something differs."""
    for fault in story.faults:
        complain(fault)
    return SOME_UNREAD if story.faults else int(differs)


def read(arguments: Namespace) -> tuple[Story, Synopsis]:
    """Read a story, compare all its pairs, and let the reporter's corrections hold."""
    from reader.compare import pair, synopsis
    from reader.compare.overrides import Correction, apply, broken
    from reader.library import open_story, sample_story
    from reader.settings import resource_folder

    paths = arguments.paths
    story = open_story(paths) if paths else sample_story(resource_folder("seeds"))
    corpus = _corpus(story, arguments.quick)
    said = {} if arguments.machine else _corrections(corpus.readings, arguments.notes)
    links: dict[tuple[int, int], Sequence[Link]] = {}
    apart: list[tuple[Telling, Telling]] = []
    pairs = list(combinations(range(len(corpus.readings)), 2))
    for a, b in _followed("comparing", pairs):
        corrections = list(starmap(Correction, said.get((a, b), ())))
        links[a, b] = apply(pair(corpus, a, b), corrections).links
        apart += [(Telling(a, i), Telling(b, j)) for i, j in broken(corrections)]
    return story, synopsis(corpus.readings, links, apart)


def _corpus(story: Story, quick: bool) -> Corpus:
    from reader.compare import Corpus, read_closely
    from reader.language import read
    from reader.settings import load_settings

    readings = [read(article) for article in _followed("reading", story.articles)]
    corpus = Corpus(readings, load_settings().threshold)
    if quick:
        return corpus
    close = _followed("reading closely", readings)
    return corpus.refined({k: read_closely(reading) for k, reading in enumerate(close)})


def _corrections(
    readings: Sequence[Reading], notes: str | None
) -> dict[tuple[int, int], tuple[Verdict, ...]]:
    from reader.notes.standing import verdicts
    from reader.notes.store import NoteStore
    from reader.settings import load_settings

    store = NoteStore(load_settings(notes=notes).notes)
    for fault in store.faults:
        complain(fault)
    return verdicts(store.overrides, readings)


def _followed(doing: str, things: Sequence[Thing]) -> Iterable[Thing]:
    """Show on a terminal, while it takes time, how many of the things are done."""
    if not sys.stderr.isatty():
        return things
    from rich.console import Console
    from rich.progress import track

    return track(things, doing, console=Console(stderr=True), transient=True)
