"""Help, palette, colours, choosing a pair, and what holds on every screen."""

from dataclasses import replace

import pytest
from textual.command import CommandPalette

from reader.app.app import ReaderApp
from reader.app.colours import ANSI, contrast
from reader.app.commands import COMMANDS, SCREENS, on
from reader.app.keys import shown
from reader.app.screens.choice import ChoiceScreen
from reader.app.screens.figures import FiguresScreen
from reader.app.screens.help import HelpScreen
from reader.app.screens.library import LibraryScreen
from reader.app.screens.matrix import MatrixScreen
from reader.app.screens.notes import NotesScreen
from reader.app.screens.pair import PairScreen
from reader.app.screens.quotes import QuotesScreen
from reader.app.screens.stories import StoriesScreen
from reader.app.screens.tellings import TellingsScreen
from reader.app.themes import READABLE, load_themes
from reader.app.travel import Place
from reader.app.widgets.prompt import Prompt
from reader.settings import resource_folder
from tests.app.fire import fire_steps
from tests.app.made import story_steps
from tests.app.screen import lines, press, settled, text
from tests.builders import link, reading

WIDE, NARROW = (120, 36), (80, 24)
SCREEN = {
    "stories": StoriesScreen, "library": LibraryScreen, "pair": PairScreen, "matrix": MatrixScreen,
    "figures": FiguresScreen, "quotes": QuotesScreen, "tellings": TellingsScreen,
    "notes": NotesScreen, "help": HelpScreen, "choice": ChoiceScreen,
}  # fmt: skip


@pytest.mark.parametrize("name", SCREENS)
def test_every_command_of_a_screen_can_be_carried_out_there(name):
    missing = [
        c.name for c in on(name, COMMANDS) if not hasattr(SCREEN[name], f"action_{c.action}")
    ]
    assert not missing


@pytest.mark.parametrize("name", SCREENS)
def test_every_key_of_a_screen_is_bound_there_and_no_other(name):
    bound = {(binding.id, binding.action) for binding in SCREEN[name].BINDINGS}
    assert bound == {(command.name, command.action) for command in on(name, COMMANDS)}


@pytest.mark.parametrize("keys", [(), ("o",), ("enter",), ("2",), ("3",), ("4",), ("5",)])
async def test_help_has_every_key_of_the_screen(app, keys):
    async with app.run_test(size=(120, 70)) as pilot:
        await settled(pilot)
        await press(pilot, *keys)
        about = app.screen.ROOM
        await press(pilot, "?")
        for command in on(about, COMMANDS):
            assert command.help in text(app)
            assert all(shown(key) in text(app) for key in command.keys)
        await press(pilot, "?")
        assert about == app.screen.ROOM


async def test_the_palette_finds_a_command_and_carries_it_out(app):
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await press(pilot, "enter", ":")
        assert isinstance(app.screen, CommandPalette)
        await press(pilot, *"next confl")
        await press(pilot, "enter")
        assert isinstance(app.screen, PairScreen)
        assert app.screen.pane.cursor == Place(0, 1)


async def test_the_palette_shows_what_is_typed_and_a_command_a_line(app):
    async with app.run_test(size=NARROW) as pilot:
        await settled(pilot)
        await press(pilot, ":", *"pick")
        assert [" ".join(line.split()) for line in lines(app)[:2]] == [
            "pick",
            "p pick pair choose the two articles to compare",
        ]


async def test_what_the_signs_mean_is_told_to_the_end_on_a_narrow_screen(app):
    async with app.run_test(size=NARROW) as pilot:
        await settled(pilot)
        await press(pilot, "?")
        assert "* note " in text(app)
        assert "its partner is further down " in text(app)
        assert "…" not in text(app).split("keys can be changed")[0]


async def test_colours_are_shown_while_choosing_and_kept_or_not(app):
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await press(pilot, "T", "g")
        first = app.theme
        assert first != "night"
        ground = app.screen_stack[0].table.render_line(0)._segments[1].style.bgcolor
        assert ground == app.ink.lit.bgcolor
        await press(pilot, "escape")
        assert app.theme == "night"
        await press(pilot, "T", "g", "enter")
        assert app.theme == first


JOURNEY = (
    (), ("enter",), ("o", "="), ("a",), ("n", "escape"), ("/", "c"), ("escape", "T"),
    ("escape", "3"), ("?",), ("q", "q", ":"), ("n",), ("escape", "p"),
)  # fmt: skip


@pytest.mark.parametrize("name", sorted(load_themes(resource_folder("themes")).by_name))
async def test_every_word_of_every_screen_can_be_read_in_every_theme(settings, steps, name):
    await read_all(ReaderApp((), replace(settings, theme=name), steps), JOURNEY)


STORY_JOURNEY = (("2",), ("l", ">"), ("g", "enter"), ("escape", "4"), ("l", "p"), ("5",), ("a",))


@pytest.mark.parametrize("name", sorted(load_themes(resource_folder("themes")).by_name))
async def test_every_word_on_the_whole_story_can_be_read_in_every_theme(settings, name):
    await read_all(ReaderApp((), replace(settings, theme=name), fire_steps()), STORY_JOURNEY)


async def read_all(app, journey):
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        for keys in journey:
            await press(pilot, *keys)
            for strip in app.screen._compositor.render_strips():
                for segment in strip:
                    assert segment.style.bgcolor is not None
                    if any(char.isalnum() for char in segment.text):
                        assert readable(segment.style), (keys, segment)
        assert app.theme == app.settings.theme


