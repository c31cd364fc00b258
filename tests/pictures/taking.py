"""Screens of the running program on the sample story, as SVG and as text."""

from __future__ import annotations

import asyncio
import html
import os
import re
import tempfile
from collections.abc import Mapping
from pathlib import Path
from unittest.mock import patch

from reader.app.app import ReaderApp
from reader.settings import Settings

FOLDER = Path(__file__).parent
SIZE = (120, 36)
PICTURES: Mapping[str, tuple[str, ...]] = {"library": (), "pair": ("enter", "}")}
"""The names of the pictures, each with the keys that lead to what it shows."""

_UNIQUE = re.compile(r"terminal-\d+-")


def take(name: str) -> str:
    """The picture called `name`, the same every time the program shows the same."""
    with (
        tempfile.TemporaryDirectory() as folder,
        patch.dict(os.environ, {"COLORTERM": "truecolor"}),
    ):
        settings = Settings(notes=Path(folder) / "notes.toml", config=Path(folder) / "config.toml")
        return asyncio.run(_taken(ReaderApp((), settings), PICTURES[name]))


def words(svg: str) -> str:
    """What can be read in a picture."""
    found = re.findall(r"<text[^>]*>(.*?)</text>", svg)
    return html.unescape("\n".join(found)).replace("\xa0", " ")


async def _taken(app: ReaderApp, keys: tuple[str, ...]) -> str:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        svg = app.export_screenshot(title="Reader", simplify=True)
    return _UNIQUE.sub("terminal-", svg)
