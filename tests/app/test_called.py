"""What outlets with long names are called on the screens."""

import pytest

from reader.app.app import ReaderApp
from reader.model import Reason
from tests.app.made import story_steps
from tests.app.screen import lines, press, settled, text
from tests.builders import link, reading

LONG = "The Federation of Regional Newspapers and Broadcasters of the North " * 6
WHY = Reason("number", None, None, "number: 24 / 25")


@pytest.fixture
def federation(settings):
    words = ("Bridges repaired", "The bridges cost 24 million euros.", "Keller spoke.")
    readings = [
        reading(words, LONG + "and West", "Bridges repaired", path="a.txt"),
        reading(words, LONG + "and East", "Bridges repaired", path="b.txt"),
        reading(words, "新聞" * 40, "Bridges repaired", path="c.txt"),
    ]
    links = {pair: [link(1, 1, "!", 0.9, WHY)] for pair in ((0, 1), (0, 2), (1, 2))}
    return ReaderApp((), settings, story_steps(readings, links))


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_the_foot_of_a_pair_says_its_kind_and_reasons_whatever_the_outlets_are_called(
    federation, size
):
    async with federation.run_test(size=size) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "}")
        foot = " ".join(lines(federation)[-5:-1])
        assert "! conflict   0.90   The Federation of Regional" in foot
        assert "number: 24 / 25" in foot


@pytest.mark.parametrize("key", ["2", "4", "5", "o"])
async def test_no_screen_is_flooded_by_a_name(federation, key):
    async with federation.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter", key)
        assert "Newspapers and Broadcasters" not in text(federation)


async def test_a_filter_finds_what_a_name_was_cut_by(federation):
    async with federation.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await press(pilot, "f", *"east", "enter")
        assert federation.screen.table.numbers == {1}


async def test_a_note_is_listed_with_its_state_however_long_the_outlets(federation):
    async with federation.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "}", "a", *"Ask Keller", "enter", "t", *"money", "enter", "3")
        assert " ".join(lines(federation)[2].split()).startswith("▌ ! open #money The Fed")
