"""Two reports of so many sentences in the panes, or as many lines in a bare ScrollView.

`python -m tests.bench.panes reader|bare COUNT` shows them; `lines` times keys and weighs them.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

from tests.bench.line import Line, slower

ROOT = Path(__file__).parents[2]

KEYS = 30
SENTENCE = "Sentence {} of the report says what happened in the town on Tuesday, and to whom."


def lines() -> list[Line]:
    """What a key takes in reports of a hundred sentences and of five thousand."""
    found = []
    for count in (100, 5000):
        pane, view, megabytes = measure(count)
        what = f"key to paint, two reports of {count:,} sentences ({megabytes:.0f} MB held)"
        found.append(slower(what, pane, "a bare ScrollView", view))
    return found


def measure(count: int) -> tuple[float, float, float]:
    """Return the seconds from key to paint in the panes and in a bare view, and Reader's MB.

    Medians of as many keys, struck in turn; the memory is the most the process has held.
    """
    from tests.terminal.screen import Terminal

    with tempfile.TemporaryDirectory() as home:
        env = {"HOME": home, "PYTHONPATH": str(ROOT)}

        def started(kind: str) -> Terminal:
            return Terminal([sys.executable, "-m", "tests.bench.panes", kind, str(count)], env)

        with started("reader") as ours, started("bare") as bare:
            ours.wait_for("Reuters")
            ours.press("\r")
            for terminal in (ours, bare):
                terminal.wait_for("Sentence 3 ")
                terminal.quiet()
            times = [(_paint(ours), _paint(bare)) for _ in range(KEYS)]
            megabytes = ours.peak_memory / 1e6
    pane, view = zip(*times[3:], strict=True)
    return median(pane), median(view), megabytes


def _paint(terminal: object) -> float:
    """Return the seconds from a key to the first of what it paints."""
    before = len(terminal.written)
    start = perf_counter()
    terminal.press("j")
    terminal.wait_until(lambda: len(terminal.written) > before, "answer to a key")
    taken = perf_counter() - start
    terminal.quiet()
    return taken


def _reader(count: int) -> None:
    from reader.app.app import ReaderApp
    from reader.settings import Settings
    from tests.app.made import story_steps
    from tests.builders import link, reading

    readings = [
        reading([SENTENCE.format(number) for number in range(1, count + 1)], outlet)
        for outlet in ("AP", "Reuters")
    ]
    steps = story_steps(readings, {(0, 1): [link(k, k) for k in range(0, count, 3)]})
    folder = Path(tempfile.mkdtemp())
    app = ReaderApp((), Settings(folder / "notes.toml", config=folder / "config.toml"), steps)
    app.run()


def _bare(count: int) -> None:
    from rich.segment import Segment
    from textual.app import App, ComposeResult
    from textual.geometry import Size
    from textual.scroll_view import ScrollView
    from textual.strip import Strip

    class View(ScrollView):
        """Lines that scroll by one at a key."""

        BINDINGS = (("j", "scroll_on", ""),)

        def on_mount(self) -> None:
            self.virtual_size = Size(100, count + 100)
            self.focus()

        def action_scroll_on(self) -> None:
            self.scroll_to(y=self.scroll_offset.y + 1, animate=False)

        def render_line(self, y: int) -> Strip:
            return Strip([Segment(SENTENCE.format(y + self.scroll_offset.y + 1))])

    class Bare(App[None]):
        def compose(self) -> ComposeResult:
            yield View()

    Bare().run()


if __name__ == "__main__":
    {"reader": _reader, "bare": _bare}[sys.argv[1]](int(sys.argv[2]))
