"""A notes file of 5,000 notes and 5 MB: opened, read, and saved with one note changed.

Beside it stands the writing of the same bytes, forced to the disk; all are measured in turn.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from time import perf_counter

from reader.model import Note, Relation, Span
from reader.notes.anchors import anchor
from reader.notes.entries import entry
from reader.notes.store import NoteStore
from reader.notes.toml import HEAD, render
from tests.bench.line import Line, slower
from tests.gold.edits import draft, reading

SEEDS = Path(__file__).parents[2] / "seeds"
NOTES = 5000
ROUNDS = 9
NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def notes(count: int) -> list[Note]:
    """Notes on pairs of sentences of the sample story, a kilobyte each."""
    articles = [reading(draft(path))[0] for path in sorted(SEEDS.iterdir())]
    spots = [(each, sentence) for each in articles for sentence in each.sentences]
    passages = [anchor(each, Span(*_ends(each, sentence.index))) for each, sentence in spots]
    return [
        Note(
            id=f"n{number:07x}",
            created=NOON,
            updated=NOON + timedelta(minutes=number),
            passages=(one, other),
            text=f"{number}: ask again, “{one.exact[:80]}” is not what the other says.",
            relation=Relation.CONFLICT,
            tags=("arms",),
        )
        for number, one, other in islice(
            zip(range(count), cycle(passages), cycle(passages[7:]), strict=False), count
        )
    ]


def _ends(article: object, index: int) -> tuple[int, int]:
    sentence = article.sentences[index]
    return sentence.span.start, min(sentence.span.end, sentence.span.start + 120)


def lines() -> list[Line]:
    """Open the file, make sense of every note too, and save one note: medians, in turn."""
    with tempfile.TemporaryDirectory() as folder:
        path, plain = Path(folder) / "notes.toml", Path(folder) / "plain"
        data = render(HEAD, [entry(note) for note in notes(NOTES)])
        path.write_bytes(data)
        store = NoteStore(path)
        number = iter(range(NOTES))

        def save() -> None:
            note = store.get(f"n{next(number):07x}")
            assert note is not None
            store.put(replace(note, text=note.text + " Asked."))

        def write() -> None:
            with plain.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())

        works = (lambda: NoteStore(path), lambda: NoteStore(path).notes, save, write)
        rounds = [[_seconds(work) for work in works] for _ in range(ROUNDS)]
    opened, read, saved, written = (median(times) for times in zip(*rounds, strict=True))
    what = f"{NOTES:,} notes in a file of {len(data) / 1e6:.1f} MB"
    beside = "writing the same bytes to the disk"
    return [
        slower(f"{what}, opened", opened, beside, written),
        slower(f"{what}, opened and all read", read, beside, written),
        slower(f"{what}, one of them saved", saved, beside, written),
    ]


def _seconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start
