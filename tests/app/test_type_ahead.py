"""Keys that come faster than the screen can follow, as when text is pasted or a line is slow."""

from __future__ import annotations

import pytest
from textual import events

from reader.app.travel import Place
from tests.app.screen import settled

NAMES = {
    " ": "space", "/": "slash", "\r": "enter", "\x1b": "escape", "?": "question_mark",
    ":": "colon", "}": "right_curly_bracket",
}  # fmt: skip


async def burst(pilot, keys: str) -> None:
    """Strike keys all at once."""
    for key in keys:
        pilot.app.post_message(events.Key(NAMES.get(key, key), key))
    await settled(pilot)
    while pilot.app.keeping_back or pilot.app.behind:
        await settled(pilot)
    await settled(pilot)


async def test_letters_right_after_the_search_key_are_looked_for(app):
    async with app.run_test(size=(120, 30)) as pilot:
        await settled(pilot)
        await burst(pilot, "\r/guest")
        assert app.screen.query_one("Input").value == "guest"
        assert Place(1, 2) in app.screen.pane.hits


async def test_a_note_typed_at_once_is_the_note(app):
    async with app.run_test(size=(120, 30)) as pilot:
        await settled(pilot)
        await burst(pilot, "\r}adone quickly")
        assert app.screen.query_one("Editor").text == "done quickly"
        await burst(pilot, "\r")
        assert [note.text for note in app.session.notebook.notes] == ["done quickly"]


@pytest.mark.parametrize("keys", ["\rjjz", "2jl\rj", "3xq", "4jq5k", "Tjj\x1b", "?jjq", ":", "oj"])
async def test_keys_for_a_screen_that_is_still_to_come_wait_for_it(app, keys):
    async with app.run_test(size=(120, 30)) as pilot:
        await settled(pilot)
        await burst(pilot, keys)
        assert not app.return_code
        assert app.is_running
