"""A small trained network, evaluated with numpy: features in, the probability of a link out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from reader.compare.encoder import Matrix

CLIP = 6.0  # standard deviations beyond which a feature says no more


@dataclass(frozen=True)
class Network:
    """Perceptrons of one shape whose answers are averaged.

    `mean` and `scale` standardise the features (f); `weights` and `biases` hold, layer by layer,
    all members at once: (members, in, out) and (members, 1, out). Hidden layers are rectified.
    """

    mean: Matrix
    scale: Matrix
    weights: tuple[Matrix, ...]
    biases: tuple[Matrix, ...]

    def logits(self, features: Matrix) -> Matrix:
        """Log odds (n) for rows of features (n, f)."""
        weight, bias = self._first
        x = weight @ np.clip(features.T, *self._bounds)
        x += bias
        members, _, hidden = self.weights[0].shape
        x = x.reshape(members, hidden, x.shape[1])
        for weight, bias in zip(self.weights[1:], self.biases[1:], strict=True):
            np.maximum(x, 0, out=x)
            x = weight.transpose(0, 2, 1) @ x
            x += bias.transpose(0, 2, 1)
        return np.asarray(x[:, 0].mean(axis=0))

    @cached_property
    def _bounds(self) -> tuple[Matrix, Matrix]:
        reach = CLIP * self.scale
        return (self.mean - reach)[:, None], (self.mean + reach)[:, None]

    @cached_property
    def _first(self) -> tuple[Matrix, Matrix]:
        # The first layer of all members in one; it standardises as well, which costs nothing so.
        weight = (self.weights[0].transpose(0, 2, 1) / self.scale).reshape(-1, len(self.mean))
        return weight, self.biases[0].reshape(-1, 1) - weight @ self.mean[:, None]


def probability(logits: Matrix) -> NDArray[np.float32]:
    """Log odds as probabilities."""
    return np.asarray(1 / (1 + np.exp(-logits)), dtype=np.float32)


@cache
def trained(name: str) -> Network:
    """The network shipped as weights/`name`.npz, made by ``python -m tests.gold.train``."""
    with (files("reader.compare") / "weights" / f"{name}.npz").open("rb") as file:
        stored = np.load(file)
        layers = range(sum(key.startswith("weight") for key in stored))
        return Network(
            stored["mean"],
            stored["scale"],
            tuple(stored[f"weight{k}"].astype(np.float32) for k in layers),
            tuple(stored[f"bias{k}"].astype(np.float32) for k in layers),
        )
