"""Standard output and standard error: in which form, in which encoding, and when they fail."""

from __future__ import annotations

import io
import os
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from reader.model import ReaderError, sanitise_line

if TYPE_CHECKING:
    from rich.console import RenderableType

    from reader.render.tables import Table

Thing = TypeVar("Thing")

TROUBLE = 2
"""The exit status, as diff's, where something could not be done or not be read."""
UNFOLDED = 1000
# What is wrong stands at the end of a line, which file it is about at the beginning.
_HEAD = 500
_TAIL = 300


def add_format(parser: ArgumentParser, *formats: str) -> None:
    """Let the command print in any of `formats`, the first unless asked for."""
    parser.add_argument(
        "--format",
        choices=formats,
        default=formats[0],
        help=f"how to print it; {formats[0]} without",
    )


def prepare() -> None:
    """Let no text stop the program, and no stream that whoever started it has closed.

    What the encoding of a stream lacks is replaced. A stream that is closed would not only be
    missing: the next file opened would get its number, and be taken for it by other programs.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode, encoding="utf-8"))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def complain(message: str) -> None:
    """Say on standard error, in one line of a length that can be read, what went wrong."""
    line = sanitise_line(message)
    if len(line) > _HEAD + _TAIL:
        line = f"{line[:_HEAD]} … {line[-_TAIL:]}"
    sys.stderr.write(f"reader: {line}\n")


def write(text: str) -> None:
    """Write `text` to standard output and see that it arrives.

    Raises BrokenPipeError when nobody reads any more, ReaderError when it cannot be written.
    """
    with _arriving():
        sys.stdout.write(text)
        sys.stdout.flush()


def write_file(text: str) -> None:
    """Write `text`, made for another program, in UTF-8 whatever the locale."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    write(text)


def write_bytes(data: bytes) -> None:
    """Write `data` to standard output as it is. Raises what `write` does."""
    with _arriving():
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def write_table(table: Table, form: str) -> None:
    """Write `table` as text, as Markdown, or as a JSON object a line."""
    if form == "markdown":
        from reader.render import markdown

        write_file(markdown.table(table) + "\n")
    elif form == "json":
        from reader.writing.json import as_json

        name = table.title.lower()
        lines = [dict(zip(table.heads, line, strict=True)) for line in table.lines]
        write_file(as_json({"schema": f"reader.{name}/1", name: lines}))
    else:
        from reader.render import listing

        show_tables(listing.table(table))


def show(*shown: RenderableType, width: int | None = None) -> None:
    """Write what rich draws: with colour on a terminal that has it, plain into a pipe.

    Raises what `write` does.
    """
    from rich.console import Console

    console = Console(file=sys.stdout, width=width, highlight=False)
    # Captured, for rich has its own way with a pipe that nobody reads: it ends the program.
    with _arriving(), console.capture() as capture:
        console.print(*shown, sep="\n")
    write(capture.get())


def show_tables(*tables: RenderableType) -> None:
    """Write tables, folded to the terminal's width; in a pipe every line stays whole."""
    whole = not sys.stdout.isatty() and "COLUMNS" not in os.environ
    show(*tables, width=UNFOLDED if whole else None)


@contextmanager
def progress() -> Iterator[Callable[[str, int, int], None]]:
    """Show on standard error how far the work is, if someone can see it there; made for `with`."""
    if not sys.stderr.isatty():
        yield lambda *_: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("")

        def report(what: str, done: int, total: int) -> None:
            bar.update(task, description=what, completed=done, total=total)

        yield report


def followed(doing: str, things: Sequence[Thing]) -> Iterator[Thing]:
    """Yield the things, and show as `progress` does how many of them are done."""
    with progress() as report:
        for done, thing in enumerate(things):
            report(doing, done, len(things))
            yield thing


def terminal_width() -> int:
    """Return the cells of a line: the terminal's, $COLUMNS, or 80."""
    from rich.console import Console

    return Console(file=sys.stdout).width


@contextmanager
def _arriving() -> Iterator[None]:
    """Turn a failure of standard output into BrokenPipeError or ReaderError, and close it."""
    try:
        yield
    except OSError as error:
        # What is left in the buffer would fail once more when the interpreter closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            raise
        raise ReaderError(f"standard output: {error.strerror}") from error
