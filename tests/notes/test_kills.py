"""Whoever is killed while writing: no acknowledged note is lost, and the file parses."""

import os

import pytest

from tests.bench.kills import run


@pytest.mark.skipif(os.name != "posix", reason="no SIGKILL here")
def test_no_acknowledged_note_is_lost_to_a_kill(tmp_path):
    killing = run(rounds=20, seed=3, folder=tmp_path)
    assert killing.acknowledged > 40
