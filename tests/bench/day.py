"""A large day in the reading room: `python -m tests.bench.day [REPORTS] [SENTENCES]`.

Opens so many short reports, calls the comparing off, begins again and sees it through. Prints when
each kind of work began and how long keys took meanwhile, what the matrix took, the memory held.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import monotonic

from textual import events

from reader.app.app import ReaderApp
from reader.settings import Settings
from tests.bench.large import texts
from tests.bench.line import shown

LOOK = 0.001  # seconds
PAUSE = 0.3  # seconds between two keys


class Day:
    """An app at work, without a terminal: what a slow one adds is not Reader's."""

    def __init__(self, app: ReaderApp) -> None:
        self._app = app

    async def see_through(self) -> None:
        """Say what it takes, from the first report read to the matrix."""
        session = self._app.session
        await self._until(lambda: "comparing" in session.under_way)
        taken = await self._struck("C", lambda: bool(self._app.failure))
        print(f"called off after {shown(taken)}")
        self._app.post_message(events.Key("r", "r"))
        await self._until(lambda: session.progress is not None)
        start, stages = monotonic(), dict[str, list[float]]()
        while session.progress or self._app.workers:
            stage = session.progress.what if session.progress else "between"
            if stage not in stages:
                print(f"{stage} after {monotonic() - start:.1f} s", flush=True)
            stages.setdefault(stage, []).append(await self._moved())
            await asyncio.sleep(PAUSE)
        print(f"all done after {monotonic() - start:.1f} s")
        for stage, keys in stages.items():
            told = f"median {shown(median(keys))}, longest {shown(max(keys))}"
            print(f"  {len(keys)} keys while {stage}: {told}")
        print(f"matrix after {shown(await self._struck('2', lambda: bool(session.synopsis)))}")
        print(f"{_peak():.0f} MB held at most, without the processes that help")

    async def _moved(self) -> float:
        table = self._app.library.table
        row = table.cursor
        return await self._struck("k" if row else "j", lambda: table.cursor != row)

    async def _struck(self, key: str, holds: Callable[[], bool]) -> float:
        """The seconds from a key until something `holds`."""
        start = monotonic()
        self._app.post_message(events.Key(key, key))
        await self._until(holds)
        return monotonic() - start

    async def _until(self, holds: Callable[[], bool]) -> None:
        while not holds():
            await asyncio.sleep(LOOK)


def _peak() -> float:
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


async def main(reports: int = 200, sentences: int = 15) -> None:
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "day"
        folder.mkdir()
        for number, article in enumerate(texts(reports, sentences)):
            (folder / f"outlet{number:03d}.txt").write_text(article.text, encoding="utf-8")
        settings = Settings(Path(home) / "notes.toml", config=Path(home) / "config.toml")
        app = ReaderApp((str(folder),), settings)
        async with app.run_test(size=(120, 36)):
            await Day(app).see_through()


if __name__ == "__main__":
    asyncio.run(main(*map(int, sys.argv[1:])))
