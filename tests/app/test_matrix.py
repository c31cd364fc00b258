"""The matrix, and the sentences behind a claim."""

import threading
from dataclasses import replace

import pytest

from reader.app.app import ReaderApp
from reader.app.screens.library import LibraryScreen
from reader.app.screens.matrix import MatrixScreen
from reader.app.screens.notes import NotesScreen
from reader.app.screens.pair import PairScreen
from reader.app.screens.tellings import TellingsScreen
from reader.app.travel import Place
from reader.model import Mark, Relation, Status
from tests.app.fire import fire_steps, many
from tests.app.screen import lines, press, settled, text

WIDE, NARROW = (120, 36), (80, 24)


async def opened(pilot, *keys: str) -> MatrixScreen:
    await settled(pilot)
    await press(pilot, "2", *keys)
    return pilot.app.screen


@pytest.mark.parametrize("size", [WIDE, NARROW, (250, 70)])
async def test_claims_stand_by_outlets_the_contested_first(fire, size):
    async with fire.run_test(size=size) as pilot:
        await opened(pilot)
        shown = lines(fire)
        assert "2 claims, 3 articles, 2 origins" in shown[0]
        assert "by conflict" in shown[0]
        assert shown[1].split() == ["by", "AP", "Reut", "LH", "claim", "by:", "outlets/origins"]
        assert shown[2].split()[:4] == ["▌", "3/2", "!", "!"]
        assert shown[3].split()[:4] == ["3/2", "=", "=", "="]


async def test_what_one_outlet_tells_comes_after_the_claims(fire):
    async with fire.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, ">")
        assert screen.list.row.claim is None
        assert lines(fire)[2 + screen.list.cursor].split()[:2] == ["▌", "+"]
        assert "only " in text(fire)
        alone = [row.gist.article for row in screen.list.rows if row.claim is None]
        assert alone == [0, 0, 1, 2]
        await press(pilot, ">", ">", ">", ">")
        assert "no sentence only here below" in text(fire)
        await press(pilot, "<", "<", "<")
        assert screen.list.cursor == 2


async def test_the_foot_says_who_differs_and_from_whose_hand_it_is(fire):
    async with fire.run_test(size=WIDE) as pilot:
        await opened(pilot)
        assert "3 outlets, 2 origins" in text(fire)
        assert "from one hand: AP, The Local Herald" in text(fire)
        assert "people: 14 people (AP, The Local Herald) / 16 people (Reuters)" in text(fire)
        assert "AP 2  The fire killed 14 people on Tuesday." in text(fire)
        await press(pilot, "l")
        assert "Reuters 2  The fire killed 16 people on Tuesday." in text(fire)
        await press(pilot, "l", "l", "h")
        assert "Reuters 2  " in text(fire)


async def test_conflicts_are_reached_one_after_another(fire):
    async with fire.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "j", "{")
        assert screen.list.cursor == 0
        await press(pilot, "}")
        assert "no claim in conflict below" in text(fire)


async def test_while_pairs_are_compared_it_says_what_it_waits_for(settings):
    go_on, steps = threading.Event(), fire_steps()

    def slow(targets):
        *first, linked = steps(targets)
        yield from first
        yield replace(linked, pairs=linked.pairs[:1], done=1)
        go_on.wait()
        yield linked

    app = ReaderApp((), settings, slow)
    async with app.run_test(size=NARROW) as pilot:
        while not app.session.progress:
            await pilot.pause()
        await pilot.press("2")
        await pilot.pause()
        assert "once every report is compared with every other" in text(app)
        assert lines(app)[-6].strip() == "comparing 1 of 3"
        await pilot.press("1")
        await pilot.pause()
        assert isinstance(app.screen, PairScreen)
        go_on.set()
        await settled(pilot)
        await press(pilot, "2")
        assert "2 claims" in text(app)


async def test_sorting_goes_round(fire):
    async with fire.run_test(size=WIDE) as pilot:
        screen = await opened(pilot)
        for said in ("coverage", "first appearance", "conflict"):
            await press(pilot, "s")
            assert f"sorted by {said}" in text(fire)
        assert screen.list.rows[0].claim.mark is Mark.CONFLICT


