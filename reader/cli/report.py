"""``reader report PATH…``: a whole story with the notes on it, to print or to pass on."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from reader.cli import story
from reader.cli.output import add_format, write_file
from reader.disk import write_new
from reader.model import Article


def options(parser: ArgumentParser) -> None:
    """Declare the story, the form, and where to write."""
    story.reading_options(parser)
    add_format(parser, "markdown", "html")
    parser.add_argument("--output", metavar="FILE", help="write FILE instead of printing")
    parser.add_argument(
        "--replace", action="store_true", help="write over FILE if it is there already"
    )


def run(arguments: Namespace) -> int:
    """Write the report; return 2 where an article could not be read, otherwise 0."""
    from reader.render.report import report
    from reader.writing.page import html, page

    told, synopsis = story.read(arguments)
    text = report(told, synopsis, _notes(told.articles, arguments.notes))
    if arguments.format == "html":
        text = page(told.name, html(text))
    if arguments.output:
        write_new(Path(arguments.output), text, replace=arguments.replace)
    else:
        write_file(text)
    return story.status(told, differs=False)


def _notes(articles: Sequence[Article], file: str | None) -> list[str]:
    """Return the notes on these articles as sections of the third level."""
    from reader.notes.exports.plain import Plain
    from reader.notes.filter import about
    from reader.notes.store import NoteStore
    from reader.settings import load_settings

    notes = about(NoteStore(load_settings(notes=file).notes).notes, articles)
    return [f"#{Plain().section(note)}" for note in notes]
