"""A small story, compared by hand, for tests of the screens: no reading, no waiting."""

from __future__ import annotations

import pytest

from reader.app.app import ReaderApp
from reader.settings import Settings
from tests.app.fire import fire_steps
from tests.app.made import story_steps
from tests.builders import link, reading

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


@pytest.fixture
def fire(settings):
    return ReaderApp((), settings, fire_steps())
