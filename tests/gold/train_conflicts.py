"""Learns how far to trust each kind of difference: `python -m tests.gold.train_conflicts`.

One logistic model a type, over the signs of every difference that the finders propose in the
labelled links; written to reader/compare/conflicts/weights.json. Needs scikit-learn.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from reader.compare import conflicts
from reader.compare.conflicts.judgement import CERTAIN, Difference
from reader.compare.conflicts.weighing import BIAS
from reader.model import Span
from tests.gold.stories import EVAL, LabelledStory, stories

WEIGHTS = Path(conflicts.__file__).with_name("weights.json")
CAUTION = 0.1  # inverse of the regularisation; chosen by cross-validation over stories
ELSEWHERE = 0.5  # weight of a difference of another type than the label's, or at another place
FEWEST = 4  # labelled differences of a type below which nothing is learned about it


@dataclass(frozen=True)
class Example:
    """A proposed difference in a labelled link."""

    story: str
    difference: Difference
    link: dict[str, Any]
    texts: tuple[str, str]

    @property
    def on_the_spot(self) -> bool:
        """Whether both spans touch the words that the annotator marked."""
        marked = (self.link.get("a_span") or "", self.link.get("b_span") or "")
        spans = (self.difference.a, self.difference.b)
        return all(
            any(
                span.overlaps(Span(m.start(), m.end())) for m in re.finditer(re.escape(words), text)
            )
            for span, words, text in zip(spans, marked, self.texts, strict=True)
            if words
        )

    @property
    def right(self) -> bool:
        return bool(self.link["kind"] == self.difference.kind)

    @property
    def weight(self) -> float:
        if not self.right or self.link["kind"] != "conflict":
            return 1.0
        typed = self.difference.type in self.link["types"]
        return (1.0 if typed else ELSEWHERE) * (1.0 if self.on_the_spot else ELSEWHERE)


def examples(labelled: Iterable[LabelledStory]) -> Iterator[Example]:
    """Every difference that the finders propose in the first annotator's links."""
    for story in labelled:
        for (a, b), annotators in story.links.items():
            judge = story.judge(a, b)
            texts = story.readings[a].article.text, story.readings[b].article.text
            for (i, j), link in annotators[0].items():
                for difference in judge.differences(i, j):
                    if CERTAIN not in difference.signs:
                        yield Example(story.name, difference, link, texts)


def fit(given: Iterable[Example]) -> dict[str, dict[str, float]]:
    """A bias and a weight a sign for every type."""
    from sklearn.linear_model import LogisticRegression

    by_type: dict[str, list[Example]] = defaultdict(list)
    for example in given:
        by_type[example.difference.type].append(example)
    found = {}
    for kind, rows in sorted(by_type.items()):
        if sum(row.right for row in rows) < FEWEST or all(row.right for row in rows):
            continue
        signs = sorted({sign for row in rows for sign in row.difference.signs})
        values = np.array([[row.difference.signs.get(sign, 0.0) for sign in signs] for row in rows])
        mean, spread = values.mean(axis=0), values.std(axis=0) + 1e-9
        model = LogisticRegression(C=CAUTION, max_iter=2000)
        weight = np.array([row.weight for row in rows])
        model.fit((values - mean) / spread, [row.right for row in rows], sample_weight=weight)
        scaled = model.coef_[0] / spread
        bias = float(model.intercept_[0] - scaled @ mean)
        row = {sign: round(float(w), 3) for sign, w in zip(signs, scaled, strict=True)}
        found[kind] = {BIAS: round(bias, 3), **row}
    return found


def main() -> int:
    if not EVAL.is_dir():
        print(f"no labelled stories at {EVAL}")
        return 0
    weights = fit(examples(stories("train")))
    WEIGHTS.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")
    print(f"{WEIGHTS.name}: {sum(map(len, weights.values()))} weights for {len(weights)} types")
    return 0


if __name__ == "__main__":
    sys.exit(main())
