"""Readings become comparisons: pure functions over the model, and the encoder."""
