"""A bound that holds on any machine, for both sides of it are measured there."""

from tests.bench import pairing


def test_a_pair_is_compared_twenty_times_faster_than_difflib_would():
    opened, _, difflib = pairing.measure()
    assert difflib > 20 * opened
