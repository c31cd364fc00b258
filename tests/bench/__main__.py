"""``python -m tests.bench``: how fast Reader is, beside what one would compare it with.

Prints two tables: what things take, and how a story's cost grows with its reports, for stories of
`--sizes`. `--plot FILE` draws the second as SVG; `--only NAME` prints the lines of one module.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from tests.bench import growth, notes, pairing, panes, start
from tests.bench.line import Line

MEASURES: dict[str, Callable[[], list[Line]]] = {
    "start": start.lines,
    "panes": panes.lines,
    "pairing": pairing.lines,
    "notes": notes.lines,
}
HEAD = Line("", "Reader", "beside it", "ratio")
GROWTH = ("reports", "pairs", "read", "aligned", "linked", "again", "processor", "memory")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=[*MEASURES, "growth"])
    parser.add_argument("--sizes", type=int, nargs="+", default=growth.SIZES)
    parser.add_argument("--plot", type=Path)
    arguments = parser.parse_args()
    chosen = [name for name in MEASURES if arguments.only in (None, name)]
    if chosen:
        _print(HEAD)
        _print(["---"] * len(HEAD))
    for name in chosen:
        for line in MEASURES[name]():
            _print(line)
    if arguments.only not in (None, "growth"):
        return
    print()
    _print(GROWTH)
    _print(["---:"] * len(GROWTH))
    costs = []
    for cost in growth.measure(arguments.sizes):
        costs.append(cost)
        times = (cost.read, cost.aligned, cost.linked, cost.again, cost.processor)
        seconds = (f"{value:.1f} s" for value in times)
        _print((str(cost.reports), str(cost.pairs), *seconds, f"{cost.memory:.0f} MB"))
    if arguments.plot:
        arguments.plot.write_text(growth.plot(costs), encoding="utf-8")


def _print(cells: tuple[str, ...] | list[str]) -> None:
    print("| " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    main()
