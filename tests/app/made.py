"""The work of opening a story that is compared by hand, for tests of the screens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations

from reader.app.work import Linked, Opened, Prepared
from reader.model import Comparison, Near, Reading, Story
from tests.builders import compared


def story_steps(readings: list[Reading], links: dict[tuple[int, int], list]) -> Callable:
    """Make the work that finds these links in these readings."""

    def compare(a: int, b: int) -> Comparison:
        return _near(compared(readings[a], readings[b], links.get((a, b), ())))

    def steps(_targets) -> Iterator:
        story = Story("visit", tuple(one.article for one in readings))
        yield Opened(story)
        yield Prepared(tuple(readings), compare)
        pairs = list(combinations(range(len(readings)), 2))
        linked = tuple((a, b, compare(a, b).links) for a, b in pairs)
        yield Linked(linked, len(pairs), len(pairs))

    return steps


NEAR = 0.31  # the score of the nearest of a sentence without a link


def _near(comparison: Comparison) -> Comparison:
    """Give every sentence without a link the last one of the other side as its nearest."""

    def side(one, other):
        last = Near(len(other.marks) - 1, NEAR)
        return replace(one, nearest=tuple(last for _ in one.nearest))

    return replace(
        comparison, a=side(comparison.a, comparison.b), b=side(comparison.b, comparison.a)
    )
