"""The colours chosen on the screen, kept in config.toml, and taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.app.app import ReaderApp
from reader.settings import load_settings
from tests.app.screen import lines, press, settled, text


def kept(settings) -> str:
    env = {"READER_CONFIG": str(settings.config)}
    return load_settings(env).theme


@pytest.mark.parametrize("way", [(), ("enter",), ("2",), ("3",)])
async def test_colours_are_shown_kept_and_taken_back(app, settings, way):
    settings.config.write_text("# mine\n[keys]\nwhy = 'W'  # why not\n")
    async with app.run_test(size=(120, 30)) as pilot:
        await settled(pilot)
        await press(pilot, *way, "T", "g")
        shown = app.theme
        assert shown != "night"
        assert kept(settings) == "night"
        await press(pilot, "enter")
        assert (app.theme, kept(settings)) == (shown, shown)
        assert "kept in" in lines(app)[-1]
        assert settings.config.read_text().endswith("[keys]\nwhy = 'W'  # why not\n")
        await press(pilot, "u")
        assert (app.theme, kept(settings)) == ("night", "night")
        assert "as they were" in lines(app)[-1]


async def test_after_another_command_undo_is_that_of_the_notes(app, settings):
    async with app.run_test(size=(120, 30)) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "T", "g", "enter", "j", "u")
        assert "nothing to undo" in lines(app)[-1]
        assert kept(settings) == app.theme != "night"


async def test_where_it_cannot_be_kept_the_colours_hold_for_the_run(settings, steps, tmp_path):
    (tmp_path / "file").touch()
    app = ReaderApp((), replace(settings, config=tmp_path / "file" / "config.toml"), steps)
    async with app.run_test(size=(200, 30)) as pilot:
        await settled(pilot)
        await press(pilot, "T", "g", "enter")
        assert app.theme != "night"
        assert "for this run: cannot write" in text(app)


async def test_it_is_said_when_the_environment_goes_before(app, monkeypatch):
    monkeypatch.setenv("READER_THEME", "night")
    async with app.run_test(size=(200, 30)) as pilot:
        await settled(pilot)
        await press(pilot, "T", "g", "enter")
        assert "but READER_THEME goes before it" in text(app)
