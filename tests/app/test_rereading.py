"""A story that is read again while the reporter works, called off, or changed under the screens."""

from __future__ import annotations

import threading

import pytest

from reader.app.app import ReaderApp
from reader.app.screens.library import LibraryScreen
from reader.app.work import Opened, Progress
from reader.model import Story
from tests.app.fire import fire_steps, many
from tests.app.screen import lines, press, settled, text
from tests.builders import reading


class Gate:
    """Work whose second run stops once the story is opened, until the gate is opened."""

    def __init__(self, steps, later=None):
        self.open = threading.Event()
        self._steps = [steps, later or steps]

    def __call__(self, targets):
        first, later = self._steps
        if first is None:
            yield from self._held(later, targets)
        else:
            self._steps[0] = None
            yield from first(targets)

    def _held(self, steps, targets):
        for step in steps(targets):
            yield step
            if isinstance(step, Opened):
                self.open.wait(10)


@pytest.fixture
def gate():
    gate = Gate(fire_steps())
    yield gate
    gate.open.set()


async def reread(pilot):
    """Have the story read again, and wait until it is open and nothing more."""
    await pilot.press("r")
    while pilot.app.session.readings:
        await pilot.pause()


async def press_only(pilot, *keys: str) -> None:
    """Strike keys while the work goes on."""
    await pilot.press(*keys)
    await pilot.pause()


@pytest.mark.parametrize("way", [("enter", "j"), ("2",), ("4",), ("5",), ("2", "enter")])
async def test_every_key_is_safe_while_the_story_is_read_again(settings, gate, way):
    app = ReaderApp((), settings, gate)
    async with app.run_test(size=(120, 30)) as pilot:
        await settled(pilot)
        await press(pilot, *way)
        await reread(pilot)
        for key in ("a", "escape", "t", "escape", ".", "m", "P", "J", "B", "L", "escape", "y", "Y",
                    "o", "=", "/", "escape", "p", "l", "p", "}", ")", "x", "escape"):  # fmt: skip
            await pilot.press(key)
            await pilot.pause()
        gate.open.set()
        await settled(pilot)
        assert app.session.whole


async def test_a_partner_that_is_gone_is_no_longer_chosen(settings):
    app = ReaderApp((), settings, Gate(many(5), many(2)))
    app._steps.open.set()
    async with app.run_test(size=(120, 30)) as pilot:
        await settled(pilot)
        await press(pilot, "l", "l", "l", "l", "r")
        assert len(app.session.story.articles) == 2
        assert app.library.grid.partner == 1


async def test_comparing_can_be_called_off_and_begun_again(settings):
    begun = threading.Event()

    def steps(targets):
        for step in many(3)(targets):
            yield step
            if isinstance(step, Opened):
                yield Progress("reading", 1, 3)
                begun.wait(10)

    app = ReaderApp((), settings, steps)
    async with app.run_test(size=(120, 30)) as pilot:
        while not app.session.progress:
            await pilot.pause()
        await press_only(pilot, "C")
        begun.set()
        await settled(pilot)
        assert "called off before all was compared; r begins again" in text(app)
        assert not app.session.readings
        await press(pilot, "r")
        assert app.session.whole
        assert "called off" not in text(app)
        await press(pilot, "C")
        assert "nothing is under way" in lines(app)[-1]


async def test_another_story_has_nothing_of_the_one_before(settings):
    other = [reading(("A flood.", "It rose."), outlet) for outlet in ("Post", "Times")]

    def flood(_):
        yield Opened(Story("flood", tuple(one.article for one in other)))

    app = ReaderApp((), settings, Gate(fire_steps(), flood))
    app._steps.open.set()
    async with app.run_test(size=(120, 30)) as pilot:
        await settled(pilot)
        await press(pilot, "2", "r")
        assert isinstance(app.screen, LibraryScreen)
        await press(pilot, "2")
        assert app.session.synopsis is None
        assert "gathering" in text(app)
