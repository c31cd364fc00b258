"""A notes file of 5,000 notes and 5 MB: opened, and saved with one note changed.

`python -m tests.bench.notes` prints medians beside what one would compare them with, measured in
turn in one run.
"""

from __future__ import annotations

import os
import tempfile
import tomllib
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from time import perf_counter

from reader.model import Note, Relation, Span
from reader.notes.anchors import anchor
from reader.notes.store import NoteStore
from reader.notes.toml import HEAD, entry, render
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


def measure() -> tuple[int, dict[str, float]]:
    """Return the bytes of the file, and the seconds for each thing done with it."""
    with tempfile.TemporaryDirectory() as folder:
        path, plain = Path(folder) / "notes.toml", Path(folder) / "plain"
        data = render(HEAD, [entry(note) for note in notes(NOTES)])
        path.write_bytes(data)
        store = NoteStore(path)
        number = iter(range(NOTES))

        def save() -> None:
            note = store.notes[next(number)]
            store.put(replace(note, text=note.text + " Asked."))

        def write() -> None:
            with plain.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())

        rivals: dict[str, Callable[[], object]] = {
            "open": lambda: NoteStore(path),
            "tomllib": lambda: tomllib.loads(data.decode()),
            "save": save,
            "write": write,
        }
        times = [{name: _seconds(rival) for name, rival in rivals.items()} for _ in range(ROUNDS)]
        return len(data), {name: median(each[name] for each in times) for name in rivals}


def _seconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def main() -> None:
    size, times = measure()
    print(f"{NOTES} notes, {size / 1e6:.1f} MB")
    for ours, rival, what in (
        ("open", "tomllib", "tomllib alone"),
        ("save", "write", "writing and syncing the same bytes"),
    ):
        print(
            f"{ours}: {times[ours] * 1000:.0f} ms; {what}: {times[rival] * 1000:.0f} ms; "
            f"ratio {times[ours] / times[rival]:.2f}"
        )


if __name__ == "__main__":
    main()
