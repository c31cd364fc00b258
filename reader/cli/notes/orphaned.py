"""``reader notes orphans`` and ``attach``: notes whose passages are gone, put back."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from reader.cli.notes.opening import note_of, opened, told
from reader.cli.notes.writing import passage
from reader.cli.output import add_format, write, write_file
from reader.cli.reading import article, articles
from reader.model import Note, ReaderError, Reading
from reader.notes.orphans import Orphan, attached, orphans
from reader.writing.json import as_json


def options(parser: ArgumentParser) -> None:
    """Declare the articles, and the form of the answer."""
    parser.add_argument(
        "paths", metavar="PATH", nargs="+", help="a story's folder, or the files of its articles"
    )
    add_format(parser, "text", "json")


def run(arguments: Namespace) -> int:
    """Print each passage that is gone, with its words and what is most like it now."""
    from reader.language import read

    store = opened(arguments)
    readings = [read(article) for article in articles(arguments.paths)]
    found = orphans(store.notes, readings)
    if arguments.format == "json":
        lost = [_described(orphan, readings) for orphan in found]
        write_file(as_json({"schema": "reader.orphans/1", "orphans": lost}))
    else:
        for orphan in found:
            write(_lines(orphan, readings))
    return told(store)


def _described(orphan: Orphan, readings: Sequence[Reading]) -> dict[str, Any]:
    article = readings[orphan.article].article
    return {
        "note": orphan.note.id,
        "passage": orphan.number + 1,
        "quotation": orphan.passage.exact,
        "article": article.path,
        "outlet": article.outlet,
        "guess": orphan.guess.of(article.text) if orphan.guess else None,
    }


def _lines(orphan: Orphan, readings: Sequence[Reading]) -> str:
    told = _described(orphan, readings)
    guess = " ".join((told["guess"] or "nothing like it").split())
    return (
        f"{told['note']}  passage {told['passage']}  {told['outlet']}  {told['article']}\n"
        f"    was   {' '.join(told['quotation'].split())}\n"
        f"    now?  {guess}\n\n"
    )


def attaching(parser: ArgumentParser) -> None:
    """Declare the note, which of its passages, and where it is now."""
    parser.add_argument("id", metavar="ID", help="the note")
    parser.add_argument("article", metavar="FILE", help="the article that the passage is in")
    parser.add_argument(
        "--passage", type=int, metavar="NUMBER", help="which of its passages, if it has several"
    )
    parser.add_argument(
        "--quote", metavar="WORDS", help="the passage's words now; without, what orphans shows"
    )


def attach(arguments: Namespace) -> int:
    """Put a passage where the reporter says it is, or where it may have gone."""
    store = opened(arguments)
    note = note_of(store, arguments.id)
    number = _number(note, arguments.passage)
    if arguments.quote:
        new = passage(arguments.article, arguments.quote)
    else:
        from reader.language import read
        from reader.notes.anchors import anchor, guess

        reading = read(article(arguments.article))
        span = guess(note.passages[number], reading)
        if span is None:
            raise ReaderError(f"nothing in {arguments.article} is like it: say --quote")
        new = anchor(reading, span)
    store.put(attached(note, number, new, datetime.now(UTC).replace(microsecond=0)))
    write(f"{note.id}  passage {number + 1}  {' '.join(new.exact.split())}\n")
    return told(store)


def _number(note: Note, asked: int | None) -> int:
    count = len(note.passages)
    if asked is None and count == 1:
        return 0
    if asked is None or not 1 <= asked <= count:
        raise ReaderError(f"note {note.id} has {count} passages: say which by --passage")
    return asked - 1
