"""How well claims are gathered: `python -m tests.gold.claims` prints the figures.

The pairs of sentences that stand together in a claim, over all pairs of articles of a story, are
set against the labelled links: precision counts what any annotator linked, recall what one linked
and was sure of. Beside them stand the links that the claims were gathered from. "wrong" is the
share of claims no two sentences of which an annotator linked, "largest" the sentences of the
largest claim. The links of `train` were learned from its labels; those of `stories` were not.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from reader.compare import Corpus, pair, read_closely, synopsis
from reader.model import Telling
from tests.gold.stories import EVAL, LabelledStory, stories

Joint = tuple[Telling, Telling]


@dataclass(frozen=True)
class Gathered:
    """A labelled story, its claims and links as pairs of sentences, and what annotators say."""

    name: str
    claims: tuple[frozenset[Joint], ...]
    linked: frozenset[Joint]
    labelled: frozenset[Joint]
    sure: frozenset[Joint]
    largest: int

    @property
    def claimed(self) -> frozenset[Joint]:
        return frozenset[Joint]().union(*self.claims)


def gathered(story: LabelledStory) -> Gathered:
    stems = list(story.readings)
    corpus = Corpus(list(story.readings.values()))
    closely = corpus.refined({k: read_closely(r) for k, r in enumerate(corpus.readings)})
    links = {(a, b): pair(closely, a, b).links for a, b in combinations(range(len(stems)), 2)}
    found = synopsis(corpus.readings, links)
    labelled, sure = set(), set()
    for (a, b), annotators in story.links.items():
        for link in annotators:
            for (i, j), label in link.items():
                ends = joint(Telling(stems.index(a), i), Telling(stems.index(b), j))
                labelled.add(ends)
                if label["conf"] == 2:
                    sure.add(ends)
    return Gathered(
        story.name,
        tuple(frozenset(pairs_of(claim.tellings)) for claim in found.claims),
        frozenset(
            joint(Telling(a, link.a), Telling(b, link.b))
            for (a, b), of in links.items()
            for link in of
        ),
        frozenset(labelled),
        frozenset(sure),
        max((len(claim.tellings) for claim in found.claims), default=0),
    )


def joint(a: Telling, b: Telling) -> Joint:
    return (a, b) if a < b else (b, a)


def pairs_of(tellings: Iterable[Telling]) -> Iterable[Joint]:
    return (joint(a, b) for a, b in combinations(tellings, 2) if a.article != b.article)


def line(name: str, of: Sequence[Gathered]) -> str:
    def figures(kind: str) -> str:
        pairs = [(one, getattr(one, kind)) for one in of]
        right = sum(len(found & one.labelled) for one, found in pairs)
        precision = right / max(1, sum(len(found) for _, found in pairs))
        hits = sum(len(found & one.sure) for one, found in pairs)
        recall = hits / max(1, sum(len(one.sure) for one in of))
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        return f"{precision:7.3f}{recall:7.3f}{f1:7.3f}"

    claims = [(one, claim) for one in of for claim in one.claims]
    wrong = sum(not claim & one.labelled for one, claim in claims) / max(1, len(claims))
    largest = max((one.largest for one in of), default=0)
    return (
        f"{name:14s}{figures('claimed')}   {figures('linked')}"
        f"{len(claims):8d}{wrong:8.2f}{largest:9d}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", default="stories", choices=("stories", "train"))
    arguments = parser.parse_args()
    if not EVAL.exists():
        sys.exit("the labelled stories are not here: nothing to measure")
    every = [gathered(story) for story in stories(arguments.set)]
    print(f"{'':14s}{'claims P':>8s}{'R':>6s}{'F1':>7s}   {'links P':>7s}{'R':>7s}{'F1':>7s}"
          f"{'claims':>8s}{'wrong':>8s}{'largest':>9s}")  # fmt: skip
    for one in every:
        print(line(one.name, [one]))
    print(line("all", every))


if __name__ == "__main__":
    main()
