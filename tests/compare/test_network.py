"""The sieve before the network of the glance holds nothing back that matters."""

from __future__ import annotations

from itertools import combinations

import numpy as np

from reader.compare import Corpus
from reader.compare.alignment import WORTHWHILE
from reader.compare.features import base
from reader.compare.network import HOPELESS, probability, sifted
from reader.language import read
from reader.library import sample_story
from reader.settings import resource_folder


def test_the_sieve_lets_through_what_the_network_finds_plausible() -> None:
    story = Corpus([read(each) for each in sample_story(resource_folder("seeds")).articles])
    found = sifted("quick-first")
    plausible = 0
    for a, b in combinations(story.evidence, 2):
        layers = base(a, b)
        features = layers.reshape(len(layers), -1).T
        odds, ours = found.network.logits(features), found.logits(features)
        matter = probability(odds) >= WORTHWHILE
        plausible += matter.sum()
        np.testing.assert_allclose(ours[matter], odds[matter], rtol=1e-4, atol=1e-4)
        assert (ours[~matter] < odds[matter].min()).all()
    assert plausible
    assert probability(np.float32(HOPELESS)) < WORTHWHILE
