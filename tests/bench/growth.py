"""How the cost of a story grows with its reports.

Each story is read and all its pairs are linked by a program of its own, from nothing, and then
once more, when what is slow to load has been loaded. Another finds only which sentences are
linked, and not which of them differ and how.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log10
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

from reader.model import Article
from tests.bench.large import texts

if TYPE_CHECKING:
    from reader.compare import Corpus

SIZES = (5, 20, 50, 100, 200)


@dataclass(frozen=True)
class Cost:
    """What a story of some `reports` takes, in seconds from nothing, and in megabytes.

    `read` until all articles are read and weighed, `aligned` until it is known of all pairs which
    sentences are linked, `linked` until the links have kinds and reasons, so that every view of
    the story can be shown, and `again` the same in a program that has done it before. `processor`
    are the seconds of all cores together for the
    first time, imports included; `memory` is the most each process held, added up.
    """

    reports: int
    read: float
    aligned: float
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
        yield Cost(reports, aligned=_by_program("aligned", reports), **_by_program("cost", reports))


def _by_program(function: str, reports: int) -> Any:
    """What a function of this module answers in a program of its own."""
    call = f"print(json.dumps(growth.{function}({reports})))"
    command = [sys.executable, "-c", f"import json; from tests.bench import growth; {call}"]
    answer = subprocess.run(command, check=True, capture_output=True, text=True)
    return json.loads(answer.stdout)


def plot(costs: Sequence[Cost]) -> str:
    """An SVG of seconds and megabytes over reports, both axes logarithmic."""
    lines = (
        ("read", "#0072b2", [cost.read for cost in costs]),
        ("aligned", "#cc79a7", [cost.aligned for cost in costs]),
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


def cost(count: int) -> dict[str, float]:
    """The rest of Cost for a story of `count` reports."""
    articles = texts(count)
    used = _processor()
    read, linked, memory = _opened(articles)
    used = _processor() - used
    again = _opened(articles)[1]
    return {"read": read, "linked": linked, "again": again, "processor": used, "memory": memory}


def aligned(count: int) -> float:
    """Seconds until `count` reports are read and it is known which sentences are linked."""
    articles = texts(count)
    start = perf_counter()
    from reader.compare import Sweep

    with Sweep(articles) as sweep:
        for _ in sweep.read():
            pass
        assert sum(map(sum, sweep.over_pairs(linked_sentences)))
    return perf_counter() - start


def linked_sentences(corpus: Corpus, pairs: Sequence[tuple[int, int]]) -> tuple[int, ...]:
    """How many sentences of each of these pairs of articles are linked."""
    from reader.compare import alignment

    return tuple(len(alignment.chosen(alignment.scores(corpus, a, b))) for a, b in pairs)


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
