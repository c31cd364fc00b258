"""From the start of the program to its first painted screen: Reader against a bare Textual app."""

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
    """The seconds to the first paint of Reader and of the bare app: medians, in turn.

    Both have been compiled, as what is installed is: the first round, which is not counted, does.
    """
    with tempfile.TemporaryDirectory() as home:
        env = {"HOME": home, "XDG_DATA_HOME": home, "XDG_CONFIG_HOME": home}
        env |= {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": f"{home}/compiled"}

        def both() -> tuple[float, float]:
            return _first_paint(READER, env, b"headline"), _first_paint(BARE, env, b"bare")

        both()
        ours, bare = zip(*(both() for _ in range(ROUNDS)), strict=True)
    what = "start to first paint of the library"
    return [slower(what, median(ours), "a bare Textual app", median(bare))]


def _first_paint(command: Sequence[str], env: Mapping[str, str], shown: bytes) -> float:
    """Return the seconds until the terminal has received a screen with `shown` on it."""
    start = perf_counter()
    with Terminal(command, env) as terminal:
        terminal.wait_until(lambda: shown in terminal.written, "first paint")
        return perf_counter() - start
