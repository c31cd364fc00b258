"""Words shared out among the sentences of the other article."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.compare.contextual import Context, nearest
from reader.compare.encoder import unit
from reader.compare.portions import portions

articles = st.lists(st.lists(st.integers(0, 5), min_size=1, max_size=4), min_size=1, max_size=4)


def context(article: list[list[int]]) -> Context:
    """An article whose words are numbers: equal ones mean the same, others nothing alike."""
    words = np.eye(6, dtype=np.float32)[[word for sentence in article for word in sentence]]
    lengths = [len(sentence) for sentence in article]
    starts = np.cumsum([0, *lengths[:-1]])
    weights = np.concatenate([np.full(n, 1 / n, dtype=np.float32) for n in lengths])
    means = unit(np.add.reduceat(words * weights[:, None], starts))
    return Context(words.astype(np.float16), weights, starts, means)


@settings(max_examples=50)
@given(articles, articles)
def test_shares_are_symmetric_and_never_more_than_the_whole(
    ours: list[list[int]], theirs: list[list[int]]
) -> None:
    a, b = context(ours), context(theirs)
    there, back = portions(a, b, nearest(a, b)), portions(b, a, nearest(b, a))
    for layer, mirrored in zip(there, back, strict=True):
        np.testing.assert_allclose(layer, mirrored.T, atol=1e-5)
        assert layer.shape == (len(ours), len(theirs))
        assert layer.min() >= 0
        assert layer.max() <= 1 + 1e-5


def test_a_word_goes_to_the_sentence_that_has_it() -> None:
    a, b = context([[0], [1, 2]]), context([[0], [1, 2], [3, 4]])
    smaller, _ = portions(a, b, nearest(a, b))
    assert smaller[1, 1] > 0.99
    assert smaller[1, 2] < 0.01


def test_rivals_share_a_word_and_a_headline_takes_nothing_from_them() -> None:
    alone, b = context([[5], [0]]), context([[5], [0], [0]])
    smaller, _ = portions(alone, b, nearest(alone, b))
    np.testing.assert_allclose(smaller[1, 1:], 0.5, atol=0.01)
    headed = context([[0], [0], [1]])
    _, larger = portions(alone, headed, nearest(alone, headed))
    assert larger[1, 1] > 0.99


def test_a_first_guess_decides_between_rivals() -> None:
    a, b = context([[5], [0]]), context([[5], [0], [0]])
    guess = np.array([[0.9, 0.0, 0.0], [0.0, 0.9, 0.1]], dtype=np.float32)
    smaller, _ = portions(a, b, nearest(a, b), guess)
    assert smaller[1, 1] > 0.85
    assert smaller[1, 2] < 0.15
