"""What can go wrong around Reader: nothing is lost, and the terminal is left as it was."""

import signal
import sys
import tomllib
from pathlib import Path

import pytest

from tests.terminal.screen import READER, Terminal

# A program whose worker, or whose screen, meets what nobody has thought of.
WORKER = "import reader.library; reader.library.open_story = lambda *_: 1 / 0"
SCREEN = """
from reader.app.screens.library import LibraryScreen
LibraryScreen.action_help = lambda self: 1 / 0
"""
# A clock that is years ahead, and a folder on the network that knows no locks.
AHEAD = """
from datetime import datetime
from reader.app import notebook
class Ahead(datetime):
    now = classmethod(lambda cls, zone: datetime(2060, 1, 1, tzinfo=zone))
notebook.datetime = Ahead
"""
UNLOCKED = """
import errno, fcntl
def flock(*_):
    raise OSError(errno.ENOLCK, "no locks available")
fcntl.flock = flock
"""
MAIN = "; import sys; from reader.cli import main; sys.exit(main(sys.argv[1:]))"


@pytest.fixture
def reader(story):
    """The command that opens a small story."""
    return [*READER, str(story)]


def typing(terminal, words, where=""):
    """Open the first pair, go where the keys `where` lead, begin a note and type `words`."""
    terminal.wait_for("Post", "Times")
    terminal.press("\r")
    terminal.wait_for("> next only here")
    terminal.press(*where, "a")
    terminal.wait_for("Enter save")
    terminal.press(words)
    terminal.wait_for(words)


def notes_in(home):
    return [note["text"] for note in tomllib.loads(Path(home["READER_NOTES"]).read_text())["note"]]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_told_to_end_it_tidies_the_terminal_and_keeps_what_was_typed(home, reader, number):
    with Terminal(reader, home) as terminal:
        assert terminal.tidy
        typing(terminal, "half a thought")
        assert not terminal.tidy
        terminal.signal(number)
        assert terminal.wait_for_end() == 128 + number
        assert terminal.tidy
    with Terminal(reader, home) as terminal:
        typing(terminal, " and its end")
        terminal.press("\r")
        terminal.wait_for("note saved")
    assert notes_in(home) == ["half a thought and its end"]


def test_killed_it_has_kept_what_was_typed_before_the_fingers_rested(home, reader):
    drafts = Path(home["READER_NOTES"]).with_name("notes.drafts")
    with Terminal(reader, home) as terminal:
        typing(terminal, "half a thought")
        terminal.wait_until(lambda: any(drafts.glob("*.txt")), "draft")
        terminal.signal(signal.SIGKILL)
    with Terminal(reader, home) as terminal:
        typing(terminal, "!")
        terminal.wait_for("half a thought!")


def test_the_terminal_goes_and_what_was_typed_stays(home, reader):
    with Terminal(reader, home) as terminal:
        typing(terminal, "half a thought")
        terminal.hang_up()
    with Terminal(reader, home) as terminal:
        typing(terminal, "!")
        terminal.wait_for("half a thought!")


def test_stopped_it_lends_the_terminal_and_comes_back_to_it(home, reader):
    with Terminal(reader, home) as terminal:
        terminal.wait_for("Post", "Times")
        terminal.signal(signal.SIGTSTP)
        terminal.wait_for_stop()
        assert terminal.tidy
        shown = len(terminal.written)
        terminal.signal(signal.SIGCONT)
        terminal.wait_until(lambda: b"headline" in terminal.written[shown:], "new drawing")
        terminal.press("?")
        terminal.wait_for("keys: library")
        terminal.press("Q")
        assert terminal.wait_for_end() == 0
        assert terminal.tidy


@pytest.mark.parametrize(("fault", "keys"), [(WORKER, ""), (SCREEN, "?")])
def test_a_breakdown_is_one_line_and_the_account_of_it_a_file(home, story, fault, keys):
    program = f"exec({fault!r}){MAIN}"
    with Terminal([sys.executable, "-c", program, str(story)], home, 200) as terminal:
        if keys:
            terminal.wait_for("Post", "Times")
        terminal.press(keys)
        assert terminal.wait_for_end() == 2
        assert terminal.tidy
        assert "reader: Reader broke down" in terminal.text
        assert "Traceback" not in terminal.text
    account = Path(home["READER_NOTES"]).with_name("breakdown.txt")
    assert str(account) in terminal.text
    assert "ZeroDivisionError" in account.read_text()


