"""How likely it is that a difference is one an editor would call so: a logistic model a type.

The weights are learned by `python -m tests.gold.train_conflicts` from labelled stories.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from math import exp

from reader.compare.conflicts.judgement import CERTAIN, Difference

Weights = Mapping[str, Mapping[str, float]]
BIAS = "bias"


def likelihood(difference: Difference, weights: Weights) -> float:
    """The probability, 0 to 1, that `difference` is real where its link is right."""
    if CERTAIN in difference.signs:
        return difference.signs[CERTAIN]
    row = weights.get(difference.type)
    if row is None:
        return 0.0
    total = row[BIAS] + sum(row.get(sign, 0) * value for sign, value in difference.signs.items())
    return 1 / (1 + exp(-total))


@cache
def learned() -> Weights:
    """The weights that Reader comes with: for each type a bias and one number a sign."""
    text = files("reader.compare.conflicts").joinpath("weights.json").read_text("utf-8")
    found: Weights = json.loads(text)
    return found
