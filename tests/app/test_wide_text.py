"""Wide characters, marks that combine, emoji and writing from right to left, in the pair."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from reader.app.app import ReaderApp
from reader.app.travel import Place
from tests.app.made import story_steps
from tests.app.screen import lines, press, settled
from tests.builders import link, reading

FAMILY, FLAG, HEART, CAFE = "👩‍👩‍👧", "🇳🇴", "❤️", "cafe\u0301"
LEFT = (
    "A visit",
    f"習近平 came 🙂 with {FAMILY} to 北京 for {CAFE} talks.",
    f"{FLAG} {HEART} 👍🏽 x",
)
RIGHT = (
    "The visit",
    "習近平主席が北京に到着した。",
    "נאום של ראש הממשלה مرحبا بالعالم",
    "Za\u0338go",
)
OUTLETS = ("習近平の新聞", "نبأ")


@pytest.fixture
def visit(settings):
    readings = [reading(LEFT, OUTLETS[0], "A visit"), reading(RIGHT, OUTLETS[1], "北京 🙂")]
    return ReaderApp((), settings, story_steps(readings, {(0, 1): [link(1, 1), link(2, 2)]}))


def cell_of(line: str, words: str) -> int:
    """The cell where `words` begin in a line of the screen."""
    return cell_len(line[: line.index(words)])


@pytest.mark.parametrize("width", [40, 80, 100, 121])
async def test_every_line_fills_the_screen_and_the_columns_are_straight(visit, width):
    async with visit.run_test(size=(width, 24)) as pilot:
        await settled(pilot)
        assert {cell_len(line) for line in lines(visit)} == {width}
        await press(pilot, "enter", "j")
        assert {cell_len(line) for line in lines(visit)} == {width}
        assert len({cell_of(line, "│") for line in lines(visit) if " │ " in line[:-3]}) <= 1


async def test_an_outlet_is_cut_by_its_cells_alone(visit):
    async with visit.run_test(size=(100, 24)) as pilot:
        await settled(pilot)
        assert any(line.startswith(f"  1  {OUTLETS[0]} ") for line in lines(visit)[5:])


@pytest.mark.parametrize(
    ("begin", "end", "chosen"),
    [
        ("習", "平", "習近平"),
        (FAMILY, "to 北", f"{FAMILY} t"),
        ("北", "京", "北京"),
        ("e\u0301", "talks", "e\u0301 t"),
        (CAFE, "talks", f"{CAFE} t"),
        (FLAG, HEART, f"{FLAG} {HEART}"),
        ("到", "し", "到着し"),
        ("של", "הממשלה", "של ראש ה"),
    ],
)
@pytest.mark.parametrize("half", [0, 1])
async def test_what_is_dragged_over_is_copied_whole(visit, begin, end, chosen, half):
    def cell(words: str) -> tuple[int, int]:
        row = next(y for y, line in enumerate(lines(visit)) if y > 2 and words in line)
        wide = cell_len(words[:1]) == 2 or words in (FLAG, HEART, FAMILY)
        return cell_of(lines(visit)[row], words) + (half if wide else 0), row

    async with visit.run_test(size=(140, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter")
        await pilot.mouse_down(offset=cell(begin))
        await pilot.hover(offset=cell(end))
        await pilot.mouse_up(offset=cell(end))
        await press(pilot, "y")
        assert visit.clipboard == chosen


async def test_what_is_found_is_lit_where_it_stands(visit):
    async with visit.run_test(size=(140, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "/", "北", "京", "enter")
        assert visit.screen.pane.cursor == Place(0, 1)
        strips = visit.screen._compositor.render_strips()
        lit = [part.text for strip in strips for part in strip
               if part.style and part.style.bgcolor == visit.ink.match.bgcolor]  # fmt: skip
        assert "".join(lit) == "北京北京"
