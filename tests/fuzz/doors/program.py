"""The whole program, started as a person would: arguments, environment, names of files."""

from __future__ import annotations

import io
import os
import re
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path

from reader.cli import main
from reader.model import sanitise
from tests.fuzz.doors.checks import clean
from tests.fuzz.doors.laden import laden
from tests.terminal.screen import READER, Terminal

# What leads to each screen, and what stands there whatever the story.
SCREENS = (
    ("", "overlap"),
    ("\r", "> next only here"),
    ("2", "claims"),
    ("4", "contested"),
    ("5", "quotations"),
    ("3", "no notes yet"),
    ("1", "> next only here"),
)
_POINTER = "\x1b]22;default\x07"
"""What Textual says of the mouse."""
_OURS = re.compile(r"\x1b\[(?:[\d;]*m|2K|1A|\?25[lh])|\r")
"""Colours, and how a line that shows progress is drawn again."""
_COMMANDS = re.compile(r"\x1b[\]PX^_]|[\x80-\x9f\u202a-\u202e\u2066-\u2069]")
"""What would name the terminal, fill its clipboard or turn its lines, none of which Reader does."""


def command_line(payload: str, folder: Path) -> None:
    """Words on the command line."""
    if "\0" in payload:
        return
    for argv in (
        [payload], ["compare", payload, payload], ["list", payload], ["locate", payload],
        ["notes", "list", "--notes", str(folder / "none"), "--tag", payload],
        ["bindings", "--format", payload], ["completion", "bash", "notes", payload],
    ):  # fmt: skip
        out, err = io.StringIO(), io.StringIO()
        with chdir(folder), redirect_stdout(out), redirect_stderr(err):
            try:
                status = main(argv)
            except SystemExit as end:
                status = end.code
        assert status in (0, 1, 2), status
        clean([out.getvalue(), err.getvalue()])
        assert all(line.startswith("reader: ") for line in err.getvalue().splitlines())
        assert err.getvalue() or status != 2


def shell(payload: str, folder: Path) -> None:
    """Arguments, environment and names of files, in a real terminal."""
    word = os.fsdecode(payload.replace("\0", "").encode("utf-8", "surrogatepass"))
    name = os.fsencode(word).replace(b"/", b"")[:100].strip(b".") or b"x"
    path = folder / os.fsdecode(name)
    path.write_text(f"{payload!a} came to Oslo on Monday.")
    home = {"HOME": str(folder), "XDG_DATA_HOME": "", "XDG_CONFIG_HOME": ""}
    odd = dict.fromkeys(("LANG", "LC_ALL", "TZ", "COLUMNS", "NO_COLOR", "EDITOR", "PAGER"), word)
    for argv, env in (
        (["list", str(path)], odd),
        (["notes", "list"], {"READER_NOTES": word}),
        (["compare", word, word], {"READER_CONFIG": word, "TERM": word}),
    ):
        with Terminal([*READER, *argv], home | env, folder=folder) as terminal:
            assert terminal.wait_for_end() in (0, 1, 2), terminal.text
            said = terminal.written.decode("utf-8", "replace")
        clean(_OURS.sub("", said))
        assert "Traceback" not in said


def screens(payload: str, folder: Path) -> None:
    """Every screen in a real terminal, with the payload in all that it shows."""
    laden(payload, folder)
    env = {"HOME": str(folder), "READER_THEME": sanitise(payload), "READER_NOTES": "notes.toml"}
    with Terminal([*READER, str(folder)], env, folder=folder) as terminal:
        for key, shown in SCREENS:
            terminal.press(key)
            terminal.wait_for(shown)
        terminal.press("Q")
        assert terminal.wait_for_end() == 0, terminal.text
        said = terminal.written.decode("utf-8", "replace").replace(_POINTER, "")
    assert not _COMMANDS.search(said), ascii(said)
