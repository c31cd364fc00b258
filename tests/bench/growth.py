"""How the cost of a story grows with its reports: `python -m tests.bench.growth N` measures one.

Each story is read and all its pairs are linked by a program of its own, from nothing, and then
once more, when what is slow to load has been loaded.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from math import log10
from pathlib import Path
from time import perf_counter

from reader.model import Article
from tests.bench.large import texts

SIZES = (5, 20, 50, 100, 200)
HERE = Path(__file__).parent


@dataclass(frozen=True)
class Cost:
    """What a story of some `reports` takes, in seconds from nothing, and in megabytes.

    `read` until all articles are read and weighed, `linked` until all pairs have their links
    with kinds and reasons, so that every view of the story can be shown, and `again` the same in
    a program that has done it before. `processor` are the seconds of all cores together for the
    first time, imports included; `memory` is the most each process held, added up.
    """

    reports: int
    read: float
    linked: float
    again: float
    processor: float
    memory: float

    @property
    def pairs(self) -> int:
        return self.reports * (self.reports - 1) // 2


def measure(sizes: Sequence[int]) -> Iterator[Cost]:
    """The cost of stories of these sizes, one after the other."""
    for reports in sizes:
        command = [sys.executable, "-m", "tests.bench.growth", str(reports)]
        answer = subprocess.run(command, check=True, capture_output=True, text=True)
        yield Cost(**json.loads(answer.stdout))


def plot(costs: Sequence[Cost]) -> str:
    """An SVG of seconds and megabytes over reports, both axes logarithmic."""
    lines = (
        ("read", "#0072b2", [cost.read for cost in costs]),
        ("linked", "#d55e00", [cost.linked for cost in costs]),
        ("again", "#009e73", [cost.again for cost in costs]),
        ("MB / 100", "#999999", [cost.memory / 100 for cost in costs]),
    )

    def x(reports: float) -> float:
        return 60 + 250 * log10(reports / 4)

    def y(value: float) -> float:
        return 240 - 70 * log10(value / 0.1)

    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 620 300" font-family="sans-serif"',
        ' font-size="12"><rect width="620" height="300" fill="white"/>',
    ]
    for value in (0.1, 1, 10, 100):
        parts.append(f'<path d="M60 {y(value):.1f}H500" stroke="#ddd"/>')
        parts.append(f'<text x="52" y="{y(value) + 4:.1f}" text-anchor="end">{value:g} s</text>')
    for cost in costs:
        parts.append(f'<text x="{x(cost.reports):.1f}" y="270" text-anchor="middle">')
        parts.append(f"{cost.reports}</text>")
    parts.append('<text x="280" y="292" text-anchor="middle">reports</text>')
    for name, colour, values in lines:
        points = [(x(c.reports), y(v)) for c, v in zip(costs, values, strict=True)]
        path = "L".join(f"{at:.1f} {up:.1f}" for at, up in points)
        parts.append(f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        at, up = points[-1]
        parts.append(f'<text x="{at + 8:.1f}" y="{up + 4:.1f}" fill="{colour}">{name}</text>')
    return "".join([*parts, "</svg>\n"])


def _cost(count: int) -> Cost:
    articles = texts(count)
    used = _processor()
    read, linked, memory = _opened(articles)
    used = _processor() - used
    return Cost(count, read, linked, _opened(articles)[1], used, memory)


def _opened(articles: Sequence[Article]) -> tuple[float, float, float]:
    """Seconds until the articles are read and until they are linked, and megabytes."""
    start = perf_counter()
    from reader.compare import Sweep

    with Sweep(articles) as sweep:
        for _ in sweep.read():
            pass
        read = perf_counter() - start
        kept = list(sweep.links())
        linked = perf_counter() - start
        memory = sum(map(_peak, ("self", *_children())))
    assert sum(map(len, kept)) == len(articles) * (len(articles) - 1) // 2
    return read, linked, memory


def _children() -> list[str]:
    return Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()


def _peak(process: str) -> float:
    status = Path(f"/proc/{process}/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def _processor() -> float:
    return sum(os.times()[:4])


if __name__ == "__main__":
    print(json.dumps(asdict(_cost(int(sys.argv[1])))))
