"""All pairs of a story come out the same, however many processes work on them."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from itertools import combinations

import pytest

from reader.compare import Sweep, pair
from reader.model import Article
from tests.bench.large import texts

REPORTS = 5


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    return texts(REPORTS, sentences=12)


def swept(sweep: Sweep) -> dict:
    return {(a, b): links for some in sweep.links() for a, b, links in some}


def hands_of(sweep: Sweep) -> list[int]:
    return [hand.pid for hand in sweep._crew._hands]


def test_two_processes_find_what_one_does(articles: list[Article]) -> None:
    found = []
    for hands in (0, 2):
        with Sweep(articles, hands=hands) as sweep:
            assert list(sweep.read()) == [1, 2, 3, 4, 5]
            quickly = swept(sweep)
            assert list(sweep.read_closely()) == [1, 2, 3, 4, 5]
            found.append((sweep.corpus.readings, quickly, swept(sweep)))
    assert found[0] == found[1]
    assert found[0][1].keys() == set(combinations(range(REPORTS), 2))


def test_links_are_those_of_the_pair_without_what_both_say(articles: list[Article]) -> None:
    with Sweep(articles, hands=0) as sweep:
        list(sweep.read())
        for (a, b), links in swept(sweep).items():
            whole = pair(sweep.corpus, a, b).links
            assert [(x.a, x.b, x.kind, x.score, x.doubts) for x in links] == [
                (x.a, x.b, x.kind, x.score, x.doubts) for x in whole
            ]
            for link, full in zip(links, whole, strict=True):
                assert link.reasons == full.reasons[: len(link.reasons)]
                assert not any(one.differs for one in full.reasons[len(link.reasons) :])


def test_what_a_process_that_dies_was_doing_is_done_all_the_same(articles: list[Article]) -> None:
    with Sweep(articles, hands=2) as sweep:
        list(sweep.read())
        os.kill(hands_of(sweep)[0], signal.SIGKILL)
        steps: Iterator = sweep.links()
        first = next(steps)
        for pid in hands_of(sweep):
            os.kill(pid, signal.SIGKILL)
        pairs = [(a, b) for some in (first, *steps) for a, b, _ in some]
    assert sorted(pairs) == list(combinations(range(REPORTS), 2))


def test_leaving_ends_the_processes(articles: list[Article]) -> None:
    with Sweep(articles, hands=2) as sweep:
        pids = hands_of(sweep)
        next(sweep.read())
    assert len(pids) == 2
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def test_a_small_story_needs_no_processes(articles: list[Article]) -> None:
    with Sweep(articles) as sweep:
        assert hands_of(sweep) == []