def readable(style):
    """Whether text of this style stands out from its ground; reversing it changes nothing."""
    if style.color.is_default and style.bgcolor.is_default:
        return True
    one, other = (
        c.triplet.hex if c.triplet else list(ANSI)[c.number or 0]
        for c in (style.color, style.bgcolor)
    )
    return contrast(one, other) >= READABLE


@pytest.mark.parametrize(("asked", "taken"), [("night", "plain"), ("paper", "paper")])
async def test_a_terminal_of_sixteen_colours_gets_its_own_unless_told(
    settings, steps, monkeypatch, asked, taken
):
    monkeypatch.delenv("COLORTERM")
    monkeypatch.setenv("TERM", "xterm")
    app = ReaderApp((), replace(settings, theme=asked), steps)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        assert app.theme == taken


async def test_without_colour_signs_and_cues_remain(settings, steps, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    app = ReaderApp((), settings, steps)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await press(pilot, "enter")
        assert app.no_color
        assert " ! 2  He came" in text(app)


async def test_an_unknown_theme_is_said_and_night_taken(settings, steps):
    app = ReaderApp((), replace(settings, theme="nihgt"), steps)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        assert app.theme == "night"
        assert 'no theme "nihgt"' in text(app)


async def test_any_two_can_be_picked(app):
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await press(pilot, "j", "p")
        assert "Reuters beside" in text(app)
        await press(pilot, "j", "enter")
        assert app.screen.pair == (1, 2)
        await press(pilot, "p", "j", "j", "enter", "enter")
        assert app.screen.pair == (2, 0)
        await press(pilot, "p", "escape")
        assert app.screen.pair == (2, 0)


async def test_sides_are_swapped_and_the_cursor_stays_on_its_sentence(app):
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "}", "S")
        assert app.screen.pair == (1, 0)
        assert app.screen.pane.cursor == Place(1, 1)
        assert "! conflict   0.83   Reuters 3 – AP 2" in text(app)


async def test_why_shows_every_link_of_the_sentence_and_both_texts(settings):
    readings = [reading(["One and two."], "AP"), reading(["One.", "Two."], "Reuters")]
    steps = story_steps(readings, {(0, 1): [link(0, 0), link(0, 1, "~", 0.6)]})
    app = ReaderApp((), settings, steps)
    async with app.run_test(size=NARROW) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "=")
        shown = [" ".join(line.split()) for line in lines(app)]
        assert "= shared 0.90 AP 1 – Reuters 1" in shown
        assert "~ framing 0.60 AP 1 – Reuters 2" in shown
        assert "Reuters 2 Two." in shown
        await press(pilot, "=")
        assert app.screen.foot.size.height == 4


async def test_the_reporter_s_keys_hold(settings, steps):
    app = ReaderApp((), replace(settings, keys={"next-conflict": ("c",), "down": ("K",)}), steps)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "}")
        assert app.screen.pane.cursor == Place(0, 0)
        await press(pilot, "c")
        assert app.screen.pane.cursor == Place(0, 1)
        await press(pilot, "K", "j")
        assert app.screen.pane.cursor == Place(0, 2)
        assert "c next conflict" in lines(app)[-1]


@pytest.mark.parametrize("size", [NARROW, WIDE, (250, 70), (20, 6), (3, 2), (1, 1)])
async def test_every_screen_takes_every_size(app, size):
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        for keys in ((), ("enter",), ("a",), ("escape", "3"), ("?",), ("escape", "T")):
            await press(pilot, *keys)
            await pilot.resize_terminal(*size)
            await settled(pilot)
            shown = {len(line) for line in lines(app)}
            assert shown == {size[0]} or size[0] < 20  # where nothing can be read it only holds out
            await pilot.resize_terminal(*WIDE)


ODD = ("[/b]", "[sic]", "[$primary]x", "back\\", "]", "𝔘nicode 中文 👩‍💻 שלום é")


@pytest.mark.parametrize("odd", ODD)
async def test_markup_in_what_is_read_is_text(settings, odd):
    readings = [
        reading([f"{odd} one.", "Two."], odd, odd, path=odd, byline=odd),
        reading([f"{odd} one.", "Three."], f"{odd} B", odd, path=odd),
    ]
    steps = story_steps(readings, {(0, 1): [link(0, 0)]})
    app = ReaderApp((), settings, steps)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        assert text(app).count(odd) >= 4
        await press(pilot, "enter")
        assert text(app).count(f"{odd} one.") == 2
        await press(pilot, "p")
        assert odd in text(app)
        await press(pilot, "escape", "w")
        assert f"{odd} one." in text(app)


async def test_the_same_sentence_is_shown_in_every_further_report(app):
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "}", "o")
        assert "AP 2  in 1 of 1 further reports" in text(app)
        assert "= TASS 2  He came for the first time in 24 years." in text(app)
        await press(pilot, "j")
        assert "AP 3  in 0 of 1 further reports" in text(app)
        assert "silent: TASS" in text(app)
        await press(pilot, "o")
        assert "silent" not in text(app)


@pytest.mark.parametrize(
    "keys", [("/",), ("enter", "/"), ("enter", "t"), ("2", "f"), ("3", "f"), ("o", "f")]
)
async def test_what_is_asked_for_takes_one_line_and_no_more(app, keys):
    async with app.run_test(size=NARROW) as pilot:
        await settled(pilot)
        await press(pilot, *keys)
        assert app.screen.query_one(Prompt).size.height == 1
