"""``reader notes import``: notes from other files."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from reader.cli.notes.opening import opened, told
from reader.cli.output import TROUBLE, complain, write
from reader.model import ReaderError, sanitise_line


def options(parser: ArgumentParser) -> None:
    """Declare the files."""
    parser.add_argument(
        "files",
        metavar="FILE",
        nargs="+",
        help="Reader's JSON or notes file, Hypothesis' JSON, Web Annotations; - is standard input",
    )


def run(arguments: Namespace) -> int:
    """Take in the notes of all files that can be read; 2 where something could not be."""
    from reader.notes.imports import join, notes_in

    store = opened(arguments, new=True)
    status = 0
    for file in arguments.files:
        name = sanitise_line(file)
        try:
            found = notes_in(_bytes(file))
        except ReaderError as error:
            complain(f"{name}: {error}")
            status = TROUBLE
            continue
        for fault in found.faults:
            complain(f"{name}: {fault}")
            status = TROUBLE
        came = join(store, found.notes)
        write(f"{name}: {came.added} new, {came.changed} changed, {came.same} here already\n")
    return max(status, told(store))


def _bytes(file: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        raise ReaderError(error.strerror or "cannot be read") from error
