import pytest

from reader.app.app import ReaderApp
from reader.app.screens.library import LibraryScreen
from reader.app.screens.pair import PairScreen
from reader.app.work import Linked, Opened, Progress
from reader.model import ReaderError, Story
from tests.app.made import story_steps
from tests.app.screen import lines, press, settled, text
from tests.builders import link, reading
from tests.compare.test_grouping import ALONE, BRIDGE

WIDE = (120, 36)


async def test_the_articles_are_listed_with_their_figures(app):
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        shown = lines(app)
        assert "visit" in shown[0]
        assert "3 articles" in shown[0]
        assert " ".join(shown[2].split()) == "# outlet headline words only here conflicts notes"
        assert shown[3].split() == ["▌", "1", "AP", "A", "visit", "23", "60%", "1", "·"]
        assert shown[5].split() == ["3", "TASS", "A", "friend", "arrives", "12", "50%", "·", "·"]


async def test_the_grid_shows_what_each_pair_has_in_common(app):
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        rows = [line.split() for line in lines(app) if "▒" in line or "░" in line]
        assert rows[0] == ["1", "AP", "·", "▒40%!", "░20%"]


async def test_figures_come_in_after_the_articles(settings, steps):
    def opened_only(targets):
        yield next(iter(steps(targets)))

    app = ReaderApp((), settings, opened_only)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        assert lines(app)[3].split() == ["▌", "1", "AP", "A", "visit", "23", "–", "–", "·"]


@pytest.fixture
def hot(settings):
    """Three reports, of which the last two differ."""
    readings = [reading(["Ten came."], name) for name in ("AP", "DPA", "TASS")]
    links = {(0, 1): [link(0, 0)], (0, 2): [link(0, 0)], (1, 2): [link(0, 0, "!", 0.9)]}
    return ReaderApp((), settings, story_steps(readings, links))


async def test_enter_opens_the_most_contested_pair_of_all(hot):
    async with hot.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await press(pilot, "enter")
        assert hot.screen.pair == (1, 2)


async def test_whoever_has_moved_opens_what_is_under_the_cursor(hot):
    async with hot.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await press(pilot, "k")
        hot.show()
        await press(pilot, "enter")
        assert hot.screen.pair[0] == 0


