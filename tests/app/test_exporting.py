import sys
from contextlib import nullcontext
from dataclasses import replace

import pytest
from textual.widgets import Input

from reader.app.app import ReaderApp
from reader.app.widgets import editor
from tests.app.screen import lines, press, settled, text

WIDE = (120, 36)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


async def noted(pilot):
    await settled(pilot)
    await press(pilot, "enter", "}", "a", *"24 or 25?", "enter")


@pytest.mark.parametrize("keys", [("x",), ("X",), ("3", "x"), ("3", "X")])
async def test_notes_are_written_where_it_says(app, folder, keys):
    async with app.run_test(size=(250, 36)) as pilot:
        await noted(pilot)
        await press(pilot, *keys)
        assert ".md .html .csv .json" in lines(app)[-1]
        asked = app.screen.query_one(Input).value
        await press(pilot, "enter")
        written = folder / "visit-notes.md"
        assert asked == str(written)
        assert f"1 note written to {written}" in lines(app)[-1]
        assert "24 or 25?" in written.read_text()
        assert "> He came for the first time in 24 years." in written.read_text()


async def test_another_file_may_be_named_and_what_is_in_it_stays(app, folder):
    other = folder / "day.md"
    other.write_text("# My day\n")
    async with app.run_test(size=WIDE) as pilot:
        await noted(pilot)
        await press(pilot, "x", "ctrl+u", *"day.md", "enter")
        assert other.read_text().startswith("# My day\n")
        assert "24 or 25?" in other.read_text()


async def test_what_cannot_be_written_is_said(app, folder):
    async with app.run_test(size=WIDE) as pilot:
        await noted(pilot)
        await press(pilot, "x", "ctrl+u", *"none/such.md", "enter")
        assert "none/such.md" in lines(app)[-1]
        assert not (folder / "none").exists()
        await press(pilot, "x", "escape")
        assert not list(folder.glob("*.md"))


async def test_without_notes_there_is_nothing_to_write(app):
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "x")
        assert "no notes to write" in lines(app)[-1]


async def edited_by(pilot, app, monkeypatch, *keys):
    monkeypatch.setattr(app, "suspend", nullcontext)
    monkeypatch.setattr(editor, "TWICE", 3600)
    await noted(pilot)
    await press(pilot, *keys)
    return app.session.notebook.notes[0].text


async def test_e_twice_hands_the_note_to_the_reporter_s_own_editor(
    settings, steps, tmp_path, monkeypatch
):
    script = tmp_path / "editor.py"
    script.write_text(
        "import sys, pathlib; p = pathlib.Path(sys.argv[1]); p.write_text(p.read_text() + ' 25!')"
    )
    app = ReaderApp((), replace(settings, editor=f"{sys.executable} {script}"), steps)
    async with app.run_test(size=WIDE) as pilot:
        assert await edited_by(pilot, app, monkeypatch, "e", "e") == "24 or 25? 25!"


async def test_what_was_left_as_a_draft_is_done_with_when_the_own_editor_has_saved_it(
    settings, steps, monkeypatch
):
    app = ReaderApp((), replace(settings, editor=f"{sys.executable} -c 0"), steps)
    async with app.run_test(size=WIDE) as pilot:
        keys = ("e", " ", "?", "escape", "e", "e")
        assert await edited_by(pilot, app, monkeypatch, *keys) == "24 or 25? ?"
        drafts, (note,) = app.session.notebook.drafts, app.session.notebook.notes
        assert drafts.get(f"note {note.id}") == ""


@pytest.mark.parametrize("named", ["", "no-such-editor-anywhere", "false", "'"])
async def test_an_editor_that_fails_leaves_the_note_as_it_was(settings, steps, monkeypatch, named):
    app = ReaderApp((), replace(settings, editor=named), steps)
    async with app.run_test(size=WIDE) as pilot:
        assert await edited_by(pilot, app, monkeypatch, "e", "e") == "24 or 25?"
        assert "editor" in lines(app)[-1] or "as it was" in lines(app)[-1]


async def test_e_and_then_another_letter_types_it(app, monkeypatch):
    async with app.run_test(size=WIDE) as pilot:
        assert await edited_by(pilot, app, monkeypatch, "e", " ", "e", "enter") == "24 or 25? e"


async def test_the_name_of_the_file_says_the_form(app, tmp_path):
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "}", "a", *"24?", "enter")
        page = tmp_path / "a.html"
        for said in ("1 note written to", "is there already"):
            await press(pilot, "x")
            app.screen.query_one(Input).value = str(page)
            await press(pilot, "enter")
            assert said in text(app)
        assert page.read_text().startswith("<!doctype html>")


async def test_notes_go_to_the_clipboard(app):
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "}", "a", *"24?", "enter", "x")
        app.screen.query_one(Input).value = "clipboard"
        await press(pilot, "enter")
        assert "## 24?" in app.clipboard
