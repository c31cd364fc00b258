import tomllib
from dataclasses import replace

import pytest

from reader.app.app import ReaderApp
from reader.app.screens.notes import NotesScreen
from reader.app.screens.pair import PairScreen
from reader.app.travel import Place
from reader.app.widgets.editor import Editor
from reader.model import Mark, Relation, Status
from reader.notes.store import NoteStore
from tests.app.screen import lines, press, settled, text
from tests.notes.made import note, passage

WIDE = (120, 36)


@pytest.fixture
def at_conflict(app):
    """Open the first pair, the cursor on its conflict, and strike more keys."""

    async def opened(pilot, *keys):
        await settled(pilot)
        await press(pilot, "enter", "}", *keys)
        return app.session.notebook

    return opened


async def test_a_note_on_a_link_has_both_sides_and_is_on_the_disk(app, at_conflict, settings):
    async with app.run_test(size=WIDE) as pilot:
        notebook = await at_conflict(pilot, "a", *"24 or 25?", "enter")
        (note,) = notebook.notes
        assert note.text == "24 or 25?"
        assert note.relation is Relation.CONFLICT
        assert [passage.outlet for passage in note.passages] == ["AP", "Reuters"]
        assert tomllib.loads(settings.notes.read_text())["note"][0]["text"] == "24 or 25?"
        assert "* open  24 or 25?" in text(app)
        assert " 2* He came" in text(app)
        assert " 3* The guest" in text(app)


async def test_a_note_on_what_only_one_says_has_one_passage(app, at_conflict):
    async with app.run_test(size=WIDE) as pilot:
        notebook = await at_conflict(pilot, ">", "a", *"A wreath.", "enter")
        (note,) = notebook.notes
        assert [passage.exact for passage in note.passages] == ["He laid a wreath."]
        assert note.relation is Relation.UNIQUE


async def test_a_note_may_have_several_lines(app, at_conflict):
    async with app.run_test(size=WIDE) as pilot:
        notebook = await at_conflict(
            pilot, "a", *"one", "ctrl+j", *"two", "alt+enter", *"three", "enter"
        )
        assert notebook.notes[0].text == "one\ntwo\nthree"


async def test_escape_keeps_a_draft_for_the_next_time(app, at_conflict):
    async with app.run_test(size=WIDE) as pilot:
        notebook = await at_conflict(pilot, "a", *"half a thou", "escape")
        assert not notebook.notes
        assert "Enter save" not in lines(app)[-1]
        assert isinstance(app.screen, PairScreen)
        await press(pilot, "a")
        assert "Enter save" in lines(app)[-1]
        assert app.screen.query_one(Editor).text == "half a thou"
        await press(pilot, *"ght", "enter", "a")
        assert notebook.notes[0].text == "half a thought"
        assert app.screen.query_one(Editor).text == ""


async def test_an_empty_note_is_not_kept(app, at_conflict):
    async with app.run_test(size=WIDE) as pilot:
        notebook = await at_conflict(pilot, "a", "enter")
        assert not notebook.notes
        assert "an empty note is not kept" in text(app)


async def test_tags_status_edit_delete_undo_and_redo(app, at_conflict):
    async with app.run_test(size=WIDE) as pilot:
        notebook = await at_conflict(pilot, "a", *"24?", "enter", "t", *"arms, #dates", "enter")
        assert notebook.notes[0].tags == ("arms", "dates")
        await press(pilot, "m", "m")
        assert notebook.notes[0].status is Status.DISPUTED
        await press(pilot, "e")
        await press(pilot, *" or 25", "enter")
        assert notebook.notes[0].text == "24? or 25"
        await press(pilot, "d")
        assert not notebook.notes
        await press(pilot, "u")
        assert notebook.notes[0].text == "24? or 25"
        await press(pilot, "u")
        assert notebook.notes[0].text == "24?"
        await press(pilot, "U")
        assert notebook.notes[0].text == "24? or 25"


async def test_tags_are_completed_and_given_again(app, at_conflict):
    async with app.run_test(size=WIDE) as pilot:
        notebook = await at_conflict(pilot, "a", "x", "enter", "t", *"disarmament", "enter", ">")
        await press(pilot, ".")
        assert [note.tags for note in notebook.notes] == [("disarmament",)] * 2
        await press(pilot, "G", "t", *"new dis")
        await press(pilot, "right", "enter")
        assert notebook.notes[-1].tags == ("new", "disarmament")


