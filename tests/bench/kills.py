"""Two processes write notes to one file and are killed, again and again.

`python -m tests.bench.kills [--rounds N] [--seed N]` prints how many notes were acknowledged, and
fails at the first that is lost and at the first file that does not parse.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import tomllib
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from time import perf_counter

from reader.model import Note
from reader.notes.store import NoteStore

ROOT = Path(__file__).parents[2]
WRITERS = ("a", "b")
OWN_NOTES = 8


def write(path: Path, writer: str, count: int) -> None:
    """Write notes until killed, and acknowledge each with a line when the store has it.

    Each writer has notes of its own, which it edits in turn, and one that both edit.
    """
    store = NoteStore(path)
    while True:
        count += 1
        name = "both" if count % 5 == 0 else f"{writer}{count % OWN_NOTES}"
        now = datetime.now(UTC)
        was = store.get(name) or Note(name, now, now, ())
        store.put(replace(was, updated=now, text=f"{writer} {count}"))
        print(name, count, flush=True)


@dataclass
class Killing:
    """A notes file, and the last that was acknowledged of each note of one writer's own.

    `amid` counts the rounds in which a writer was killed between opening and renaming.
    """

    path: Path
    random: Random
    acknowledged: int = 0
    last: dict[str, int] = field(default_factory=dict)
    count: int = 0
    amid: int = 0

    def round(self) -> None:
        """Start two writers, kill both somewhere in their writing, and look what is left."""
        command = [sys.executable, "-m", "tests.bench.kills", "--write", str(self.path)]
        writers = [
            subprocess.Popen([*command, writer, str(self.count)], cwd=ROOT, stdout=subprocess.PIPE)
            for writer in WRITERS
        ]
        first = self.random.choice(writers)
        assert first.stdout is not None
        seen = [first.stdout.readline() for _ in range(self.random.randint(1, 10))]
        for process in writers:
            os.kill(process.pid, signal.SIGKILL)
        for process in writers:
            assert process.stdout is not None
            rest = process.stdout.read().split(b"\n")[:-1]
            process.wait()
            process.stdout.close()
            for line in (*(seen if process is first else ()), *rest):
                name, count = line.decode().split()
                self.acknowledged += 1
                self.count = max(self.count, int(count))
                if name != "both":
                    self.last[name] = int(count)
        self.amid += any(self.path.parent.glob(".*.tmp"))
        self.check()

    def check(self) -> None:
        """Hold the file to what was acknowledged. Raises AssertionError."""
        held = {note["id"]: note["text"] for note in tomllib.loads(self.path.read_text())["note"]}
        for name, count in self.last.items():
            assert name in held, f"{name} is lost"
            assert int(held[name].split()[1]) >= count, f"{name} {count} is lost: {held[name]}"


def run(rounds: int, seed: int, folder: Path) -> Killing:
    """Kill so many times. Raises AssertionError at the first loss."""
    killing = Killing(folder / "notes.toml", Random(seed))
    for _ in range(rounds):
        killing.round()
    return killing


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", nargs=3, metavar=("PATH", "WRITER", "COUNT"))
    options = parser.parse_args()
    if options.write:
        path, writer, count = options.write
        write(Path(path), writer, int(count))
    with tempfile.TemporaryDirectory() as folder:
        start = perf_counter()
        killing = run(options.rounds, options.seed, Path(folder))
    seconds = perf_counter() - start
    print(
        f"{options.rounds} rounds of {len(WRITERS)} kills in {seconds:.0f} s: "
        f"{killing.acknowledged} writings acknowledged, none lost, the file always parses; "
        f"{killing.amid} rounds left a half-written temporary file, for the next to sweep away"
    )


if __name__ == "__main__":
    main()
