"""``reader matrix``, ``figures`` and ``quotes PATH…``: what the reports of a story say together."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from reader.cli import reading
from reader.cli.notes.opening import corrections
from reader.cli.output import add_format, show_tables, write_file
from reader.model import Mark, Story, Synopsis
from reader.writing.json import as_json

if TYPE_CHECKING:
    from reader.render.tables import Table

SORTS = {"conflict": "conflict", "coverage": "coverage", "first": "first appearance"}


def options(parser: ArgumentParser) -> None:
    """Declare the same, and the form of the answer."""
    reading.options(parser)
    add_format(parser, "text", "json", "markdown")


def matrix_options(parser: ArgumentParser) -> None:
    """Declare the same, and the order of the claims."""
    options(parser)
    parser.add_argument(
        "--sort", choices=[*SORTS], default="conflict", help="the order of claims; conflict without"
    )


def matrix(arguments: Namespace) -> int:
    """Print the claims by outlet; return 1 where one is in conflict."""
    story, synopsis = _read(arguments)
    by = SORTS[arguments.sort]
    if arguments.format == "json":
        from reader.render import synopses
        from reader.render.claims import arranged

        write_file(as_json(synopses.matrix(story, synopsis, arranged(synopsis.claims, by))))
    else:
        from reader.render import sheets

        claims = sheets.grid if arguments.format == "markdown" else sheets.matrix
        named = _names(synopsis, arguments.format)
        only_here = sheets.only_here(synopsis, named)
        tables = (sheets.key(synopsis), claims(synopsis, by, named), only_here)
        _print(story, tables, arguments.format)
    return _status(story, any(claim.mark is Mark.CONFLICT for claim in synopsis.claims))


def figures(arguments: Namespace) -> int:
    """Print the figures by outlet; return 1 where two exclude each other."""
    story, synopsis = _read(arguments)
    if arguments.format == "json":
        from reader.render import synopses

        write_file(as_json(synopses.figures(story, synopsis)))
    else:
        from reader.render import sheets

        table = sheets.figure_grid if arguments.format == "markdown" else sheets.figures
        _print(story, (table(synopsis, _names(synopsis, arguments.format)),), arguments.format)
    return _status(story, any(figure.contested for figure in synopsis.figures))


def quotes(arguments: Namespace) -> int:
    """Print the quotations by speaker; return 1 where one was altered."""
    story, synopsis = _read(arguments)
    if arguments.format == "json":
        from reader.render import synopses

        write_file(as_json(synopses.quotes(story, synopsis)))
    else:
        from reader.render import sheets

        table = sheets.quotes(synopsis, _names(synopsis, arguments.format))
        _print(story, (table,), arguments.format)
    variants = (variant for row in synopsis.quotations for variant in row.variants)
    return _status(story, any(variant.grade == "altered" for variant in variants))


def _names(synopsis: Synopsis, form: str) -> tuple[str, ...]:
    """What the tables call the articles; a document has room for more than a terminal has."""
    from reader.render.called import called
    from reader.render.outlets import names

    articles = [reading.article for reading in synopsis.readings]
    return names(articles) if form == "markdown" else called(articles)


def _print(story: Story, tables: Sequence[Table], form: str) -> None:
    if form == "markdown":
        from reader.render import markdown
        from reader.writing.markdown import inline

        blocks = (f"## {table.title}\n\n{markdown.table(table)}" for table in tables if table.lines)
        write_file("\n\n".join((f"# {inline(story.name)}", *blocks)) + "\n")
    else:
        from reader.render import listing

        told: list[Any] = [listing.table(table) for table in tables if table.lines]
        spaced = [shown for table in told for shown in ("", table)][1:]
        show_tables(*(spaced or ["nothing to show"]))


def _read(arguments: Namespace) -> tuple[Story, Synopsis]:
    story = reading.story(arguments.paths)
    overrides = corrections(arguments)
    return story, reading.synopsis(story, overrides, quick=arguments.quick)


def _status(story: Story, differs: bool) -> int:
    """Say what could not be read; return 2 where something could not, 1 where something differs."""
    return reading.tell_faults(story) or int(differs)
