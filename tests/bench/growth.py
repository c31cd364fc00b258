"""How the cost of a story grows with its reports: `python -m tests.bench.growth` measures one.

Each story is read and all its pairs are compared in a process of its own, from nothing.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import combinations
from math import log10
from pathlib import Path
from time import perf_counter

SIZES = (5, 20, 50, 100, 200)
HERE = Path(__file__).parent


@dataclass(frozen=True)
class Cost:
    """What a story of some `reports` takes, in seconds from nothing, and in megabytes.

    `read` until all articles are read and weighed, `linked` until all pairs have their links,
    `judged` until those have their kinds, reasons and marks.
    """

    reports: int
    read: float
    linked: float
    judged: float
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
        ("judged", "#009e73", [cost.judged for cost in costs]),
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
    from tests.bench.large import texts

    articles = texts(count)
    start = perf_counter()
    from reader.compare import Corpus, alignment, pair
    from reader.language import read

    corpus = Corpus([read(article) for article in articles])
    read_after = perf_counter() - start
    pairs = list(combinations(range(count), 2))
    for a, b in pairs:
        alignment.chosen(alignment.scores(corpus, a, b))
    linked_after = perf_counter() - start
    for a, b in pairs:
        pair(corpus, a, b)
    judged_after = perf_counter() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Cost(count, read_after, linked_after, judged_after, memory)


if __name__ == "__main__":
    print(json.dumps(asdict(_cost(int(sys.argv[1])))))
