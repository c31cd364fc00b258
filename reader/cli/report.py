"""``reader report PATH…``: a whole story with the notes on it, to print or to pass on."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from reader.cli import reading
from reader.cli.notes.opening import opened, told
from reader.cli.output import add_format, write_file
from reader.disk import check_new, write_new


def options(parser: ArgumentParser) -> None:
    """Declare the story, the form, and where to write."""
    reading.options(parser)
    add_format(parser, "markdown", "html")
    parser.add_argument("--output", metavar="FILE", help="write FILE; - prints it")
    parser.add_argument(
        "--replace", action="store_true", help="write over FILE if it is there already"
    )


def run(arguments: Namespace) -> int:
    """Write the report; return 2 where an article or a note could not be read, otherwise 0."""
    from reader.notes.exports.plain import Plain
    from reader.notes.filter import about
    from reader.render.report import report
    from reader.writing.page import html, page

    to = None if arguments.output in (None, "-") else Path(arguments.output)
    if to:
        # Said before the story is compared, which takes its time.
        check_new(to, replace=arguments.replace)
    store = opened(arguments)
    story = reading.story(arguments.paths)
    overrides = () if arguments.machine else store.overrides
    synopsis = reading.synopsis(story, overrides, quick=arguments.quick)
    # The notes stand in a section of their own, so their headings are of the third level.
    notes = [f"#{Plain().section(note)}" for note in about(store.notes, story.articles)]
    text = report(story, synopsis, notes)
    if arguments.format == "html":
        text = page(story.name, html(text))
    if to:
        write_new(to, text, replace=arguments.replace)
    else:
        write_file(text)
    return max(reading.tell_faults(story), told(store))
