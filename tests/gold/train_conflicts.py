"""Learns how far to trust each kind of difference: `python -m tests.gold.train_conflicts`.

One logistic model a type, over the signs of every difference that the finders propose in the
labelled links and in what the alignment takes for links; written to
reader/compare/conflicts/weights.json. Needs scikit-learn and what tests.gold.chances needs.
"""

from __future__ import annotations

import json
import re
import sys
from argparse import ArgumentParser
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from reader.compare import conflicts
from reader.compare.conflicts.judgement import CERTAIN, Difference
from reader.compare.conflicts.judging import REACH, ranks
from reader.compare.conflicts.weighing import BIAS, CHANCE, RANK, odds
from reader.model import Span
from tests.gold.chances import Chances, add_arguments, unseen
from tests.gold.stories import EVAL, LabelledStory, stories

WEIGHTS = Path(conflicts.__file__).with_name("weights.json")
CAUTION = 0.3  # inverse of the regularisation; chosen by cross-validation over stories
ELSEWHERE = 0.25  # weight of a difference of another type than the label's, or at another place
LIKENESS = frozenset(
    (
        *("near_low", "near_high", "beside", "about", "first", "whole_low", "whole_high", "ratio"),
        *("topic", "topic_count", "clause_low", "clause_high", "role_low", "role_high", "spelling"),
        *("only", "kept", "run", "deed", "said", "plain", "few", "cast", CHANCE, RANK),
    )
)
"""The more two places have in common, the likelier it is one thing that they put differently."""
ALIEN = frozenset({"elsewhere"})
RANKED = frozenset({"quote"})  # where another link of either sentence being likelier tells more
FEWEST = 4  # labelled differences of a type below which nothing is learned about it


@dataclass(frozen=True)
class Example:
    """A difference proposed between two sentences, in what is a link with probability `chance`.

    `rank` is what that is of the likeliest link of either sentence, `link` the label; None where
    there is no link.
    """

    story: str
    difference: Difference
    link: dict[str, Any] | None
    texts: tuple[str, str]
    chance: float
    rank: float

    @property
    def on_the_spot(self) -> bool:
        """Whether both spans touch the words that the annotator marked."""
        link = self.link or {}
        marked = (link.get("a_span") or "", link.get("b_span") or "")
        spans = (self.difference.a, self.difference.b)
        return all(
            any(
                span.overlaps(Span(m.start(), m.end())) for m in re.finditer(re.escape(words), text)
            )
            for span, words, text in zip(spans, marked, self.texts, strict=True)
            if words
        )

    @property
    def signs(self) -> dict[str, float]:
        signs = {**self.difference.signs, CHANCE: odds(self.chance)}
        return signs | {RANK: self.rank} if self.difference.type in RANKED else signs

    @property
    def right(self) -> bool:
        return self.link is not None and bool(self.link["kind"] == self.difference.kind)

    @property
    def weight(self) -> float:
        if self.link is None or not self.right or self.link["kind"] != "conflict":
            return 1.0
        typed = self.difference.type in self.link["types"]
        return (1.0 if typed else ELSEWHERE) * (1.0 if self.on_the_spot else ELSEWHERE)


def examples(labelled: Iterable[LabelledStory], chances: dict[str, Chances]) -> Iterator[Example]:
    """Every difference proposed in what is judged, with the first annotator's label.

    `chances` are those of networks that have not learned from the story.
    """
    for story in labelled:
        for (a, b), annotators in story.links.items():
            judge, chance = story.judge(a, b), chances[story.name][a, b]
            rank = ranks(chance)
            texts = story.readings[a].article.text, story.readings[b].article.text
            for i, j in np.argwhere(chance >= REACH).tolist():
                link = annotators[0].get((i, j))
                for difference in judge.differences(i, j):
                    if CERTAIN not in difference.signs:
                        given = float(chance[i, j]), float(rank[i, j])
                        yield Example(story.name, difference, link, texts, *given)


def fit(given: Iterable[Example]) -> dict[str, dict[str, float]]:
    """A bias and a weight a sign for every type."""
    by_type: dict[str, list[Example]] = defaultdict(list)
    for example in given:
        by_type[example.difference.type].append(example)
    found = {}
    for kind, rows in sorted(by_type.items()):
        if sum(row.right for row in rows) < FEWEST or all(row.right for row in rows):
            continue
        found[kind] = _fitted(rows, sorted({sign for row in rows for sign in row.signs}))
    return found


def _fitted(rows: Sequence[Example], signs: Sequence[str]) -> dict[str, float]:
    """A logistic model in which no sign of likeness speaks against, none of ALIEN for it."""
    from scipy.optimize import minimize

    values = np.array([[row.signs.get(sign, 0.0) for sign in signs] for row in rows])
    mean, spread = values.mean(axis=0), values.std(axis=0) + 1e-9
    right = np.array([row.right for row in rows], dtype=float)
    weight = np.array([row.weight for row in rows])
    known = np.hstack([np.ones((len(rows), 1)), (values - mean) / spread])

    def cost(at: np.ndarray) -> tuple[float, np.ndarray]:
        total = known @ at
        wrong = weight * (np.logaddexp(0, total) - right * total)
        kept = np.concatenate([[0.0], at[1:]])
        slope = known.T @ (weight * (1 / (1 + np.exp(-total)) - right))
        return CAUTION * float(wrong.sum()) + float(kept @ kept) / 2, CAUTION * slope + kept

    bounds = [(None, None), *(_bounds(sign) for sign in signs)]
    learned = minimize(cost, np.zeros(len(bounds)), jac=True, bounds=bounds, method="L-BFGS-B").x
    scaled = learned[1:] / spread
    row = {sign: round(float(w), 3) for sign, w in zip(signs, scaled, strict=True) if w}
    return {BIAS: round(float(learned[0] - scaled @ mean), 3), **row}


def _bounds(sign: str) -> tuple[float | None, float | None]:
    if sign in ALIEN:
        return None, 0
    return (0 if sign in LIKENESS else None), None


def main() -> int:
    parser = ArgumentParser(description=__doc__)
    add_arguments(parser)
    arguments = parser.parse_args()
    if not EVAL.is_dir():
        print(f"no labelled stories at {EVAL}")
        return 0
    train = list(stories("train"))
    chances, _ = unseen(train, arguments.encoders, arguments.chances)
    weights = fit(examples(train, chances))
    WEIGHTS.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")
    print(f"{WEIGHTS.name}: {sum(map(len, weights.values()))} weights for {len(weights)} types")
    return 0


if __name__ == "__main__":
    sys.exit(main())
