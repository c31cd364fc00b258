"""Readings become comparisons: pure functions over the model, and the encoder."""

from reader.compare.contextual import read as read_closely
from reader.compare.corpus import Corpus
from reader.compare.pairs import compare, pair
from reader.compare.sweep import Sweep
from reader.compare.synopsis import synopsis

__all__ = ["Corpus", "Sweep", "compare", "pair", "read_closely", "synopsis"]
