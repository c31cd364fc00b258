"""The labelled stories as Reader reads them: readings, and labels on Reader's own sentences."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import product
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from reader import sources
from reader.compare.channels import lines
from reader.compare.conflicts import Judge, Testimony, Weights
from reader.language import read
from reader.model import Reading

EVAL = Path(__file__).resolve().parents[3] / "shared" / "eval"

ENCODER_FOLDS = 3

Links = dict[tuple[int, int], dict[str, Any]]


@dataclass(frozen=True)
class LabelledStory:
    """One story: its folder, a reading per article, and each annotator's links per pair.

    `covers` gives for each of our sentences the annotators' sentences that it covers; `links`
    the labels carried over to our sentences, one dictionary an annotator.
    """

    folder: Path
    readings: dict[str, Reading]
    covers: dict[str, list[set[int]]]
    links: dict[tuple[str, str], list[Links]]

    @property
    def name(self) -> str:
        return self.folder.name

    @cached_property
    def testimony(self) -> Testimony:
        return Testimony([lines(reading) for reading in self.readings.values()])

    def judge(self, a: str, b: str, weights: Weights | None = None) -> Judge:
        """The judge of the articles `a` and `b`, with the weights that Reader has or others."""
        stems = list(self.readings)
        return Judge(self.testimony, stems.index(a), stems.index(b), weights)


@cache
def scorer() -> ModuleType:
    """The scorer that lies beside the labels."""
    spec = importlib.util.spec_from_file_location("score", EVAL / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def stories(which: str) -> Iterator[LabelledStory]:
    """The stories of a set, `train` or `stories`, in order of name."""
    for path in sorted((EVAL / which).glob("*/gold.json")):
        yield _story(path)


def _story(path: Path) -> LabelledStory:
    gold = json.loads(path.read_text(encoding="utf-8"))
    readings = {
        stem: read(sources.read(path.parent / f"{stem}.txt")[0]) for stem in gold["sentences"]
    }
    covers = {
        stem: scorer().map_sentences(
            [reading.text(k) for k in range(len(reading.sentences))], gold["sentences"][stem]
        )
        for stem, reading in readings.items()
    }
    links: dict[tuple[str, str], list[Links]] = {}
    for annotator in gold["annotators"]:
        for pair in annotator["pairs"]:
            a, b = pair["a"], pair["b"]
            links.setdefault((a, b), []).append(_carried(pair["links"], covers[a], covers[b]))
    return LabelledStory(path.parent, readings, covers, links)


def _carried(links: list[dict[str, Any]], a: list[set[int]], b: list[set[int]]) -> Links:
    carried: Links = {}
    for link in links:
        ends_a = [k for k, covered in enumerate(a) if link["a"] in covered]
        ends_b = [k for k, covered in enumerate(b) if link["b"] in covered]
        for pair in product(ends_a, ends_b):
            if link["conf"] > carried.get(pair, {"conf": 0})["conf"]:
                carried[pair] = link
    return carried


def fold(name: str, folds: int) -> int:
    """Which fold a story belongs to: by its name alone, so that it never moves."""
    return int.from_bytes(name.encode(), "big") % 8191 % folds


def folds(names: Sequence[str]) -> dict[str, int]:
    """A fold for each story, as many of either collection (b-*, e-*) in each."""
    random, found = np.random.RandomState(1), {}
    for collection in "be":
        ours = [name for name in names if name.startswith(collection)]
        random.shuffle(ours)
        found |= {name: k % ENCODER_FOLDS for k, name in enumerate(ours)}
    return found