async def test_without_a_note_here_it_is_said(app, at_conflict):
    async with app.run_test(size=WIDE) as pilot:
        await at_conflict(pilot)
        for key in "med":
            await press(pilot, key)
            assert "no note here" in lines(app)[-1]
        await press(pilot, "u")
        assert "nothing to undo" in lines(app)[-1]
        await press(pilot, ".")
        assert "an empty note is not kept" in lines(app)[-1]


async def test_the_list_goes_to_the_passage(app, at_conflict):
    async with app.run_test(size=WIDE) as pilot:
        await at_conflict(pilot, "a", *"24?", "enter", "l", "G", "a", *"shots", "enter", "3")
        assert isinstance(app.screen, NotesScreen)
        assert "2 notes" in lines(app)[0]
        listed = [note.text for note in app.screen.list.notes]
        await press(pilot, "j" if listed[0] == "shots" else "k", "enter")
        assert app.screen.pane.cursor == Place(0, 1)
        await press(pilot, "escape", "3", *("k" if listed[0] == "shots" else "j"), "1")
        assert app.screen.pair[0] == 1
        assert app.screen.pane.cursor == Place(0, 3)


async def test_the_list_is_filtered_by_words_tags_outlet_and_status(app, at_conflict):
    async with app.run_test(size=WIDE) as pilot:
        await at_conflict(pilot, "a", *"24?", "enter", "m", "t", *"dates", "enter")
        await press(pilot, ">", "a", *"shot", "enter", "3")
        shown = {}
        for words in ("24", "#dates", "checked", "reuters", "zebra"):
            await press(pilot, "f", *words, "enter")
            shown[words] = len(app.screen.list.notes)
            await press(pilot, "F")
        assert shown == {"24": 1, "#dates": 1, "checked": 1, "reuters": 1, "zebra": 0}
        assert len(app.screen.list.notes) == 2


async def test_notes_are_sorted_and_kept_under_the_cursor(app, at_conflict):
    async with app.run_test(size=WIDE) as pilot:
        await at_conflict(pilot, "a", "x", "enter", "m", ">", "a", "y", "enter", "3", "s")
        assert [note.status for note in app.screen.list.notes] == ["checked", "open"]
        await press(pilot, "G", "m")
        assert app.screen.list.note.text == "y"
        await press(pilot, "d")
        assert [note.text for note in app.screen.list.notes] == ["x"]


async def test_notes_of_an_earlier_session_are_in_the_margin(app, steps, settings, at_conflict):
    async with app.run_test(size=WIDE) as pilot:
        await at_conflict(pilot, "a", *"24?", "enter")
    again = type(app)((), settings, steps)
    async with again.run_test(size=WIDE) as pilot:
        await settled(pilot)
        assert lines(again)[3].split()[-1] == "1"
        await press(pilot, "enter")
        assert " 2* He came" in text(again)


async def test_what_someone_else_wrote_comes_in_by_reload(app, settings, at_conflict):
    async with app.run_test(size=WIDE) as pilot:
        await at_conflict(pilot, "a", *"24?", "enter", "3")
        settings.notes.write_text(settings.notes.read_text().replace("24?", "twenty-four?"))
        await press(pilot, "r")
        assert "twenty-four?" in text(app)


async def test_a_broken_notes_file_is_said_and_notes_are_kept_all_the_same(
    app, settings, at_conflict
):
    settings.notes.write_text("[[note]\n")
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        assert "notes.toml" in text(app)
        notebook = await at_conflict(pilot, "a", *"24?", "enter")
        assert notebook.notes[0].text == "24?"
        assert settings.notes.read_text() == "[[note]\n"
        assert settings.notes.with_name("notes.recovery.toml").exists()


async def test_markup_and_odd_characters_are_text(app, at_conflict):
    odd = "[/b] [sic] [$primary]x \\"
    async with app.run_test(size=WIDE) as pilot:
        notebook = await at_conflict(pilot, "a")
        app.screen.query_one(Editor).text = odd + "\x1b]0;title\x07"
        await press(pilot, "enter")
        assert odd in text(app)
        await press(pilot, "3", "t", *"[b] ")
        await press(pilot, "enter")
        assert odd in text(app)
        assert "#[b]" in text(app)
        assert "\x1b" not in text(app) + notebook.notes[0].text


