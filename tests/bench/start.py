"""From the start of the program to its first painted screen: Reader against a bare Textual app."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

from tests.terminal.screen import READER, Terminal

BARE = (sys.executable, str(Path(__file__).with_name("bare.py")))
ROUNDS = 9
HOME = b"\x1b[1;1H"
"""How Textual begins to paint: the cursor goes to the first cell."""


def measure() -> tuple[float, float]:
    """Return the seconds to the first paint of Reader and of the bare app: medians, in turn."""
    with tempfile.TemporaryDirectory() as home:
        env = {"HOME": home, "XDG_DATA_HOME": home, "XDG_CONFIG_HOME": home}
        _first_paint(READER, env), _first_paint(BARE, env)
        times = [(_first_paint(READER, env), _first_paint(BARE, env)) for _ in range(ROUNDS)]
    ours, bare = zip(*times, strict=True)
    return median(ours), median(bare)


def _first_paint(command: Sequence[str], env: Mapping[str, str]) -> float:
    start = perf_counter()
    with Terminal(command, env) as terminal:
        terminal.wait_until(lambda: HOME in terminal.written, "first paint")
        return perf_counter() - start
