"""``reader raw PATH``: prints or opens what an article came in."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from reader.cli.output import write, write_bytes
from reader.model import ReaderError, sanitise, sanitise_line


def options(parser: ArgumentParser) -> None:
    """Declare the article, and what is to become of its original."""
    parser.add_argument(
        "path", metavar="PATH", help="the folder of an article in a story, or of one version"
    )
    how = parser.add_mutually_exclusive_group()
    how.add_argument(
        "--open", action="store_true", help="open it with the program that the system has for it"
    )
    how.add_argument("--came", action="store_true", help="print where it came from, and when")


def run(arguments: Namespace) -> int:
    """Print an article as it came: byte for byte into a pipe, made harmless on a terminal."""
    from reader.library.record import EVIDENCE
    from reader.library.versions import original

    path = original(Path(arguments.path))
    if arguments.open:
        _open(path)
        return 0
    wanted = path.with_name(EVIDENCE) if arguments.came else path
    try:
        data = wanted.read_bytes()
    except FileNotFoundError as error:
        shown = sanitise_line(str(path))
        raise ReaderError(f"{shown} was put there by hand; how it came is not known") from error
    except OSError as error:
        shown = sanitise_line(str(path))
        raise ReaderError(f"cannot read {shown}: {error.strerror}") from error
    if not sys.stdout.isatty():
        write_bytes(data)
    elif b"\0" in data:
        raise ReaderError(f"{sanitise_line(str(path))} is no text; --open opens it")
    else:
        write(sanitise(data.decode("utf-8", "replace")))
    return 0


def _open(path: Path) -> None:
    import webbrowser

    if not webbrowser.open(path.resolve().as_uri()):
        raise ReaderError(f"nothing here opens {sanitise_line(str(path))}")