def test_relations_know_every_mark():
    assert {mark.value for mark in Mark} <= {relation.value for relation in Relation}


async def test_who_checked_it_when_and_how_is_kept(app, at_conflict):
    async with app.run_test(size=WIDE) as pilot:
        notebook = await at_conflict(pilot, "a", *"24?", "enter", "M")
        editor = app.screen.query_one(Editor)
        editor.text = "speaker: Kirby\nchecked by: Anna\nchecked on: once\nmethod:"
        await press(pilot, "enter")
        assert "is no date" in text(app)
        await press(pilot, "M")
        editor = app.screen.query_one(Editor)
        editor.text = editor.text.replace("once", "2026-11-21")
        await press(pilot, "enter")
        (note,) = notebook.notes
        assert (note.speaker, note.checked_by) == ("Kirby", "Anna")
        assert note.checked_on.isoformat() == "2026-11-21"
        assert note.text == "24?"
        await press(pilot, "3")
        assert "speaker: Kirby   checked: Anna, 2026-11-21" in text(app)


async def test_a_note_begins_with_a_template(settings, steps):
    call = "tags: call\nmethod: by phone\n\nCalled $outlet: "
    app = ReaderApp((), replace(settings, templates={"call": call}), steps)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "}", "i", "enter", *"no answer", "enter")
        (note,) = app.session.notebook.notes
        assert note.text == "Called AP / Reuters: no answer"
        assert (note.tags, note.method) == (("call",), "by phone")


async def test_a_sentence_is_added_to_the_note_last_changed(app, at_conflict):
    async with app.run_test(size=WIDE) as pilot:
        notebook = await at_conflict(pilot, "P", "a", *"24?", "enter", ">", "P")
        (note,) = notebook.notes
        assert [passage.exact for passage in note.passages][2:] == ["He laid a wreath."]
        await press(pilot, "P")
        assert "no note to add it to" in text(app)
        await press(pilot, "u")
        assert len(notebook.notes[0].passages) == 2


async def test_tags_of_several_words_stay_whole(app, at_conflict):
    async with app.run_test(size=WIDE) as pilot:
        notebook = await at_conflict(pilot, "a", *"24?", "enter", "t", *"war crimes, arms", "enter")
        assert notebook.notes[0].tags == ("war crimes", "arms")
        await press(pilot, "t", *"asia", "enter")
        assert notebook.notes[0].tags == ("war crimes", "arms", "asia")


async def test_a_note_whose_passage_is_gone_is_put_back_by_hand(app, settings):
    lost = passage("Kirby told of a parade of horses on the square.", "AP", headline="A visit")
    NoteStore(settings.notes).put(note("n1", "Horses?", passages=(lost,)))
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await press(pilot, "3")
        assert "passage gone" in text(app)
        assert "gone, R puts it back; now perhaps, fits " in text(app)
        await press(pilot, "R")
        assert isinstance(app.screen, PairScreen)
        await press(pilot, "G", "R")
        (kept,) = app.session.notebook.notes
        assert kept.passages[0].exact in {
            "They dined late.",
            "He came for the first time in 24 years.",
        }
        assert kept.passages[0].extra["formerly"]["exact"] == lost.exact
        await press(pilot, "3")
        assert "passage gone" not in text(app)
        await press(pilot, "u")
        assert "passage gone" in text(app)


async def test_a_note_on_words_that_were_changed_says_so(app, settings):
    before = "He had come for the first time in the last 24 years."
    NoteStore(settings.notes).put(
        note("n1", "Sure?", passages=(passage(before, "AP", headline="A visit"),))
    )
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await press(pilot, "3")
        assert "words changed, fits " in text(app) or "reworded, fits " in text(app)
        await press(pilot, "enter")
        assert "fits " in text(app)
        assert "Sure?" in text(app)


async def test_the_filter_looks_in_one_field(app, at_conflict):
    async with app.run_test(size=WIDE) as pilot:
        await at_conflict(pilot, "a", *"open?", "enter", "m", ">", "a", *"b", "enter", "3")
        await press(pilot, "f", *"status:open", "enter")
        assert "1 of 2 notes" in text(app)
