from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given

from reader.model import STRENGTH, Link
from reader.render.rows import Partner, Row, rows
from tests.builders import comparisons, link, pair


def rising(links: tuple[Link, ...]) -> bool:
    return all(x.a < y.a and x.b < y.b for x, y in combinations(links, 2))


@given(comparisons())
def test_every_sentence_stands_once_and_in_order(comparison):
    laid = rows(comparison)
    for side, column in (
        (comparison.a, [row.a for row in laid]),
        (comparison.b, [row.b for row in laid]),
    ):
        assert [index for index in column if index is not None] == list(range(len(side.marks)))


@given(comparisons())
def test_every_link_is_level_or_an_arrow_on_both_sides(comparison):
    laid = rows(comparison)
    row_of_a = {row.a: number for number, row in enumerate(laid)}
    row_of_b = {row.b: number for number, row in enumerate(laid)}
    level = {(row.a, row.b) for row in laid if row.link}
    down = {(row.a, partner.index): partner.below for row in laid for partner in row.away_a}
    up = {(partner.index, row.b): not partner.below for row in laid for partner in row.away_b}
    assert level.isdisjoint(down)
    assert level | down.keys() == {(link.a, link.b) for link in comparison.links}
    assert down == up
    assert all(below == (row_of_b[b] > row_of_a[a]) for (a, b), below in down.items())


def weight(links: Iterable[Link]) -> float:
    return sum(link.score * STRENGTH[link.kind] for link in links)


@given(comparisons())
def test_no_other_chain_of_links_weighs_more(comparison):
    links = comparison.links[:7]
    kept = tuple(row.link for row in rows(replace(comparison, links=links)) if row.link)
    assert rising(kept)
    chains = (chain for size in range(len(links) + 1) for chain in combinations(links, size))
    assert weight(kept) == pytest.approx(max(weight(chain) for chain in chains if rising(chain)))


def test_a_conflict_stands_level_before_what_is_shared():
    shared, conflict = link(0, 0, "="), link(0, 1, "!", 0.6)
    level = [row.link for row in rows(pair(["x"], ["p", "q"], shared, conflict))]
    assert level == [None, conflict]


def test_what_moved_names_its_partner():
    moved, level = link(0, 2, "=", 0.5), link(1, 1)
    assert rows(pair(["x", "y"], ["p", "q", "r"], moved, level)) == (
        Row(0, 0, None, (Partner(2, True),)),
        Row(1, 1, level),
        Row(None, 2, None, (), (Partner(0, False),)),
    )


def test_one_sentence_told_in_two_stands_beside_the_first_that_fits_best():
    best, rest = link(0, 0), link(0, 1, "=", 0.6)
    assert rows(pair(["x"], ["p", "q"], best, rest)) == (
        Row(0, 0, best, (Partner(1, True),)),
        Row(None, 1, None, (), (Partner(0, False),)),
    )
