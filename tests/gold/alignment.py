"""How well the links are found: `python -m tests.gold.alignment` prints the figures.

By story and in all, as score.py defines them, with the second annotator's beside ours where there
is one; then how often links of each score are right, and what the errors are. The set is `stories`,
never learned from. With `--set train` the figures are cross-validated by story: networks learned
from the other stories judge each, `--quick` without the contextual encoder, else with
`--encoders FOLDER` (see tests.gold.train); the marks, which need the kinds of links, are in
tests.gold.conflicts. Links are those above the threshold that Reader uses.
`--errors` prints every missed and wrong link.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from reader.compare import Corpus, pair, read_closely
from reader.compare.alignment import chosen
from reader.compare.channels import lines, stems
from reader.model import FactType
from tests.gold.stories import EVAL, LabelledStory, scorer, stories

FIGURES = ("sure F1", "sure P", "sure R", "link F1", "mark F1")
Pair = tuple[str, str]


@dataclass(frozen=True)
class Found:
    """A link that Reader finds between two sentences of its own."""

    a: int
    b: int
    score: float
    kind: str = "shared"


@dataclass(frozen=True)
class Judged:
    """A labelled story with the links that Reader finds in each of its pairs."""

    story: LabelledStory
    links: dict[Pair, list[Found]]

    def predicted(self, a: str, b: str) -> dict[tuple[int, int], str]:
        """The links as pairs of the annotators' sentences."""
        found: dict[tuple[int, int], str] = {}
        for link in self.links[a, b]:
            ends = product(self.story.covers[a][link.a], self.story.covers[b][link.b])
            found |= dict.fromkeys(ends, link.kind)
        return found


def as_shipped(story: LabelledStory, quick: bool) -> Judged:
    """What Reader says of a story."""
    stems_of = list(story.readings)
    corpus = Corpus(list(story.readings.values()))
    if not quick:
        read = enumerate(corpus.readings)
        corpus = corpus.refined({k: read_closely(reading) for k, reading in read})
    links = {}
    for a, b in story.links:
        comparison = pair(corpus, stems_of.index(a), stems_of.index(b))
        links[a, b] = [Found(k.a, k.b, k.score, str(k.kind)) for k in comparison.links]
    return Judged(story, links)


def cross_validated(encoders: Path | None) -> list[Judged]:
    """The stories of `train`, each judged by networks that learned from others."""
    from tests.gold.train import cross_validated, lessons

    learned = list(lessons(encoders))
    chances = cross_validated(learned)

    return [
        Judged(
            lesson.story,
            {
                ends: [Found(i, j, float(c[i, j])) for i, j in chosen(c)]
                for ends, c in chances[lesson.story.name].items()
            },
        )
        for lesson in learned
    ]


def figures(judged: Sequence[Judged]) -> dict[str, float]:
    """score.py's figures over some stories."""
    by_folder = {one.story.folder: one for one in judged}

    def predict(folder: Path, a: str, b: str, *_: object) -> dict[tuple[int, int], str]:
        return by_folder[folder].predicted(a, b)

    found: dict[str, float] = scorer().score(list(by_folder), predict)
    return found


def reliability(judged: Sequence[Judged]) -> Iterator[str]:
    """For links of each score, the share that some annotator drew too."""
    right: dict[int, list[bool]] = defaultdict(list)
    for one in judged:
        for ends, links in one.links.items():
            labelled = {at for labels in one.story.links[ends] for at in labels}
            for link in links:
                right[int(link.score * 10)].append((link.a, link.b) in labelled)
    for tenth, answers in sorted(right.items()):
        share = sum(answers) / len(answers)
        bar = "#" * round(40 * share)
        print_as = f"{tenth / 10:.1f}-{tenth / 10 + 0.1:.1f}"
        yield f"  score {print_as}  {len(answers):5d} links  {share:4.0%} right  {bar}"


def errors(one: Judged) -> Iterator[tuple[str, str]]:
    """Every missed and every wrong link, with what seems to be its cause."""
    for (a, b), found in one.links.items():
        left, right = one.story.readings[a], one.story.readings[b]
        labelled = {at for links in one.story.links[a, b] for at in links}
        sure = {at for each in one.story.links[a, b] for at, k in each.items() if k["conf"] == 2}
        ours = {(link.a, link.b) for link in found}
        words = stems(lines(left)), stems(lines(right))
        for i, j in sorted((sure - ours) | (ours - labelled)):
            common = words[0][i] & words[1][j]
            quoted = any(
                fact.type is FactType.QUOTATION and fact.sentence in (i, j)
                for fact in (*left.facts, *right.facts)
            )
            if (i, j) in ours:
                rival = any(x == i or y == j for x, y in ours & labelled)
                cause = "wrong: beside a right one" if rival else "wrong: same topic, another fact"
            elif 0 in (i, j):
                cause = "missed: headline"
            elif any(x == i or y == j for x, y in ours & labelled):
                cause = "missed: one of several partners"
            elif len(common) < 2:
                cause = "missed: other words"
            elif quoted:
                cause = "missed: quotation"
            else:
                cause = "missed: a detail in a long sentence"
            yield cause, f"{one.story.name} {a}-{b}\n   {left.text(i)}\n   {right.text(j)}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", default="stories", choices=("stories", "train"))
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--encoders", type=Path)
    arguments = parser.parse_args()
    if not EVAL.exists():
        sys.exit("the labelled stories are not here: nothing to measure")
    columns = FIGURES
    if arguments.set == "stories":
        judged = [as_shipped(story, arguments.quick) for story in stories("stories")]
    elif arguments.quick or arguments.encoders:
        judged = cross_validated(None if arguments.quick else arguments.encoders)
        columns = FIGURES[:-1]  # no kinds, no marks
    else:
        sys.exit("--set train needs --quick, or --encoders FOLDER: see tests.gold.train")
    print(f"{'':14s}" + "".join(f"{name:>9s}" for name in columns))
    for one in judged:
        row = figures([one])
        print(f"{one.story.name:14s}" + "".join(f"{row[name]:9.3f}" for name in columns))
    row = figures(judged)
    print(f"{'all':14s}" + "".join(f"{row[name]:9.3f}" for name in columns))
    if "second sure F1" in row:
        second = [row.get(f"second {name}") for name in columns]
        cells = (f"{value:9.3f}" if value else " " * 9 for value in second)
        print(f"{'2nd annotator':14s}" + "".join(cells))
    print(*reliability(judged), sep="\n")
    listed = [error for one in judged for error in errors(one)]
    for cause, count in Counter(cause for cause, _ in listed).most_common():
        print(f"  {count:4d}  {cause}")
    if arguments.errors:
        for cause, error in sorted(listed):
            print(f"{cause}: {error}")


if __name__ == "__main__":
    main()
