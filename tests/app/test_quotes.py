"""The quotations and their wordings."""

import pytest

from reader.app.app import ReaderApp
from reader.app.screens.pair import PairScreen
from reader.app.screens.quotes import QuotesScreen
from reader.app.screens.tellings import TellingsScreen
from reader.model import Relation
from tests.app.fire import flood_steps
from tests.app.screen import press, settled, text

WIDE, NARROW = (120, 36), (80, 24)


async def opened(pilot, *keys: str) -> QuotesScreen:
    await settled(pilot)
    await press(pilot, "5", *keys)
    return pilot.app.screen


@pytest.mark.parametrize("size", [WIDE, NARROW, (250, 70)])
async def test_wordings_stand_under_their_speaker_and_say_what_was_done(fire, size):
    async with fire.run_test(size=size) as pilot:
        await opened(pilot)
        shown = " ".join(text(fire).replace("▌", " ").split())
        assert "! Ann Lee 3 outlets" in shown
        assert "altered: “city” for “town”" in shown or "altered: “town” for “city”" in shown
        assert "trimmed: without “whatever it takes”" in shown
        assert "1 quotation, 1 altered" in shown


async def test_a_page_leads_through_an_entry_higher_than_the_screen(settings):
    app = ReaderApp((), settings, flood_steps())
    async with app.run_test(size=(60, 12)) as pilot:
        screen = await opened(pilot)
        assert "trimmed" not in text(app)
        seen = []
        while screen.list.cursor == 0 and len(seen) < 9:
            await press(pilot, "space")
            seen.append(text(app))
        assert any("trimmed" in shown for shown in seen)
        assert "Bob Ray" in seen[-1]
        await press(pilot, *"b" * len(seen))
        assert screen.list.cursor == 0
        assert "3 outlets" in text(app)


async def test_one_note_has_the_words_of_every_outlet(fire):
    async with fire.run_test(size=WIDE) as pilot:
        await opened(pilot, "a", *"Which?", "enter")
        (note,) = fire.session.notebook.notes
        assert (note.relation, note.speaker) == (Relation.QUOTE, "Ann Lee")
        assert sorted(p.exact for p in note.passages) == [
            "We will rebuild this city, whatever it takes,",
            "We will rebuild this town,",
            "We will rebuild this town, whatever it takes,",
        ]


async def test_enter_shows_the_sentences_and_then_the_pair(fire):
    async with fire.run_test(size=WIDE) as pilot:
        await opened(pilot, "enter")
        assert isinstance(fire.screen, TellingsScreen)
        await press(pilot, "enter")
        assert isinstance(fire.screen, PairScreen)
        await press(pilot, "5")
        assert isinstance(fire.screen, QuotesScreen)


async def test_quotations_are_sorted_filtered_and_sought(fire):
    async with fire.run_test(size=WIDE) as pilot:
        screen = await opened(pilot)
        for said in ("coverage", "speaker", "first appearance", "alteration"):
            await press(pilot, "s")
            assert f"sorted by {said}" in text(fire)
        await press(pilot, "}")
        assert "no altered quotation below" in text(fire)
        await press(pilot, "f", *"nobody", "enter")
        assert not screen.list.rows
        assert "no quotations with these words" in text(fire)
        await press(pilot, "F", "y")
        assert len(screen.list.rows) == 1
        assert fire.clipboard.startswith("We will rebuild this")
