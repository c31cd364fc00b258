"""From the start of the program to what it shows first: Reader against a bare Textual app."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

from tests.bench.line import Line, slower
from tests.terminal.screen import READER, Terminal

BARE = (sys.executable, str(Path(__file__).with_name("bare.py")))
ROUNDS = 9


def lines() -> list[Line]:
    """The seconds to the first paint of Reader and of the bare app, and to what Reader marks first.

    That is how much of each of the five sample reports only it tells. Medians, taken in turn.

    Both have been compiled, as what is installed is: the first round, which is not counted, does.
    """
    with tempfile.TemporaryDirectory() as home:
        env = {"HOME": home, "XDG_DATA_HOME": home, "XDG_CONFIG_HOME": home}
        env |= {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": f"{home}/compiled"}

        def all_three() -> tuple[float, float, float]:
            paint, marks = _until(READER, env, b"headline", b"%")
            return paint, marks, *_until(BARE, env, b"bare")

        all_three()
        paint, marks, bare = zip(*(all_three() for _ in range(ROUNDS)), strict=True)
    beside = "a bare Textual app", median(bare)
    return [
        slower("start to first paint of the library", median(paint), *beside),
        slower("start to first marks: the sample story read and linked", median(marks), *beside),
    ]


def _until(command: Sequence[str], env: Mapping[str, str], *shown: bytes) -> list[float]:
    """Return the seconds until the terminal has received each thing `shown`, one after another."""
    start = perf_counter()
    with Terminal(command, env) as terminal:
        return [_received(terminal, one) - start for one in shown]


def _received(terminal: Terminal, shown: bytes) -> float:
    terminal.wait_until(lambda: shown in terminal.written, repr(shown))
    return perf_counter()
