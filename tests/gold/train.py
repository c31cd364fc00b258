"""Learns the alignment: `python -m tests.gold.train` writes the networks in reader/compare/weights.

The first network learns from the sentences alone; its guesses at stories that it has not seen are
what the second learns from besides. "quick" networks do without the contextual encoder; "refined"
ones learn with `--encoders FOLDER`, from stories that the encoder reading them has not learned
from: encoder-K.onnx, made by train_encoder with `--leave-out K`, reads those of fold K.
How well networks learned so do, `python -m tests.gold.alignment --set train` says. Needs the
labelled stories and scikit-learn; takes minutes.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from sklearn.neural_network import MLPClassifier

import reader.compare
from reader.compare import alignment, contextual
from reader.compare.corpus import Corpus
from reader.compare.features import base
from reader.compare.network import CLIP, First, Network, Sifted
from tests.gold.stories import LabelledStory, fold, folds, stories

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

WEIGHTS = Path(reader.compare.__file__).parent / "weights"
FOLDS = 4
EPOCHS = 25
DECAY = 3.0  # how much large weights cost
ARGUABLE = 0.6  # what an arguable link weighs beside a sure one

Pair = tuple[str, str]
Rows = tuple[np.ndarray, np.ndarray, np.ndarray]  # features, answers, weights; a pair a row


class Shape(NamedTuple):
    """Of networks that answer together: the units of the hidden layers, and how many networks."""

    hidden: tuple[int, int]
    members: int


GLANCE = Shape((24, 12), 3)  # small, since every pair of sentences passes here
QUICK = Shape((48, 24), 3)
CLOSE = Shape((48, 24), 8)  # few pairs of sentences come so far, so more cost little


class Lesson:
    """A labelled story as the networks see it, pair by pair.

    Pairs go in the order in which the comparison takes their articles.
    """

    def __init__(self, story: LabelledStory, encoder: InferenceSession | None = None) -> None:
        self.story = story
        self.corpus = Corpus(list(story.readings.values()))
        if encoder is not None:
            contexts = [contextual.read(r, encoder) for r in self.corpus.readings]
            self.corpus = self.corpus.refined(dict(enumerate(contexts)))
        stems = list(story.readings)
        self.ends: dict[Pair, tuple[int, int]] = {}
        self.answers: dict[Pair, tuple[np.ndarray, np.ndarray]] = {}
        for a, b in story.links:
            linked, weight = _answers(story, a, b)
            i, j = stems.index(a), stems.index(b)
            if self.corpus.rank[j] < self.corpus.rank[i]:
                i, j, linked, weight = j, i, linked.T, weight.T
            self.ends[a, b], self.answers[a, b] = (i, j), (linked, weight)

    def glance(self, network: First, least: float) -> None:
        """Let `network` find anew which pairs of sentences have a chance of `least`."""
        self.corpus.guesses.clear()
        for i, j in self.ends.values():
            self.corpus.glances[i, j] = alignment.glanced(self.corpus, i, j, network, least)

    def everything(self) -> Iterator[Rows]:
        """What the glance sees, and the answers and what they weigh, a pair at a time."""
        for pair, (i, j) in self.ends.items():
            layers = base(self.corpus.evidence[i], self.corpus.evidence[j])
            linked, weight = self.answers[pair]
            yield layers.reshape(len(layers), -1).T, linked.ravel(), weight.ravel()

    def plausible(self, first: First | None = None) -> Iterator[Rows]:
        """What the first look sees, or, with the network of that, the second."""
        for pair, (i, j) in self.ends.items():
            cells = alignment.glance(self.corpus, i, j).cells
            seen = (
                alignment.first_look(self.corpus, i, j)
                if first is None
                else alignment.second_look(self.corpus, i, j, first)
            )
            linked, weight = self.answers[pair]
            yield seen, linked[cells], weight[cells]

    def judged(self, first: First, second: Network) -> dict[Pair, np.ndarray]:
        """The probability of every link, by networks that have not learned from the story."""
        self.corpus.guesses.clear()
        found = {}
        for (a, b), (i, j) in self.ends.items():
            seen = alignment.second_look(self.corpus, i, j, first)
            chance = alignment.answers(alignment.glance(self.corpus, i, j), second, seen)
            turned = list(self.story.readings).index(a) != i
            found[a, b] = chance.T if turned else chance
        return found


def _answers(story: LabelledStory, a: str, b: str) -> tuple[np.ndarray, np.ndarray]:
    """For every two sentences whether they are linked, and what that weighs."""
    sides = [[s.linkable for s in story.readings[end].sentences] for end in (a, b)]
    weight = np.outer(*sides).astype(float)
    linked = np.zeros_like(weight)
    for links in story.links[a, b]:
        for at, link in links.items():
            linked[at] = 1
            weight[at] *= 1 if link["conf"] == 2 else ARGUABLE
    return linked, weight


def lessons(encoders: Path | None) -> Iterator[Lesson]:
    """The stories of `train`; if read closely, those for which there is an encoder that may.

    That is one in the folder `encoders` which has not learned from the story.
    """
    every = list(stories("train"))
    if encoders is None:
        yield from map(Lesson, every)
        return
    fold_of = folds([story.name for story in every])
    found = {k: encoders / f"encoder-{k}.onnx" for k in sorted(set(fold_of.values()))}
    loaded = {k: contextual.load(path) for k, path in found.items() if path.exists()}
    for story in every:
        if fold_of[story.name] in loaded:
            yield Lesson(story, loaded[fold_of[story.name]])


def fit(rows: Iterable[Rows], shape: Shape) -> Network:
    """Networks that tell links from no links."""
    seen, linked, weight = (np.concatenate(part) for part in zip(*rows, strict=True))
    seen, linked, weight = seen[weight > 0], linked[weight > 0], weight[weight > 0]
    seen = seen.astype(np.float32)
    mean, scale = seen.mean(axis=0), seen.std(axis=0) + 1e-4
    standard = np.clip((seen - mean) / scale, -CLIP, CLIP)
    trained = [
        MLPClassifier(
            shape.hidden, alpha=DECAY, batch_size=1024, learning_rate_init=2e-3, max_iter=EPOCHS,
            tol=0, n_iter_no_change=EPOCHS, random_state=seed,
        ).fit(standard, linked, weight)
        for seed in range(shape.members)
    ]  # fmt: skip
    layers = range(len(shape.hidden) + 1)
    return Network(
        mean,
        scale,
        tuple(np.stack([m.coefs_[k] for m in trained]).astype(np.float32) for k in layers),
        tuple(
            np.stack([m.intercepts_[k][None] for m in trained]).astype(np.float32) for k in layers
        ),
    )


def learn(lessons: Sequence[Lesson]) -> tuple[First, Network]:
    """The first and the second network, from `lessons`."""
    rows: list[Rows] = []
    for k in range(FOLDS):
        ours = [one for one in lessons if fold(one.story.name, FOLDS) == k]
        network = first_network([one for one in lessons if fold(one.story.name, FOLDS) != k])
        for lesson in ours:
            prepare(lesson, network)
            rows += lesson.plausible(network)
    first = first_network(lessons)
    if lessons[0].corpus.contexts:
        return first, fit(rows, CLOSE)
    # Only now: a second look that learned behind the sieve finds fewer links.
    return Sifted(sieve(first, lessons), first), fit(rows, QUICK)


def first_network(lessons: Sequence[Lesson]) -> Network:
    """The network of the glance, or of the first look at stories read closely."""
    if lessons[0].corpus.contexts:
        return fit((row for one in lessons for row in one.plausible()), CLOSE)
    return fit((row for one in lessons for row in one.everything()), GLANCE)


def sieve(network: Network, lessons: Sequence[Lesson]) -> np.ndarray:
    """The linear function of what the glance sees that comes nearest to what `network` says."""
    seen = np.concatenate([rows for one in lessons for rows, *_ in one.everything()])
    ones = np.ones((len(seen), 1), dtype=np.float32)
    found, *_ = np.linalg.lstsq(np.hstack([seen, ones]), network.logits(seen))
    return np.asarray(found, dtype=np.float32)


def prepare(lesson: Lesson, first: First, least: float = alignment.PLAUSIBLE) -> None:
    """Have `lesson` as `first` will see it, with what has a chance of `least` for the second."""
    if lesson.corpus.contexts:
        lesson.corpus.guesses.clear()
    else:
        lesson.glance(first, least)


def cross_validated(lessons: Sequence[Lesson]) -> dict[str, dict[Pair, np.ndarray]]:
    """The probabilities that each story gets from networks that learned from the other folds."""
    found: dict[str, dict[Pair, np.ndarray]] = {}
    for k in range(FOLDS):
        ours = [one for one in lessons if fold(one.story.name, FOLDS) == k]
        others = [one for one in lessons if fold(one.story.name, FOLDS) != k]
        first, second = learn(others)
        for lesson in ours:
            prepare(lesson, first, alignment.WORTHWHILE)
            found[lesson.story.name] = lesson.judged(first, second)
    return found


def save(name: str, network: First) -> None:
    """Write `network` where `reader.compare.network` finds it."""
    arrays = {}
    if isinstance(network, Sifted):
        arrays["sieve"], network = network.sieve, network.network
    arrays |= {"mean": network.mean, "scale": network.scale}
    for k, (weight, bias) in enumerate(zip(network.weights, network.biases, strict=True)):
        arrays[f"weight{k}"] = weight.astype(np.float16)
        arrays[f"bias{k}"] = bias.astype(np.float16)
    WEIGHTS.mkdir(exist_ok=True)
    np.savez_compressed(WEIGHTS / f"{name}.npz", **arrays)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoders", type=Path)
    encoders = parser.parse_args().encoders
    stage = "refined" if encoders else "quick"
    every = list(lessons(encoders))
    first, second = learn(every)
    save(f"{stage}-first", first)
    save(f"{stage}-second", second)
    print(f"learned from {len(every)} stories; weights in {WEIGHTS}")


if __name__ == "__main__":
    main()
