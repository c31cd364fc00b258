"""Static word vectors, offline: wordllama's weights and tokenizer, read from its installed files.

Importing wordllama itself costs a third of a second, for downloads that Reader never makes.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from reader.language.words import plain
from reader.model import ReaderError, Reading

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Matrix = NDArray[np.floating[Any]]
DIMENSIONS = 256


def encode(texts: Sequence[str]) -> Matrix:
    """Unit vectors, one row a text: the mean of its tokens' static vectors (len(texts), 256)."""
    tokenizer, weights = _load()
    rows = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
    for row, encoding in zip(rows, tokenizer.encode_batch(list(texts)), strict=True):
        if encoding.ids:
            row[:] = weights[encoding.ids].astype(np.float32).mean(axis=0)
    return unit(rows)


def sentences(reading: Reading) -> list[str]:
    """The sentences as encoders get them, where layout and the shape of quotes do not show."""
    return [" ".join(plain(reading.text(s.index)).split()) for s in reading.sentences]


def unit(rows: Matrix) -> Matrix:
    """`rows` scaled to length one; a row of zeros stays one."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.maximum(lengths, 1e-9), dtype=np.float32)


@cache
def _load() -> tuple[Tokenizer, NDArray[np.float16]]:
    from safetensors.numpy import load_file
    from tokenizers import Tokenizer

    spec = find_spec("wordllama")
    if spec is None or spec.origin is None:
        raise ReaderError("the package wordllama is missing: install Reader again")
    folder = Path(spec.origin).parent
    weights = load_file(folder / "weights" / "l2_supercat_256.safetensors")["embedding.weight"]
    tokenizer = Tokenizer.from_file(
        str(folder / "tokenizers" / "l2_supercat_tokenizer_config.json")
    )
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer, weights
