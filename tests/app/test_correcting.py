from reader.app.app import ReaderApp
from reader.app.travel import Place
from reader.model import Mark
from tests.app.made import story_steps
from tests.app.screen import lines, press, settled, text
from tests.builders import link, reading

WIDE = (120, 36)


async def opened(pilot, *keys):
    await settled(pilot)
    await press(pilot, "enter")
    pane = pilot.app.screen.pane
    await press(pilot, *keys)
    return pane


async def test_one_key_joins_what_only_one_says_with_its_nearest(app):
    async with app.run_test(size=WIDE) as pilot:
        pane = await opened(pilot, ">", "J")
        (made,) = [link for link in pane.comparison.links if link.by_reporter]
        assert (made.a, made.b, made.kind) == (3, 3, Mark.SHARED)
        assert "= shared   by you   AP 4 – Reuters 4" in text(app)
        assert pane.cursor == Place(0, 3)
        assert "= 2 shared" in lines(app)[0]


async def test_joining_what_has_a_partner_asks_for_another(app):
    async with app.run_test(size=WIDE) as pilot:
        pane = await opened(pilot, "}", "J")
        assert "link to" in text(app)
        await press(pilot, "G", "enter")
        assert {(link.a, link.b) for link in pane.comparison.links if link.a == 1} == {
            (1, 2),
            (1, 3),
        }


async def test_a_link_is_broken_and_stays_as_the_nearest(app):
    async with app.run_test(size=WIDE) as pilot:
        pane = await opened(pilot, "}", "B")
        assert not pane.links(Place(0, 1))
        assert "+ only here   AP 2   nearest Reuters 3, 0.83" in text(app)
        assert "! 0 conflict" in lines(app)[0]


async def test_of_several_links_one_is_chosen(settings):
    readings = [reading(["One and two."], "AP"), reading(["One.", "Two."], "TASS")]
    steps = story_steps(readings, {(0, 1): [link(0, 0), link(0, 1, "=", 0.6)]})
    app = ReaderApp((), settings, steps)
    async with app.run_test(size=WIDE) as pilot:
        pane = await opened(pilot, "B")
        assert "break the link to" in text(app)
        await press(pilot, "j", "enter")
        assert [(link.a, link.b) for link in pane.comparison.links] == [(0, 0)]


async def test_a_link_gets_another_label(app):
    async with app.run_test(size=WIDE) as pilot:
        pane = await opened(pilot, "}", "L", "k", "enter")
        assert pane.mark(Place(0, 1)) is Mark.FRAMING
        assert "~ framing   by you" in text(app)
        await press(pilot, "L")
        assert "▌ ~ framing" in text(app)
        assert "Enter choose" in lines(app)[-1]
        await press(pilot, "escape")
        await press(pilot, "L", "escape")
        assert pane.mark(Place(0, 1)) is Mark.FRAMING


async def test_corrections_are_undone_kept_for_the_next_time_and_counted(app, steps, settings):
    async with app.run_test(size=WIDE) as pilot:
        pane = await opened(pilot, "}", "B", "u")
        assert pane.mark(Place(0, 1)) is Mark.CONFLICT
        await press(pilot, "U", "escape")
        assert lines(app)[3].split()[-3:] == ["60%", "·", "·"]
    again = ReaderApp((), settings, steps)
    async with again.run_test(size=WIDE) as pilot:
        pane = await opened(pilot)
        assert not pane.links(Place(0, 1))
        await press(pilot, "S")
        assert pane.comparison is not None
        assert not pane.links(Place(1, 1))


async def test_without_a_link_there_is_nothing_to_break(app):
    async with app.run_test(size=WIDE) as pilot:
        await opened(pilot, "B")
        assert "no link here" in lines(app)[-1]
