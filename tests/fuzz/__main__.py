"""Looks for payloads that get through: ``python -m tests.fuzz --minutes N``."""

from __future__ import annotations

import tempfile
from argparse import ArgumentParser
from collections.abc import Callable
from itertools import cycle
from pathlib import Path
from time import monotonic

from hypothesis import given, settings

from tests.fuzz.doors import DOORS, QUICK
from tests.fuzz.payloads import payloads


def attack(door: Callable[[str, Path], None]) -> int:
    """Try some payloads at a door, and return how many; hypothesis shows the one that got in."""
    tried = 0

    @settings(max_examples=50 if door in QUICK else 5, deadline=None, database=None)
    @given(payload=payloads)
    def attempt(payload: str) -> None:
        nonlocal tried
        tried += 1
        with tempfile.TemporaryDirectory() as folder:
            door(payload, Path(folder))

    attempt()
    return tried


def main() -> None:
    parser = ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=1.0, help="how long; 1 without")
    parser.add_argument("--door", choices=[door.__name__ for door in DOORS], help="only this one")
    arguments = parser.parse_args()
    until = monotonic() + 60 * arguments.minutes
    tried = 0
    for door in cycle(door for door in DOORS if arguments.door in (None, door.__name__)):
        if monotonic() > until:
            break
        tried += attack(door)
    print(f"{tried} payloads tried, none got through")


if __name__ == "__main__":
    main()
