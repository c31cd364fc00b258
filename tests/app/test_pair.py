import pytest

from reader.app.app import ReaderApp
from reader.app.flow import Layout
from reader.app.screens.library import LibraryScreen
from reader.app.travel import Place
from tests.app import made
from tests.app.made import story_steps
from tests.app.screen import lines, press, settled, text
from tests.builders import link, reading

WIDE, NARROW = (120, 36), (80, 24)


@pytest.fixture
def open_pair(app):
    async def opened(pilot, *keys):
        await settled(pilot)
        await press(pilot, "enter", *keys)
        return app.screen.pane

    return opened


async def test_linked_sentences_stand_level_and_what_moved_names_its_partner(app, open_pair):
    async with app.run_test(size=WIDE) as pilot:
        await open_pair(pilot)
        level = [line for line in lines(app) if "24 years" in line]
        assert "! 2  He came for the first time in 24 years. " in level[0]
        assert "! 3  The guest came for the first time in 25 years. " in level[0]
        assert "= 3  Both deny any arms deals. ↑2" in text(app)
        assert "= 2  Both deny any arms deals. ↓3" in text(app)


async def test_the_head_names_both_and_counts(app, open_pair):
    async with app.run_test(size=WIDE) as pilot:
        await open_pair(pilot)
        head = lines(app)[0]
        assert "= 1 shared" in head
        assert "! 1 conflict" in head
        assert "+ 3 / 2 only here" in head
        assert "AP  A visit" in lines(app)[1]
        assert "Reuters  The visit" in lines(app)[1]


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        ("j", (0, 1)), ("down", (0, 1)), ("jjk", (0, 1)), ("G", (0, 4)), ("Gg", (0, 0)),
        (" ", (0, 4)), ("Gb", (0, 0)), ("}", (0, 1)), ("G{", (0, 1)), ("]", (0, 1)), ("]]", (0, 2)),
        (",,;", (0, 1)), ("G[[", (0, 1)), (">", (0, 3)), ("G<<", (0, 0)), ("l", (1, 0)),
        ("lh", (0, 0)), ("]\t", (1, 2)), ("]\t\t", (0, 1)), ("jj\r", (1, 1)), ("\t", (1, 0)),
    ],
)  # fmt: skip
async def test_the_cursor_goes(app, open_pair, keys, place):
    names = {"down": ["down"]}.get(keys) or [
        {" ": "space", "\t": "tab", "\r": "enter"}.get(key, key) for key in keys
    ]
    async with app.run_test(size=WIDE) as pilot:
        pane = await open_pair(pilot, *names)
        assert pane.cursor == Place(*place)


async def test_where_nothing_follows_the_cursor_stays_and_it_is_said(app, open_pair):
    async with app.run_test(size=WIDE) as pilot:
        pane = await open_pair(pilot, "G", "}")
        assert pane.cursor == Place(0, 4)
        assert "no conflict below" in lines(app)[-1]
        await press(pilot, "k")
        assert "no conflict below" not in text(app)


async def test_the_foot_explains_the_link_and_shows_the_nearest_of_what_has_none(app, open_pair):
    async with app.run_test(size=WIDE) as pilot:
        await open_pair(pilot, "}")
        assert "! conflict   0.83   AP 2 – Reuters 3" in text(app)
        await press(pilot, ">")
        assert "+ only here   AP 4   nearest Reuters 4, 0.31" in text(app)
        assert "Reuters 4  Soldiers fired warning shots." in text(app)


async def test_what_has_nothing_near_it_is_shown_nothing(app, open_pair, monkeypatch):
    monkeypatch.setattr(made, "NEAR", 0.02)
    async with app.run_test(size=WIDE) as pilot:
        await open_pair(pilot, ">")
        assert "+ only here   AP 4   nothing near it but in AP" in text(app)


async def test_folding_leaves_what_differs(app, open_pair):
    async with app.run_test(size=WIDE) as pilot:
        pane = await open_pair(pilot, "z")
        assert "arms deals" not in text(app).replace("Both deny any arms deals. ↑", "")
        assert "He laid a wreath." in text(app)
        assert pane.folded
        await press(pilot, "z")
        assert not pane.folded


async def test_layouts_in_turn_keep_the_sentence(app, open_pair):
    async with app.run_test(size=WIDE) as pilot:
        pane = await open_pair(pilot, "j", "j")
        used = [pane.layout_used]
        for _ in range(3):
            await press(pilot, "w")
            used.append(pane.layout_used)
            assert pane.cursor == Place(0, 2)
        assert used == [Layout.SIDE, Layout.STACKED, Layout.INTERLEAVED, Layout.SIDE]


async def test_a_narrow_screen_stacks(app, open_pair):
    async with app.run_test(size=NARROW) as pilot:
        pane = await open_pair(pilot)
        assert pane.layout_used is Layout.STACKED
        assert "A 2" in text(app).replace("A2", "A 2")
        await pilot.resize_terminal(*WIDE)
        await settled(pilot)
        assert pane.layout_used is Layout.SIDE


@pytest.mark.parametrize("size", [WIDE, NARROW, (250, 70), (40, 10)])
async def test_every_sentence_of_both_is_on_the_screen_as_it_is_scrolled(app, open_pair, size):
    async with app.run_test(size=size) as pilot:
        pane = await open_pair(pilot)
        seen = ""
        for line in range(pane.flow.height):
            seen += pane._painter.strip(line, None, frozenset()).text + "\n"
        for side in (pane.comparison.a, pane.comparison.b):
            for sentence in side.reading.sentences:
                for word in side.reading.text(sentence.index).split():
                    assert word in seen


