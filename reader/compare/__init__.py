"""Readings become comparisons: pure functions over the model, and the encoder."""

from reader.compare.corpus import Corpus
from reader.compare.pairs import compare, pair

__all__ = ["Corpus", "compare", "pair"]