async def test_a_filter_leaves_what_has_the_words_of_any_outlet(fire):
    async with fire.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "f", *"dog", "enter")
        assert [row.claim for row in screen.list.rows] == [None]
        assert "filter: dog" in text(fire)
        await press(pilot, "f", *"xyz", "enter")
        assert "no claims with these words" in text(fire)
        await press(pilot, "a", "enter", "p", "}")
        await press(pilot, "F")
        assert len(screen.list.rows) == 6


async def test_two_cells_open_their_pair_at_the_claim(fire):
    async with fire.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "p")
        assert "p on another outlet opens the two" in text(fire)
        await press(pilot, "l", "p")
        assert isinstance(fire.screen, PairScreen)
        assert fire.screen.pair == (0, 1)
        assert fire.screen.pane.cursor == Place(0, 1)
        await press(pilot, "2")
        assert fire.screen is screen
        await press(pilot, ">", "h", "l", "l", "p")
        assert "is silent on this" in text(fire)
        await press(pilot, "1")
        assert isinstance(fire.screen, PairScreen)


async def test_enter_shows_every_outlet_s_sentence_and_then_the_pair(fire):
    async with fire.run_test(size=WIDE) as pilot:
        await opened(pilot, "enter")
        assert isinstance(fire.screen, TellingsScreen)
        for words in ("killed 14 people on Tuesday.", "killed 16 people", "police said."):
            assert words in text(fire)
        await press(pilot, "j", "enter")
        assert isinstance(fire.screen, PairScreen)
        assert fire.screen.pair[0] == 1
        assert fire.screen.pane.cursor == Place(0, 1)
        await press(pilot, "escape")
        assert isinstance(fire.screen, TellingsScreen)
        await press(pilot, "escape", "escape")
        assert isinstance(fire.screen, LibraryScreen)


@pytest.mark.parametrize("keys", [(), ("enter",)])
async def test_one_note_has_a_passage_of_each_outlet(fire, keys):
    async with fire.run_test(size=WIDE) as pilot:
        await opened(pilot, *keys, "a", *"Who counts?", "enter")
        (note,) = fire.session.notebook.notes
        assert [passage.outlet for passage in note.passages] == [
            "AP",
            "Reuters",
            "The Local Herald",
        ]
        assert note.passages[0].exact == "The fire killed 14 people on Tuesday."
        assert (note.text, note.relation) == ("Who counts?", Relation.CONFLICT)
        assert "note on 3 outlets saved" in text(fire)
        assert "* open  Who counts?" in text(fire)


@pytest.mark.parametrize("size", [WIDE, NARROW])
@pytest.mark.parametrize("room", ["2", "4", "5", "2 enter"])
async def test_what_has_a_note_on_a_sentence_of_it_is_starred(fire, size, room):
    async with fire.run_test(size=size) as pilot:
        await opened(pilot, *room.split())

        def starred():
            return [
                line for line in lines(fire)[1 : -fire.screen.foot.size.height - 1] if "* " in line
            ]

        assert not starred()
        await press(pilot, "a", *"Hm", "enter")
        noted = starred()
        assert noted[0].startswith("▌")
        await press(pilot, "u")
        assert not starred()
        await press(pilot, "U", "escape", *room.split())
        assert starred() == noted


async def test_the_note_here_can_be_changed(fire):
    async with fire.run_test(size=WIDE) as pilot:
        await opened(pilot, "t", *"toll", "enter")

        def note():
            return fire.session.notebook.notes[0]

        assert note().tags == ("toll",)
        await press(pilot, "m")
        assert note().status is Status.CHECKED
        await press(pilot, "e", *"why", "enter")
        assert note().text == "why"
        await press(pilot, "j", "t", *"quote", "enter", "k", ".")
        assert note().tags == ("toll", "quote")
        await press(pilot, "d")
        assert len(fire.session.notebook.notes) == 1
        await press(pilot, "u")
        assert len(fire.session.notebook.notes) == 2
        await press(pilot, "U")
        assert len(fire.session.notebook.notes) == 1


