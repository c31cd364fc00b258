"""The whole loop as a reporter goes it: the sample story, a pair, a note, the notes as Markdown."""

import os
import subprocess
import tomllib
from pathlib import Path

import pytest

from tests.terminal.screen import READER, Terminal

NOTE = "Ask the desk: née [sic] 界"


@pytest.mark.parametrize(("columns", "lines"), [(80, 24), (120, 36)])
def test_from_the_first_start_to_the_exported_note(home, columns, lines):
    with Terminal(READER, home, columns, lines) as terminal:
        terminal.wait_for("headline", "Putin Visits North Korea")
        terminal.press("\r")
        terminal.wait_for("> next only here")
        terminal.press("a")
        terminal.wait_for("\n  a note ")
        terminal.press(NOTE, "\r")
        terminal.wait_for("note saved", NOTE)
        terminal.press("Q")
        assert terminal.wait_for_end() == 0

    (note,) = tomllib.loads(Path(home["READER_NOTES"]).read_text("utf-8"))["note"]
    assert note["text"] == NOTE
    export = subprocess.run(
        [*READER, "notes", "export"], env=os.environ | home, capture_output=True, check=True
    )
    markdown = export.stdout.decode()
    assert "Ask the desk: née" in markdown
    assert note["passage"][0]["exact"].split()[0] in markdown
