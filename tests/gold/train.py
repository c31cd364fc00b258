"""Learns the alignment: `python -m tests.gold.train` writes the networks in reader/compare/weights.

The first network learns from the sentences alone; its guesses at stories that it has not seen are
what the second learns from besides. "quick" networks do without the contextual encoder; "refined"
ones learn with `--encoders FOLDER`, from stories that the encoder reading them has not learned
from: encoder-K.onnx, made by train_encoder with `--leave-out K`, reads those of fold K.
With `--cross-validate` nothing is written, and the figures are printed as score.py defines them.
Needs the labelled stories and scikit-learn; takes minutes.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from onnxruntime import InferenceSession
from sklearn.neural_network import MLPClassifier

import reader.compare
from reader.compare import alignment, contextual
from reader.compare.corpus import Corpus
from reader.compare.features import Stack
from reader.compare.network import CLIP, Network
from tests.gold.stories import LabelledStory, fold, folds, scorer, stories

WEIGHTS = Path(reader.compare.__file__).parent / "weights"
FOLDS = 4
HIDDEN = (48, 24)
MEMBERS = 3
QUICK = 25, 3.0  # epochs, and how much large weights cost
REFINED = 14, 1.0
ARGUABLE = 0.6  # what an arguable link weighs beside a sure one

Pair = tuple[str, str]
Seen = dict[Pair, Stack]


class Lesson:
    """A labelled story with what a network sees of each pair, and what it should answer."""

    def __init__(self, story: LabelledStory, encoder: InferenceSession | None = None) -> None:
        self.story = story
        self.corpus = Corpus(list(story.readings.values()))
        if encoder is not None:
            contexts = [contextual.read(r, encoder) for r in self.corpus.readings]
            self.corpus = self.corpus.refined(dict(enumerate(contexts)))
        stems = list(story.readings)
        self.ends = {(a, b): (stems.index(a), stems.index(b)) for a, b in story.links}
        self.alone: Seen = {
            p: alignment.alone(self.corpus, i, j) for p, (i, j) in self.ends.items()
        }
        self.around: Seen = {}

    def look_around(self, network: Network) -> None:
        """Let `network` guess first, and keep what the second look then sees."""
        self.corpus.guesses.clear()
        self.around = {
            p: alignment.layers(self.corpus, i, j, network) for p, (i, j) in self.ends.items()
        }

    def answers(self, pair: Pair) -> tuple[np.ndarray, np.ndarray]:
        """For every two sentences that may be linked, whether they are, and what that weighs."""
        shape = self.alone[pair].shape[1:]
        linked, weight = np.zeros(shape), np.ones(shape)
        for links in self.story.links[pair]:
            for at, link in links.items():
                linked[at] = 1
                weight[at] = 1 if link["conf"] == 2 else ARGUABLE
        i, j = self.ends[pair]
        sides = [[s.linkable for s in self.corpus.readings[k].sentences] for k in (i, j)]
        return linked.ravel(), (weight * np.outer(*sides)).ravel()


def read_closely(encoders: Path) -> Iterator[Lesson]:
    """The stories for which `encoders` has one that has not learned from them."""
    every = list(stories("train"))
    fold_of = folds([story.name for story in every])
    found = {k: encoders / f"encoder-{k}.onnx" for k in sorted(set(fold_of.values()))}
    loaded = {k: contextual.load(path) for k, path in found.items() if path.exists()}
    return (Lesson(s, loaded[fold_of[s.name]]) for s in every if fold_of[s.name] in loaded)


def fit(lessons: Sequence[Lesson], seen: Callable[[Lesson], Seen]) -> Network:
    """Networks that tell links from no links by what is `seen` of each pair."""
    epochs, decay = REFINED if lessons[0].corpus.contexts else QUICK
    rows, labels, weights = [], [], []
    for lesson in lessons:
        for pair, stack in seen(lesson).items():
            linked, weight = lesson.answers(pair)
            rows.append(stack.reshape(len(stack), -1).T[weight > 0])
            labels.append(linked[weight > 0])
            weights.append(weight[weight > 0])
    features = np.concatenate(rows)
    mean, scale = features.mean(axis=0), features.std(axis=0) + 1e-4
    standard = np.clip((features - mean) / scale, -CLIP, CLIP).astype(np.float32)
    members = [
        MLPClassifier(
            HIDDEN, alpha=decay, batch_size=1024, learning_rate_init=2e-3, max_iter=epochs,
            tol=0, n_iter_no_change=epochs, random_state=seed,
        ).fit(standard, np.concatenate(labels), np.concatenate(weights))
        for seed in range(MEMBERS)
    ]  # fmt: skip
    layers = range(len(HIDDEN) + 1)
    return Network(
        mean,
        scale,
        tuple(np.stack([m.coefs_[k] for m in members]).astype(np.float32) for k in layers),
        tuple(
            np.stack([m.intercepts_[k][None] for m in members]).astype(np.float32) for k in layers
        ),
    )


def learn(lessons: Sequence[Lesson]) -> tuple[Network, Network]:
    """The first and the second network, from `lessons`."""
    for k in range(FOLDS):
        elsewhere = [one for one in lessons if fold(one.story.name, FOLDS) != k]
        network = fit(elsewhere, lambda one: one.alone)
        for lesson in lessons:
            if fold(lesson.story.name, FOLDS) == k:
                lesson.look_around(network)
    second = fit(lessons, lambda one: one.around)
    return fit(lessons, lambda one: one.alone), second


def judged(
    lessons: Iterable[Lesson], first: Network, second: Network
) -> dict[str, dict[Pair, np.ndarray]]:
    """The probability of every link of stories that neither network has learned from."""
    found: dict[str, dict[Pair, np.ndarray]] = {}
    for lesson in lessons:
        lesson.look_around(first)
        found[lesson.story.name] = {
            pair: alignment.answers(lesson.corpus, *lesson.ends[pair], second, stack)
            for pair, stack in lesson.around.items()
        }
    return found


def cross_validated(lessons: Sequence[Lesson]) -> dict[str, dict[Pair, np.ndarray]]:
    """The probabilities that each story gets from networks that learned from the other folds."""
    found: dict[str, dict[Pair, np.ndarray]] = {}
    for k in range(FOLDS):
        ours = [one for one in lessons if fold(one.story.name, FOLDS) == k]
        others = [one for one in lessons if fold(one.story.name, FOLDS) != k]
        networks = learn(others)
        found |= judged(ours, *networks)
    return found


def figures(
    lessons: Sequence[Lesson], chances: dict[str, dict[Pair, np.ndarray]], threshold: float
) -> dict[str, float]:
    """score.py's figures for links of at least `threshold`."""
    by_folder = {lesson.story.folder: lesson.story for lesson in lessons}

    def predict(folder: Path, a: str, b: str, *_: object) -> dict[tuple[int, int], str]:
        story = by_folder[folder]
        return {
            (x, y): "shared"
            for i, j in np.argwhere(chances[story.name][a, b] >= threshold)
            for x in story.covers[a][i]
            for y in story.covers[b][j]
        }

    return scorer().score(list(by_folder), predict)


