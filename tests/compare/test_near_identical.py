"""An updated copy of a report: what was changed is found, and a copy that says the same agrees."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from reader import language, sources
from tests.gold.near_identical import changes, conflicts, faults, same

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_one_change_is_found_with_its_type_and_place_and_nothing_else(path):
    reading = language.read(sources.read(path)[0])
    made = list(changes(reading, Random(3)))
    assert made
    assert {change: faults(reading, change) for change in made} == {change: [] for change in made}


@pytest.mark.parametrize("path", SEEDS[:2], ids=lambda path: path.stem[:3])
def test_a_copy_that_says_the_same_has_no_conflict(path):
    reading = language.read(sources.read(path)[0])
    assert [name for name, copy in same(reading, Random(3)) if conflicts(reading, copy)] == []
