"""How likely the links of the stories of `train` are to networks that have not learned from them.

Those of the stories for which there is an encoder that has not seen them (see tests.gold.train)
are read closely, the others quickly. Takes minutes: the answers are kept in a file.
"""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from tests.gold.stories import LabelledStory

Pair = tuple[str, str]
Chances = dict[Pair, np.ndarray]


def add_arguments(parser: ArgumentParser) -> None:
    """Ask where encoders and answers lie."""
    parser.add_argument("--encoders", type=Path, help="folder of encoder-K.onnx")
    parser.add_argument(
        "--chances", type=Path, required=True, help="file of answers, made where it is missing"
    )


def unseen(
    train: Sequence[LabelledStory], encoders: Path | None, kept: Path
) -> tuple[dict[str, Chances], set[str]]:
    """The probabilities of links for each pair of each story, and which were read closely."""
    if not kept.exists():
        np.savez_compressed(kept, **_found(encoders))
    with np.load(kept) as stored:
        found: dict[str, Chances] = {story.name: {} for story in train}
        closely = set()
        for key in stored.files:
            how, name, a, b = key.split("|")
            found[name][a, b] = stored[key]
            closely |= {name} if how == "closely" else set()
    return found, closely


def _found(encoders: Path | None) -> dict[str, np.ndarray]:
    from tests.gold.train import cross_validated, lessons

    quickly = cross_validated(list(lessons(None)))
    closely = cross_validated(list(lessons(encoders))) if encoders else {}
    answers = {name: ("quickly", chances) for name, chances in quickly.items()}
    answers |= {name: ("closely", chances) for name, chances in closely.items()}
    return {
        f"{how}|{name}|{a}|{b}": chance
        for name, (how, chances) in answers.items()
        for (a, b), chance in chances.items()
    }
