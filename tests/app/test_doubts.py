"""What may be in conflict, in the pair: stepped through, shown, hidden."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.app.app import ReaderApp
from reader.app.travel import Place
from reader.model import Reason, Span
from tests.app.made import story_steps
from tests.app.screen import lines, press, settled, text
from tests.builders import link, reading

AP = ("A storm", "It killed 14 people.", "It rained.", "Some 30 homes burned.", "All is calm.")
TASS = ("The storm", "It killed 14 people.", "It rained.", "About 40 homes burned.", "All is calm.")


def doubt(a: str, b: str) -> Reason:
    spans = []
    for sentences, words in ((AP, a), (TASS, b)):
        at = "\n\n".join(sentences).index(words)
        spans.append(Span(at, at + len(words)))
    return Reason("number", *spans, f"homes: {a} / {b}", 0.12)


@pytest.fixture
def storm(settings):
    links = [link(k, k) for k in range(1, 5)]
    links[2] = replace(links[2], doubts=(doubt("30", "40"),))
    return ReaderApp(
        (), settings, story_steps([reading(AP), reading(TASS, "TASS")], {(0, 1): links})
    )


def styles(app, words: str):
    """How the words are drawn, wherever they stand alone in a stretch."""
    strips = app.screen._compositor.render_strips()
    return [part.style for strip in strips for part in strip if part.text == words]


async def test_the_cursor_steps_from_doubt_to_doubt_and_they_are_shown(storm):
    async with storm.run_test(size=(120, 30)) as pilot:
        await settled(pilot)
        await press(pilot, "enter")
        assert "= 4  Some 30 homes" in text(storm)
        await press(pilot, ")")
        pane = storm.screen.pane
        assert pane.cursor == Place(0, 3)
        assert "? 4  Some 30 homes burned." in text(storm)
        assert "? 4  About 40 homes burned." in text(storm)
        assert "? 1 in doubt" in lines(storm)[0]
        assert "? number, homes: 30 / 40 0.12" in text(storm)
        assert styles(storm, "30")[0].color == storm.ink.doubt.color
        await press(pilot, ")")
        assert "no doubtful sentence below" in lines(storm)[-1]
        await press(pilot, "G", "(")
        assert pane.cursor == Place(0, 3)


async def test_they_are_hidden_again_and_folded_only_then(storm):
    async with storm.run_test(size=(120, 30)) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "z")
        assert "homes" not in text(storm)
        await press(pilot, "D")
        assert "? 4  Some 30 homes" in text(storm)
        assert "3  It rained" not in text(storm)
        await press(pilot, "D")
        assert "homes" not in text(storm)
        assert "in doubt" not in text(storm)


async def test_what_the_reporter_has_settled_is_no_doubt(storm):
    async with storm.run_test(size=(120, 30)) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "j", "j", "j", "L", "enter", "D")
        assert "nothing doubtful here" in lines(storm)[-1]
        await press(pilot, "L", "j", "j", "enter")
        assert "by you" in text(storm)
        assert "number, homes: 30 / 40" in text(storm)
