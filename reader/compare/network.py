"""A small trained network, evaluated with numpy: features in, the probability of a link out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from reader.compare.encoder import Matrix

CLIP = 6.0  # standard deviations beyond which a feature says no more
HOPELESS = -3.5  # log odds below which a sieve lets nothing through


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


@dataclass(frozen=True)
class Sifted:
    """A network behind a sieve, which spares it the rows that it would have nothing for.

    `sieve` (f + 1), the weights of the features and what is added, is the linear function that
    comes nearest to the network's log odds; a hundredth of the work.
    """

    sieve: Matrix
    network: Network

    def logits(self, features: Matrix) -> Matrix:
        """Log odds (n) for rows of features (n, f): the sieve's where they are hopeless."""
        odds = features @ self.sieve[:-1] + self.sieve[-1]
        worth = np.flatnonzero(odds >= HOPELESS)
        odds[worth] = self.network.logits(features.T.take(worth, axis=1).T)
        return np.asarray(odds)


First = Network | Sifted  # what makes the first guesses: everything is sifted, a selection not


def probability(logits: Matrix) -> NDArray[np.float32]:
    """Log odds as probabilities."""
    return np.asarray(1 / (1 + np.exp(-logits)), dtype=np.float32)


@cache
def trained(name: str) -> Network:
    """The network shipped as weights/`name`.npz, made by ``python -m tests.gold.train``."""
    stored = _stored(name)
    layers = range(sum(key.startswith("weight") for key in stored))
    return Network(
        stored["mean"],
        stored["scale"],
        tuple(stored[f"weight{k}"].astype(np.float32) for k in layers),
        tuple(stored[f"bias{k}"].astype(np.float32) for k in layers),
    )


@cache
def sifted(name: str) -> Sifted:
    """The same with the sieve that is stored beside it."""
    return Sifted(_stored(name)["sieve"], trained(name))


def _stored(name: str) -> dict[str, Matrix]:
    with (files("reader.compare") / "weights" / f"{name}.npz").open("rb") as file:
        return dict(np.load(file))
