"""Groups of what belongs together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.compare.clustering import gather


def test_a_weak_bridge_joins_no_two_groups() -> None:
    groups = {(0, 1): 0.9, (0, 2): 0.9, (1, 2): 0.9, (3, 4): 0.9, (3, 5): 0.9, (4, 5): 0.9}
    assert gather("abcdef", groups | {(2, 3): 0.8}, 0.4, 1) == [(0, 1, 2), (3, 4, 5)]


def test_no_group_holds_more_of_a_place_than_allowed() -> None:
    weights = {(0, 1): 0.9, (0, 2): 0.8, (0, 3): 0.7}
    assert gather("abbb", weights, 0.4, 2) == [(0, 1, 2), (3,)]


def test_what_is_kept_apart_stays_apart_however_strong_the_rest_is() -> None:
    weights = {(0, 1): 1.0, (1, 2): 1.0, (0, 2): -1e6}
    assert all(not {0, 2} <= {*group} for group in gather("abc", weights, 0.4, 3))


@given(st.data())
def test_every_item_is_in_one_group_and_every_group_is_held_together(data: st.DataObject) -> None:
    places = data.draw(st.lists(st.sampled_from("abcd"), max_size=9))
    pairs = [(i, j) for j in range(len(places)) for i in range(j)]
    scores = st.sampled_from([0.2, 0.5, 0.7, 0.9])
    weights = data.draw(st.dictionaries(st.sampled_from(pairs), scores)) if pairs else {}
    groups = gather(places, weights, 0.45, 2)
    assert sorted(k for group in groups for k in group) == list(range(len(places)))
    for group in groups:
        assert all(sum(places[k] == place for k in group) <= 2 for place in "abcd")
        for k in group if len(group) > 1 else ():
            assert any(weights.get((min(k, n), max(k, n))) for n in group)