async def test_a_newcomer_reads_the_card_whole_on_a_narrow_screen(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        shown = text(app)
        for words in (
            "with their marks:",
            "next link",
            "export notes",
            "overrule it",
            "each screen",
        ):
            assert words in shown


async def test_the_first_screen_is_painted_before_any_work_begins(app, monkeypatch):
    begun = []
    monkeypatch.setattr(
        ReaderApp, "start", lambda self: begun.append(isinstance(self.screen, LibraryScreen))
    )
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        assert begun == [True]


async def test_the_cursor_walks_the_table(app):
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        table = app.screen.table
        walked = []
        for key in ("j", "down", "j", "k", "up", "G", "g", "space", "b", "end", "home"):
            await press(pilot, key)
            walked.append(table.article)
        assert walked == [1, 2, 2, 1, 0, 2, 0, 2, 0, 2, 0]


async def test_enter_opens_the_pair_in_which_the_article_is_most_contested(app):
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await press(pilot, "enter")
        assert isinstance(app.screen, PairScreen)
        assert app.screen.pair == (0, 1)
        await press(pilot, "escape", "j", "j", "enter")
        assert app.screen.pair == (2, 1)


async def test_sorting_takes_the_columns_in_turn_and_keeps_the_article(app):
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await press(pilot, "j")
        orders = []
        for _ in range(8):
            await press(pilot, "s")
            orders.append([row.article.outlet for row in app.screen.table._rows])
            assert app.screen.table.article == 1
        assert orders[0] == ["AP", "Reuters", "TASS"]
        assert orders[1] == ["TASS", "AP", "Reuters"]
        assert orders[3] == ["AP", "Reuters", "TASS"]


async def test_the_filter_keeps_what_has_the_words_and_is_cleared(app):
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await press(pilot, "f", *"friend")
        assert "TASS" in lines(app)[3]
        assert app.screen.table.count == 1
        await press(pilot, "enter", "enter")
        assert app.screen.pair[0] == 2
        await press(pilot, "q", "F")
        assert app.screen.table.count == 3


async def test_a_story_that_cannot_be_read_is_said_on_the_screen(settings):
    def steps(_):
        raise ReaderError("nothing to read in [b]folder[/b]")
        yield

    app = ReaderApp(("folder",), settings, steps)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        assert "nothing to read in [b]folder[/b]" in text(app)


@pytest.mark.parametrize("key", ["q", "Q"])
async def test_leaving(app, key):
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await pilot.press(key)
    assert app.return_value == 0


async def test_a_newcomer_is_told_the_keys_until_there_are_notes(app):
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        assert "open the pair that differs most" in text(app)
        await press(pilot, "enter", "a", "x", "enter", "escape")
        assert "open the pair that differs most" not in text(app)


async def test_words_are_found_in_all_articles_and_opened_where_they_stand(app):
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await press(pilot, "/", *"FIRST  time", "enter")
        assert "3 sentences in 3 of 3 articles" in text(app)
        await press(pilot, "j", "enter")
        assert app.screen.pair[0] == 1
        assert app.screen.pane.cursor == (0, 2)
        await press(pilot, "n")
        assert app.screen.pane.cursor == (1, 1)
        await press(pilot, "escape", "/", *"zebra", "enter")
        assert "“zebra” is not in any report" in lines(app)[-1]


async def test_reading_again_shows_what_has_changed_and_leaves_the_pair_of_before(settings, steps):
    told = iter([steps, steps, story_steps([reading(["New."], "DPA")], {})])
    app = ReaderApp((), settings, lambda targets: next(told)(targets))
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "}", "r")
        assert isinstance(app.screen, PairScreen)
        assert app.screen.pane.cursor == (0, 1)
        await press(pilot, "r")
        assert isinstance(app.screen, LibraryScreen)
        assert "DPA" in lines(app)[3]
        await press(pilot, "enter", "p")
        assert isinstance(app.screen, LibraryScreen)


async def test_an_article_of_another_story_is_pointed_out(settings, tmp_path):
    texts = (*BRIDGE, ALONE)
    for number, told in enumerate(texts, 1):
        (tmp_path / f"outlet {number}.txt").write_text(told)
    paths = [tmp_path / f"outlet {number}.txt" for number in range(1, len(texts) + 1)]
    app = ReaderApp(paths, settings)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        assert "Outlet 4 seems to tell another story than the rest" in text(app)


async def test_a_filter_that_nothing_passes_is_shown_and_cleared(app):
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await press(pilot, "f", *"zzz", "enter")
        assert "filter: zzz" in lines(app)[0]
        assert "0 of 3 articles" in lines(app)[0]
        await press(pilot, "escape")
        assert "Reuters" in lines(app)[4]


async def test_a_key_of_other_screens_says_where_it_holds(app):
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await press(pilot, "}")
        assert "} not here; on pair, matrix, figures, quotes: go to the next" in lines(app)[-1]
        await press(pilot, "j")
        assert "not here" not in text(app)
        await press(pilot, "f", "}")
        assert "not here" not in text(app)


async def test_what_is_wrong_with_a_file_is_said_to_the_end_on_a_narrow_screen(settings, tmp_path):
    story = tmp_path / ("a-story-with-a-long-name-" * 4)
    story.mkdir()
    (story / "report.txt").write_text("The town has burnt. Nobody was hurt.")
    (story / "broken.docx").write_bytes(bytes(range(256)) * 9)
    app = ReaderApp((str(story),), settings)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        (fault,) = app.session.story.faults
        assert "".join(fault.split()) in "".join(text(app).split())


async def test_steps_that_come_fast_are_not_all_drawn(settings, monkeypatch):
    monkeypatch.setattr("reader.app.app.monotonic", lambda: 1.0)
    drawn = []
    monkeypatch.setattr(LibraryScreen, "refresh_all", lambda screen: drawn.append(screen))

    def many(_targets):
        yield Opened(Story("day", ()))
        yield from (Progress("reading", done, 99) for done in range(99))
        yield Linked((), 1, 1)

    app = ReaderApp((), settings, many)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        assert app.session.progress is None
        assert len(drawn) < 10
