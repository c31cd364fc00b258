"""``reader notes orphans`` and ``attach``: notes whose passages are gone, put back."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from reader.cli.notes.opening import note_of, opened, told
from reader.cli.notes.writing import passage
from reader.cli.output import add_format, complain, write, write_file
from reader.cli.reading import article, articles
from reader.model import Article, Note, ReaderError, Reading
from reader.writing.json import as_json

if TYPE_CHECKING:
    from reader.notes.orphans import Moved, Orphan


def options(parser: ArgumentParser) -> None:
    """Declare the articles, and the form of the answer."""
    parser.add_argument(
        "paths", metavar="PATH", nargs="+", help="a story's folder, or the files of its articles"
    )
    parser.add_argument(
        "--moved",
        action="store_true",
        help="print also those found again elsewhere or in other words, and how surely",
    )
    add_format(parser, "text", "json")


def run(arguments: Namespace) -> int:
    """Print each passage that is gone, or that moved, with its words then and now."""
    from reader.language import read
    from reader.notes.orphans import moved, orphans

    store = opened(arguments)
    readings = [read(article) for article in articles(arguments.paths)]
    gone = [_gone(orphan, readings) for orphan in orphans(store.notes, readings)]
    found = [_found(one, readings) for one in moved(store.notes, readings)]
    if arguments.format == "json":
        known = {"orphans": gone, **({"moved": found} if arguments.moved else {})}
        write_file(as_json({"schema": "reader.orphans/1", **known}))
    else:
        write("".join(map(_lines, [*gone, *(found if arguments.moved else ())])))
        if found and not arguments.moved:
            complain(f"{len(found)} moved or reworded, and found again: --moved prints them")
    return told(store)


def _gone(orphan: Orphan, readings: Sequence[Reading]) -> dict[str, Any]:
    article, guess = readings[orphan.article].article, orphan.guess
    return {
        **_then(orphan, article),
        "guess": guess.span.of(article.text) if guess else None,
        "fit": round(guess.score, 2) if guess else None,
    }


def _found(one: Moved, readings: Sequence[Reading]) -> dict[str, Any]:
    article, found = readings[one.standing.article].article, one.standing.found
    return {
        **_then(one, article),
        "now": found.span.of(article.text),
        "fit": round(found.score, 2),
        "found": found.told,
    }


def _then(one: Orphan | Moved, article: Article) -> dict[str, Any]:
    return {
        "note": one.note.id,
        "passage": one.number + 1,
        "quotation": one.passage.exact,
        "article": article.path,
        "outlet": article.outlet,
    }


def _lines(told: dict[str, Any]) -> str:
    """Lay out what `_gone` or `_found` says of a passage."""
    from reader.render.claims import line

    where = f"{told['note']}  passage {told['passage']}  {told['outlet']}  {told['article']}"
    if "now" in told:
        how, now = told["found"], f"now   {line(told['now'])}"
    elif told["guess"]:
        how, now = f"gone, the guess fits {told['fit']:.0%}", f"now?  {line(told['guess'])}"
    else:
        how, now = "gone", "now?  nothing like it"
    return f"{where}  {how}\n    was   {line(told['quotation'])}\n    {now}\n\n"


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
    from reader.notes.orphans import attached

    store = opened(arguments)
    note = note_of(store, arguments.id)
    number = _number(note, arguments.passage)
    if arguments.quote:
        new = passage(arguments.article, arguments.quote)
    else:
        from reader.language import read
        from reader.notes.anchors import anchor, guess

        reading = read(article(arguments.article))
        found = guess(note.passages[number], reading)
        if found is None:
            raise ReaderError(f"nothing in {arguments.article} is like it: say --quote")
        new = anchor(reading, found.span)
    store.put(attached(note, number, new, datetime.now(UTC).replace(microsecond=0)))
    write(f"{note.id}  passage {number + 1}  {' '.join(new.exact.split())}\n")
    return told(store)


def _number(note: Note, asked: int | None) -> int:
    count = len(note.passages)
    if asked is None and count == 1:
        return 0
    if asked is None or not 1 <= asked <= count:
        raise ReaderError(f"--passage takes 1 to {count}, the number of passages of note {note.id}")
    return asked - 1