def test_a_clock_that_is_set_back_costs_no_note_and_no_edit(home, reader, story):
    with Terminal([sys.executable, "-c", f"exec({AHEAD!r}){MAIN}", str(story)], home) as terminal:
        typing(terminal, "from ahead")
        terminal.press("\r")
        terminal.wait_for("note saved")
    with Terminal(reader, home) as terminal:
        terminal.wait_for("Post", "Times")
        terminal.press("\r")
        terminal.wait_for("> next only here")
        terminal.press("e")
        terminal.wait_for("Enter save")
        terminal.press(" and back", "\r")
        terminal.wait_for("note saved")
    (note,) = tomllib.loads(Path(home["READER_NOTES"]).read_text())["note"]
    assert note["text"] == "from ahead and back"
    assert note["created"] <= note["updated"]


def test_a_network_folder_without_locks_takes_notes_and_says_nothing(home, story):
    program = f"exec({UNLOCKED!r}){MAIN}"
    with Terminal([sys.executable, "-c", program, str(story)], home) as terminal:
        typing(terminal, "kept")
        terminal.press("\r")
        terminal.wait_for("note saved")
        terminal.press("Q")
        assert terminal.wait_for_end() == 0
        assert b"Warning" not in terminal.written
    assert notes_in(home) == ["kept"]


def test_a_full_disk_keeps_the_note_in_memory_and_says_so(home, reader):
    # No file may grow: what the system then says differs, what is to be done does not.
    command = ["bash", "-c", 'ulimit -f 0; exec "$@"', "bash", *reader]
    with Terminal(command, home) as terminal:
        typing(terminal, "kept")
        terminal.press("\r")
        terminal.wait_for("kept in memory: cannot write", "* open  kept")
        terminal.press("Q")
        terminal.wait_for("once more leaves without saving")
        terminal.press("Q")
        assert terminal.wait_for_end() == 0
        assert terminal.tidy


@pytest.mark.parametrize(
    "env",
    [
        {"HOME": "/proc", "XDG_DATA_HOME": "", "XDG_CONFIG_HOME": "", "READER_NOTES": ""},
        {"READER_NOTES": "/sys/notes.toml"},
        {"READER_NOTES": "/dev/null/notes.toml"},
        {"HOME": "", "XDG_DATA_HOME": "", "XDG_CONFIG_HOME": "", "READER_NOTES": ""},
    ],
    ids=["home of others", "no right to write", "no folder", "no home"],
)
def test_nowhere_to_write_is_no_reason_not_to_read(home, reader, tmp_path, env):
    with Terminal(reader, home | env, folder=tmp_path) as terminal:
        typing(terminal, "kept")
        terminal.press("\r")
        terminal.wait_until(
            lambda: "kept in memory" in terminal.text or "note saved" in terminal.text, "answer"
        )
        terminal.press("Q", "Q")
        assert terminal.wait_for_end() == 0
        assert "Traceback" not in terminal.text


def test_two_readers_write_one_file(home, reader):
    with Terminal(reader, home) as first, Terminal(reader, home) as second:
        for terminal, words, where in (
            (first, "from the first", "j"),
            (second, "from the second", "k"),
        ):
            typing(terminal, words, where)
        for terminal in (first, second):
            terminal.press("\r")
            terminal.wait_for("note saved")
    assert sorted(notes_in(home)) == ["from the first", "from the second"]


def test_a_terminal_that_is_dragged_about_shows_all_of_it_at_last(home, reader):
    with Terminal(reader, home) as terminal:
        terminal.wait_for("Post", "Times")
        terminal.press("\r")
        terminal.wait_for("> next only here")
        for columns, lines in ((1, 1), (200, 2), (3, 60), (0, 0), (500, 200), (40, 12)):
            terminal.resize(columns or 1, lines or 1)
            terminal.press("j")
        terminal.resize(120, 36)
        terminal.wait_for("> next only here", "The storm")
        terminal.press("Q")
        assert terminal.wait_for_end() == 0
        assert terminal.tidy


@pytest.mark.parametrize(("columns", "lines"), [(1, 1), (2, 1), (5, 3), (20, 6)])
def test_a_terminal_too_small_to_read_in_is_no_reason_to_fall(home, reader, columns, lines):
    with Terminal(reader, home, columns, lines) as terminal:
        terminal.wait_until(lambda: b"1049h" in terminal.written, "screen")
        terminal.press("j", "?", "j")
        terminal.resize(120, 36)
        terminal.wait_for("keys: library")
        terminal.press("Q")
        assert terminal.wait_for_end() == 0
        assert terminal.tidy
