"""How likely it is that a difference is one an editor would call so: a logistic model a type.

The weights are learned by `python -m tests.gold.train_conflicts` from labelled stories.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from math import exp, log

from reader.compare.conflicts.judgement import CERTAIN, Difference

Weights = Mapping[str, Mapping[str, float]]
BIAS = "bias"
CHANCE = "chance"
RANK = "rank"


def likelihood(difference: Difference, weights: Weights, chance: float, rank: float = 1.0) -> float:
    """The probability, 0 to 1, that `difference` is real and its link right.

    The link by itself is right with probability `chance`, which is `rank` of that of the
    likeliest link of either sentence. That is one sign among others: what
    differs in one figure only may be the same fact for all that the words around it say.
    """
    if CERTAIN in difference.signs:
        return difference.signs[CERTAIN] * chance
    row = weights.get(difference.type)
    if row is None:
        return 0.0
    total = row[BIAS] + row.get(CHANCE, 0) * odds(chance) + row.get(RANK, 0) * rank
    total += sum(row.get(sign, 0) * value for sign, value in difference.signs.items())
    return 1 / (1 + exp(-total))


def odds(chance: float) -> float:
    """The logarithm of the odds of a `chance`, -4 to 4."""
    kept = min(max(chance, 0.018), 0.982)
    return log(kept / (1 - kept))


@cache
def learned() -> Weights:
    """The weights that Reader comes with: for each type a bias and one number a sign."""
    text = files("reader.compare.conflicts").joinpath("weights.json").read_text("utf-8")
    found: Weights = json.loads(text)
    return found