async def test_the_notes_of_the_story_are_exported(fire, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    async with fire.run_test(size=WIDE) as pilot:
        await opened(pilot, "a", *"Hm", "enter", "x", "enter")
        written = (tmp_path / "visit-notes.md").read_text("utf-8")
        assert "Hm" in written
        assert "16 people" in written
        await press(pilot, "3")
        assert isinstance(fire.screen, NotesScreen)
        await press(pilot, "2")
        assert isinstance(fire.screen, MatrixScreen)


async def test_words_are_copied_with_and_without_their_sources(fire, tmp_path):
    async with fire.run_test(size=WIDE) as pilot:
        await opened(pilot, "y")
        assert fire.clipboard == "The fire killed 14 people on Tuesday."
        await press(pilot, "Y")
        assert "16 people" in fire.clipboard
        assert "The Local Herald" in fire.clipboard
        assert (tmp_path / "copied.txt").read_text("utf-8") == fire.clipboard


async def test_a_broken_link_takes_the_claim_apart(fire):
    async with fire.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "p", "l", "p", "B", "2")
        for row in screen.list.rows:
            ends = {(telling.article, telling.sentence) for telling in row.tellings}
            assert not {(0, 1), (1, 1)} <= ends


async def test_the_list_is_walked_through(fire):
    async with fire.run_test(size=NARROW) as pilot:
        screen = await opened(pilot, "G")
        assert screen.list.cursor == len(screen.list.rows) - 1
        await press(pilot, "g", "space")
        assert screen.list.cursor > 0
        await press(pilot, "b", "k", "T", "escape", "r", "q")
        assert isinstance(fire.screen, LibraryScreen)


async def test_what_is_being_gathered_is_said_and_dropped_with_the_last_look(
    fire,
    monkeypatch,
):
    pause = threading.Event()

    def endless(_readings, _links, _broken, watch):
        while True:
            watch("gathering claims")
            pause.wait(0.01)

    monkeypatch.setattr("reader.compare.synopsis", endless)
    async with fire.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await pilot.press("2")
        while "gathering claims …" not in text(fire):
            await pilot.pause()
        await pilot.press("4", "escape", "escape")
        await settled(pilot)
        assert isinstance(fire.screen, LibraryScreen)
        assert not fire.session.gathering


async def test_other_colours_are_taken_at_once(fire):
    async with fire.run_test(size=WIDE) as pilot:
        screen = await opened(pilot)

        def sign():
            return next(s.style.color for s in screen.list.render_line(1) if s.text[0] == "=")

        before = sign()
        await press(pilot, "T", "g", "enter")
        assert sign() == fire.ink.sign[Mark.SHARED].color != before


async def test_one_report_alone_has_nothing_beside_it(settings):
    app = ReaderApp((), settings, fire_steps(1))
    async with app.run_test(size=NARROW) as pilot:
        await opened(pilot, "enter", "p", "a", "s")
        assert "1 article" in text(app) or "nothing to set beside it" in text(app)


@pytest.mark.parametrize("count", [12, 60])
async def test_the_columns_around_the_cursor_are_in_sight(settings, count):
    app = ReaderApp((), settings, many(count))
    async with app.run_test(size=NARROW) as pilot:
        screen = await opened(pilot)
        for _ in range(count - 1):
            screen.action_right()
        await pilot.pause()
        assert screen.list.column == count - 1 in screen.list.seen
        assert f"Outlet {count - 1} 1  The fire" in text(app)
        for _ in range(count):
            screen.action_left()
        await pilot.pause()
        assert screen.list.column == 0 in screen.list.seen
        assert all(len(line) <= 80 for line in lines(app))


async def test_columns_out_of_sight_are_pointed_at(settings):
    app = ReaderApp((), settings, many(60))
    async with app.run_test(size=NARROW) as pilot:
        screen = await opened(pilot)
        signs = []
        for step in (0, 45, 14):
            for _ in range(step):
                screen.action_right()
            await pilot.pause()
            signs.append([sign for sign in "‹›" if sign in text(app)])
        assert signs == [["›"], ["‹", "›"], ["‹"]]