async def test_search_shows_and_visits_what_it_finds(app, open_pair):
    async with app.run_test(size=WIDE) as pilot:
        pane = await open_pair(pilot, "n")
        assert "nothing to look for: search first" in text(app)
        await press(pilot, "/", *"first time", "enter")
        assert len(pane.hits) == 2
        assert pane.cursor == Place(0, 1)
        assert "2 matches, sentence 1 of 2" in text(app)
        await press(pilot, "n")
        assert pane.cursor == Place(1, 2)
        await press(pilot, "n")
        assert pane.cursor == Place(0, 1)
        await press(pilot, "N")
        assert pane.cursor == Place(1, 2)
        await press(pilot, "/", *"zebra", "enter")
        assert "“zebra” is not in these two reports" in text(app)


async def test_escape_leaves_the_search_then_the_pair(app, open_pair):
    async with app.run_test(size=WIDE) as pilot:
        pane = await open_pair(pilot, "/", "h", "escape")
        assert not pane.hits
        await press(pilot, "escape")
        assert isinstance(app.screen, LibraryScreen)


async def test_resizing_keeps_the_sentence_on_its_line(settings):
    many = [f"Sentence {number} of a report that goes on and on." for number in range(60)]
    steps = story_steps([reading(many, "AP"), reading(many, "TASS")], {(0, 1): []})
    app = ReaderApp((), settings, steps)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "G", *"kkkkkkkkkk")
        pane = app.screen.pane

        def above():
            return pane.flow.tops[pane.flow.place(*pane.cursor)] - pane.scroll_offset.y

        for size in ((120, 30), (60, 30), (100, 30), (200, 30)):
            before = above()
            await pilot.resize_terminal(*size)
            await settled(pilot)
            assert pane.cursor == Place(0, 49)
            assert abs(above() - before) <= 3
            assert 0 <= above() < pane.size.height


async def test_a_click_puts_the_cursor_there_and_a_drag_selects_across_lines(app, open_pair):
    async with app.run_test(size=(100, 30)) as pilot:
        pane = await open_pair(pilot)
        row = next(y for y, line in enumerate(lines(app)) if "warning shots" in line)
        x = lines(app)[row].index("warning")
        await pilot.click(offset=(x, row))
        await settled(pilot)
        assert pane.cursor == Place(1, 3)
        await pilot.mouse_down(offset=(x, row))
        await pilot.hover(offset=(x + 6, row))
        await pilot.mouse_up(offset=(x + 6, row))
        await settled(pilot)
        await press(pilot, "y")
        assert app.clipboard == "warning"
        assert app.settings.notes.with_name("copied.txt").read_text() == "warning"


async def test_the_sentence_is_copied_with_its_source(app, open_pair):
    async with app.run_test(size=WIDE) as pilot:
        await open_pair(pilot, ">", "y")
        assert app.clipboard == "He laid a wreath."
        assert "sent to the terminal" in text(app)
        await press(pilot, "Y")
        assert app.clipboard == "“He laid a wreath.” (AP, “A visit”)"


@pytest.fixture
def long(settings):
    """Two reports too long for the screen, the strip beside them."""
    many = [f"Sentence {number} of a report that goes on and on." for number in range(200)]
    steps = story_steps([reading(many, "AP"), reading(many, "TASS")], {(0, 1): []})
    return ReaderApp((), settings, steps)


async def test_the_strip_at_the_edge_takes_the_keys_and_gives_them_back(long):
    async with long.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "v")
        pane, strip = long.screen.pane, long.screen.overview
        assert "part by part" in lines(long)[-1]
        await press(pilot, "j")
        leap = pane.cursor.sentence
        assert leap == 200 // strip.size.height
        await press(pilot, "space")
        assert pane.cursor.sentence > 200 // 5
        await press(pilot, "G", "k")
        assert 180 < pane.cursor.sentence < 199
        await press(pilot, "enter", "k")
        assert 180 < pane.cursor.sentence < 199
        assert "part by part" not in lines(long)[-1]
        await press(pilot, "v", "g", "escape")
        assert 180 < pane.cursor.sentence < 199


async def test_a_click_on_the_strip_goes_there_and_leaves_the_keys_alone(long):
    async with long.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await press(pilot, "enter")
        strip = long.screen.overview
        await pilot.click(strip, offset=(1, strip.size.height - 1))
        await settled(pilot)
        assert long.screen.pane.cursor.sentence > 190
        assert long.screen.focused is None


async def test_typing_ends_the_going_by_the_strip(long):
    async with long.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "v", "/")
        assert "Enter" in lines(long)[-1]
        await press(pilot, "escape", "j")
        assert long.screen.pane.cursor == Place(0, 1)


async def test_what_the_foot_has_no_room_for_is_counted(settings):
    many = [f"Sentence {number} of a report." for number in range(20)]
    links = [link(0, number) for number in range(20)]
    readings = [reading(many, "AP"), reading(many, "TASS")]
    app = ReaderApp((), settings, story_steps(readings, {(0, 1): links}))
    async with app.run_test(size=NARROW) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "=")
        assert "26 more lines, which a higher window shows" in text(app)
        await pilot.resize_terminal(80, 60)
        await settled(pilot)
        assert "more lines" not in text(app)
        assert "TASS 20  Sentence 19 of a report." in text(app)
