"""Words as they are meant where they stand: a small trained encoder, and how sentences meet in it.

The encoder is all-MiniLM-L6-v2 fine-tuned on labelled stories, in ONNX at eight bits. Sentences
are compared by late interaction (Khattab and Zaharia, "ColBERT", SIGIR 2020): every word seeks
its nearest in the other sentence, and weighs what the encoder says it weighs.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.resources import as_file, files
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from reader.compare.encoder import Matrix, sentences, unit
from reader.compare.features import Places, lower_and_upper
from reader.model import Reading

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

WINDOW = 161  # tokens read at once
LONGEST = 90  # tokens of one sentence
BEFORE = 40  # tokens of the sentence before a window
HEADLINE = 24  # tokens of the headline, which stands before every later window


@dataclass(frozen=True, slots=True)
class Context:
    """One reading's words in context (t of them), sentence after sentence.

    `vectors` are unit vectors (t, 384), in half precision: a megabyte an article;
    `weights` sum to one in every sentence (t); `starts` is the first word of each sentence (n);
    `means` the sentences' weighted means (n, 384).
    """

    vectors: NDArray[np.float16]
    weights: Matrix
    starts: Places
    means: Matrix


class Nearest(NamedTuple):
    """How near every word has one in each sentence of the other article.

    `of_a` holds those of A (words of A, sentences of B), `of_b` those of B (words, sentences of A).
    """

    of_a: Matrix
    of_b: Matrix


class Window(NamedTuple):
    """A stretch of an article as token ids, and each sentence's places of the words that count."""

    tokens: list[int]
    words: list[list[int]]


def read(reading: Reading, encoder: InferenceSession | None = None) -> Context:
    """The sentences of one article, read in windows with the headline and the sentence before.

    Takes some 10 ms a sentence; without `encoder` the one that is shipped reads.
    """
    encoder = encoder or _shipped()
    vectors, weights = [], []
    for window in windows(sentences(reading)):
        output, weight = encoder.run(None, {"input_ids": np.array([window.tokens])})
        for places in window.words:
            vectors.append(output[0, places])
            weights.append(weight[0, places] / weight[0, places].sum())
    if not vectors:
        nothing = np.zeros((0, 1), dtype=np.float32)
        return Context(
            nothing.astype(np.float16), nothing[:, 0], np.zeros(0, dtype=np.int64), nothing
        )
    starts = np.cumsum([0] + [len(rows) for rows in vectors[:-1]])
    every, weigh = np.concatenate(vectors), np.concatenate(weights)
    means = np.add.reduceat(every * weigh[:, None], starts)
    return Context(unit(every).astype(np.float16), weigh, starts, unit(means))


def nearest(a: Context, b: Context) -> Nearest:
    """How near the nearest word in every sentence of the other article is, 0 to 1."""
    near = a.vectors.astype(np.float32) @ b.vectors.astype(np.float32).T
    best_a = np.maximum.reduceat(near, b.starts, axis=1)
    best_b = np.maximum.reduceat(near, a.starts, axis=0).T
    return Nearest(np.maximum(best_a, 0), np.maximum(best_b, 0))


def meeting(a: Context, b: Context, near: Nearest) -> list[Matrix]:
    """Layers for a pair (sentences of A, of B): how well the words of either meet the other's.

    Both need a sentence at least.
    """
    layers: list[Matrix] = [a.means @ b.means.T]
    for power in (1, 4):  # the fourth power counts near matches only
        layers += lower_and_upper(weighed(near.of_a**power, a), weighed(near.of_b**power, b).T)
    return layers


def weighed(words: Matrix, of: Context) -> Matrix:
    """For every sentence of an article what its words have (words, k), by their weights."""
    return np.asarray(np.add.reduceat(words * of.weights[:, None], of.starts, axis=0))


def windows(texts: Sequence[str]) -> Iterator[Window]:
    """The sentences of one article packed into windows, each with what came before it."""
    rows = _tokens(texts)
    first, end = _token("[CLS]"), _token("[SEP]")
    start = 0
    while start < len(rows):
        tokens = [first]
        if start > 1:
            tokens += [*rows[0][:HEADLINE], end]
        if start:
            tokens += rows[start - 1][-BEFORE:]
        words: list[list[int]] = []
        stop = start
        while stop == start or (stop < len(rows) and len(tokens) + len(rows[stop]) <= WINDOW):
            places = range(len(tokens), len(tokens) + len(rows[stop]))
            telling = [p for p in places if rows[stop][p - len(tokens)] not in _empty()]
            words.append(telling or list(places))
            tokens += rows[stop]
            stop += 1
        yield Window([*tokens, end], words)
        start = stop


def _tokens(texts: Sequence[str]) -> list[list[int]]:
    encodings = _tokenizer().encode_batch(list(texts), add_special_tokens=False)
    return [encoding.ids[:LONGEST] or [_token("[UNK]")] for encoding in encodings]


# Words and marks that meet everywhere: they are read, for what they do to others, but not matched.
_EMPTY = """
    a an the of to in on at for and or but by with from as is are was were be been being has have
    had do does did it its this that these those he she they his her their him them who which i you
    we my our your will would can could may might there here so than then also into about over
    after before up out if when while what said say says s t
    ' , . ; : - – — ( ) [ ] ? ! " “ ” ’ ‘ ` * / …
"""


@cache
def _empty() -> frozenset[int]:
    found = (_tokenizer().token_to_id(word) for word in _EMPTY.split())
    return frozenset(token for token in found if token is not None)


@cache
def _token(word: str) -> int:
    return int(_tokenizer().get_vocab()[word])


@cache
def _tokenizer() -> Tokenizer:
    from tokenizers import Tokenizer

    stored = files("reader.compare") / "weights" / "tokenizer.json"
    tokenizer = Tokenizer.from_str(stored.read_text(encoding="utf-8"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


@cache
def _shipped() -> InferenceSession:
    with as_file(files("reader.compare") / "weights" / "encoder.onnx") as path:
        return load(path)


def load(path: Path) -> InferenceSession:
    """The encoder stored at `path`, running on one thread so that results never vary."""
    onnx = runtime()
    options = onnx.SessionOptions()
    options.intra_op_num_threads = 1
    session: InferenceSession = onnx.InferenceSession(
        str(path), options, providers=["CPUExecutionProvider"]
    )
    return session


def runtime(module: str = "onnxruntime") -> ModuleType:
    """A module of ONNX Runtime, kept from reporting its use: the one door to it."""
    # From 1.31 on its official builds report every run to their maker, and keep a number of the
    # machine on disk; they decide when they are imported, and never ask again.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    return import_module(module)
