"""``reader versions``, ``raw`` and ``edit``: what became of an article, and what it came from."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from reader.cli.output import add_format, write, write_bytes, write_table
from reader.model import ReaderError, sanitise, sanitise_line


def _one(parser: ArgumentParser) -> None:
    parser.add_argument(
        "path", metavar="PATH", help="the folder of an article in a story, or of one version"
    )


def options(parser: ArgumentParser) -> None:
    """Declare the article, and whether its changes are wanted in full."""
    _one(parser)
    parser.add_argument("--diff", action="store_true", help="print what changed, line by line")
    add_format(parser, "text", "json", "markdown")


def run(arguments: Namespace) -> int:
    """Print the versions of an article, or how each differs from the one before."""
    from reader.library.versions import versions
    from reader.render.dates import local
    from reader.render.shares import words
    from reader.render.tables import Table

    known = versions(Path(arguments.path))
    if arguments.diff:
        write("".join(version.changes for version in known))
        return 0
    heads = ("version", "since", "came", "words", "lines gone", "lines new", "where")
    lines = tuple(
        (
            version.folder.name,
            local(version.added),
            "from outside" if version.original else "by hand",
            str(words(version.article.text)),
            _lines(version.changes, "-"),
            _lines(version.changes, "+"),
            sanitise_line(str(version.folder)),
        )
        for version in known
    )
    write_table(Table("Versions", heads, lines), arguments.format)
    return 0


def _lines(changes: str, sign: str) -> str:
    """Count the lines of a diff that begin with `sign`, less its head; "" for no diff."""
    return str(sum(line.startswith(sign) for line in changes.split("\n")) - 1) if changes else ""


def raw_options(parser: ArgumentParser) -> None:
    """Declare the article, and what is to become of its original."""
    _one(parser)
    how = parser.add_mutually_exclusive_group()
    how.add_argument(
        "--open", action="store_true", help="open it with the program that the system has for it"
    )
    how.add_argument("--came", action="store_true", help="print where it came from, and when")


def raw(arguments: Namespace) -> int:
    """Print an article as it came: byte for byte into a pipe, made harmless on a terminal."""
    from reader.library.record import EVIDENCE
    from reader.library.versions import original

    path = original(Path(arguments.path))
    if arguments.open:
        _open(path)
        return 0
    try:
        data = (path.with_name(EVIDENCE) if arguments.came else path).read_bytes()
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


def edit_options(parser: ArgumentParser) -> None:
    """Declare the article."""
    parser.add_argument(
        "path", metavar="PATH", help="an article in a story: its folder, or its file"
    )


def edit(arguments: Namespace) -> int:
    """Have the text corrected in the reporter's editor, and keep it as a new version."""
    from reader.editor import edited
    from reader.library import open_story
    from reader.library.versions import correct
    from reader.settings import load_settings

    (article, *others) = open_story([arguments.path]).articles
    if others:
        raise ReaderError(f"{sanitise_line(arguments.path)} is a story; name one article of it")
    text = edited(load_settings().editor, article.text, "article.txt")
    version = correct(Path(arguments.path), text)
    where = f"version {version.name}: {version}" if version else "nothing changed"
    write(f"{sanitise_line(where)}\n")
    return 0