def best_threshold(lessons: Sequence[Lesson], chances: dict[str, dict[Pair, np.ndarray]]) -> float:
    """The threshold at which the sure F1 is highest."""
    grid = [float(value) for value in np.arange(0.2, 0.65, 0.05)]
    return max(grid, key=lambda value: figures(lessons, chances, value)["sure F1"])


def save(name: str, network: Network) -> None:
    """Write `network` where `reader.compare.network.trained` finds it."""
    arrays = {"mean": network.mean, "scale": network.scale}
    for k, (weight, bias) in enumerate(zip(network.weights, network.biases, strict=True)):
        arrays[f"weight{k}"] = weight.astype(np.float16)
        arrays[f"bias{k}"] = bias.astype(np.float16)
    WEIGHTS.mkdir(exist_ok=True)
    np.savez_compressed(WEIGHTS / f"{name}.npz", **arrays)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cross-validate", action="store_true")
    parser.add_argument("--encoders", type=Path)
    arguments = parser.parse_args()
    stage = "refined" if arguments.encoders else "quick"
    lessons = (
        list(read_closely(arguments.encoders))
        if arguments.encoders
        else [Lesson(story) for story in stories("train")]
    )
    if arguments.cross_validate:
        chances = cross_validated(lessons)
        threshold = best_threshold(lessons, chances)
        print(f"threshold {threshold:.2f}")
        for name, value in sorted(figures(lessons, chances, threshold).items()):
            print(f"{name:22s} {value:.3f}")
        return
    first, second = learn(lessons)
    save(f"{stage}-first", first)
    save(f"{stage}-second", second)
    print(f"learned from {len(lessons)} stories; weights in {WEIGHTS}")


if __name__ == "__main__":
    main()
