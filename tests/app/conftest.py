"""A small story, compared by hand, for tests of the screens: no reading, no waiting."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations
from types import SimpleNamespace

import pytest

from reader.app.app import ReaderApp
from reader.app.work import Compared, Opened, Prepared
from reader.model import Comparison, Near, Reading, Story
from reader.settings import Settings
from tests.builders import compared, link, reading

AP = (
    "A visit",
    "He came for the first time in 24 years.",
    "Both deny any arms deals.",
    "He laid a wreath.",
    "They dined late.",
)
REUTERS = (
    "The visit",
    "Both deny any arms deals.",
    "The guest came for the first time in 25 years.",
    "Soldiers fired warning shots.",
)
TASS = ("A friend arrives", "He came for the first time in 24 years.")


def story_steps(readings: list[Reading], links: dict[tuple[int, int], list]) -> Callable:
    """Make the work that finds these links in these readings."""

    def steps(_targets) -> Iterator:
        story = Story("visit", tuple(one.article for one in readings))
        yield Opened(story)
        yield Prepared(SimpleNamespace(readings=tuple(readings)))
        pairs = [
            (a, b, _near(compared(readings[a], readings[b], links.get((a, b), ()))))
            for a, b in combinations(range(len(readings)), 2)
        ]
        yield Compared(tuple(pairs), len(pairs), len(pairs))

    return steps


def _near(comparison: Comparison) -> Comparison:
    """Give every sentence without a link the last one of the other side as its nearest."""

    def side(one, other):
        last = Near(len(other.marks) - 1, 0.31)
        return replace(one, nearest=tuple(last for _ in one.nearest))

    return replace(
        comparison, a=side(comparison.a, comparison.b), b=side(comparison.b, comparison.a)
    )


@pytest.fixture(autouse=True)
def _true_colours(monkeypatch):
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.fixture
def settings(tmp_path):
    return Settings(
        notes=tmp_path / "notes.toml",
        stories=tmp_path / "stories",
        config=tmp_path / "config.toml",
    )


@pytest.fixture
def steps():
    readings = [
        reading(AP, "AP", "A visit", path="ap.txt"),
        reading(REUTERS, "Reuters", "The visit", path="reuters.txt"),
        reading(TASS, "TASS", "A friend arrives", path="tass.txt"),
    ]
    return story_steps(
        readings,
        {
            (0, 1): [link(1, 2, "!", 0.83), link(2, 1, "=", 0.97)],
            (0, 2): [link(1, 1)],
            (1, 2): [link(2, 1, "~", 0.7)],
        },
    )


@pytest.fixture
def app(settings, steps):
    return ReaderApp((), settings, steps)
