"""The figures by outlets."""

import pytest

from reader.app.screens.figures import FiguresScreen
from reader.app.screens.pair import PairScreen
from reader.app.screens.tellings import TellingsScreen
from reader.model import Relation
from tests.app.screen import lines, press, settled, text

WIDE, NARROW = (120, 36), (80, 24)


async def opened(pilot, *keys: str) -> FiguresScreen:
    await settled(pilot)
    await press(pilot, "4", *keys)
    return pilot.app.screen


@pytest.mark.parametrize("size", [WIDE, NARROW, (250, 70)])
async def test_figures_stand_by_outlets_the_contested_first(fire, size):
    async with fire.run_test(size=size) as pilot:
        await opened(pilot)
        shown = lines(fire)
        assert "3 figures, 1 contested   by conflict" in shown[0]
        assert shown[1].split()[:3] == ["about", "AP", "Reuters"]
        assert shown[2].split("people")[1].split() == ["!", "14", "!", "16", "!", "14"]
        assert "Tuesday" in shown[3]
        assert "More than 30" in shown[4]


async def test_the_foot_groups_the_values(fire):
    async with fire.run_test(size=WIDE) as pilot:
        await opened(pilot, "l")
        assert "14 (AP, The Local Herald) / 16 (Reuters)" in text(fire)
        assert "Reuters 2  The fire killed 16 people on Tuesday." in text(fire)
        await press(pilot, "G", "l", "l")
        assert "The Local Herald is silent on this" in text(fire)


async def test_a_figure_that_differs_is_noted_with_every_outlet(fire):
    async with fire.run_test(size=WIDE) as pilot:
        await opened(pilot, "G", "{", "a", *"Toll?", "enter")
        (note,) = fire.session.notebook.notes
        assert note.relation is Relation.CONFLICT
        assert len(note.passages) == 3
        assert "14 (AP, The Local Herald) / 16 (Reuters)" in note.fact


async def test_two_cells_open_their_pair(fire):
    async with fire.run_test(size=WIDE) as pilot:
        await opened(pilot, "p", "l", "p")
        assert isinstance(fire.screen, PairScreen)
        assert fire.screen.pair == (0, 1)
        await press(pilot, "4")
        assert isinstance(fire.screen, FiguresScreen)


async def test_what_differs_is_said_once_with_the_sentences_that_give_it(fire):
    async with fire.run_test(size=NARROW) as pilot:
        await opened(pilot, "enter")
        assert text(fire).count("14 (AP, The Local Herald)") == 1


async def test_the_foot_has_room_for_the_sentence_below_whatever_differs(fire):
    async with fire.run_test(size=(20, 24)) as pilot:
        await opened(pilot)
        told = [line.strip() for line in lines(fire)[-7:-1]]
        assert told[3].endswith("…")
        assert told[4].startswith("AP 2")


async def test_enter_shows_the_sentences(fire):
    async with fire.run_test(size=WIDE) as pilot:
        await opened(pilot, "enter")
        assert isinstance(fire.screen, TellingsScreen)
        assert "The fire killed 16 people on Tuesday." in text(fire)


async def test_figures_are_sorted_filtered_and_sought(fire):
    async with fire.run_test(size=WIDE) as pilot:
        screen = await opened(pilot)
        for said in ("coverage", "first appearance", "conflict"):
            await press(pilot, "s")
            assert f"sorted by {said}" in text(fire)
        await press(pilot, "f", *"tuesday", "enter")
        assert [row.given[0].fact.type for row in screen.list.rows] == ["date"]
        await press(pilot, "}")
        assert "no contested figure below" in text(fire)
        await press(pilot, "F")
        assert len(screen.list.rows) == 3
