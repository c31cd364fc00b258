"""In the reading room: a conflict found and noted, a link corrected, colours and keys changed.

And a figure that differs found among the figures, noted and exported.
"""

from pathlib import Path

from tests.terminal.screen import READER, Terminal


def opened(home, story, *options):
    """Start Reader on the story and open its pair."""
    terminal = Terminal([*READER, str(story), *options], home)
    terminal.__enter__()
    terminal.wait_for("Post", "Times", "0%")
    terminal.press("\r")
    return terminal


def test_a_conflict_is_found_explained_and_noted(home, story):
    with opened(home, story) as terminal:
        terminal.wait_for("1 conflict")
        terminal.press("}")
        terminal.wait_for("! conflict", "12", "15")
        terminal.press("a")
        terminal.wait_for("Enter save")
        terminal.press("Which count?", "\r")
        terminal.wait_for("note saved", "* open  Which count?")
        terminal.press("Q")
        assert terminal.wait_for_end() == 0
    assert Path(home["READER_NOTES"]).read_text().count("[[note.passage]]") == 2


def test_a_link_that_the_reporter_breaks_is_broken_the_next_time_too(home, story):
    with opened(home, story) as terminal:
        terminal.wait_for("1 conflict")
        terminal.press("}", "B")
        terminal.wait_for("link broken, by you", "! 0")
        terminal.press("Q")
        assert terminal.wait_for_end() == 0
    with opened(home, story) as terminal:
        terminal.wait_for("! 0 ")


def test_a_figure_that_differs_is_found_noted_and_exported(home, story):
    with Terminal([*READER, str(story)], home, folder=story.parent) as terminal:
        terminal.wait_for("Post", "Times", "0%")
        terminal.press("4")
        terminal.wait_for("1 contested", "! 12", "! 15")
        terminal.press("a")
        terminal.wait_for("a note on 2 outlets")
        terminal.press("Which count?", "\r")
        terminal.wait_for("note on 2 outlets saved", "* open  Which count?")
        terminal.press("x")
        terminal.wait_for("or clipboard")
        terminal.press("\r")
        terminal.wait_for("1 note written to")
        terminal.press("Q")
        assert terminal.wait_for_end() == 0
    written = (story.parent / "storm-notes.md").read_text("utf-8")
    assert "12 people" in written
    assert "15 people" in written


def test_a_theme_and_a_key_of_the_reporter_s(home, story):
    config = Path(home["HOME"]) / "reader" / "config.toml"
    config.parent.mkdir()
    config.write_text('theme = "paper"\n\n[keys]\nnext-conflict = "c"\n')
    with opened(home, story) as terminal:
        terminal.wait_for("c next conflict")
        assert b"48;2;246;240;226" in terminal.written
        terminal.press("T")
        terminal.wait_for("colours", "Night")
        terminal.press("G", "\r")
        terminal.wait_for("kept in")
        terminal.press("Q")
        assert terminal.wait_for_end() == 0
    kept = config.read_text()
    assert kept.endswith('\n\n[keys]\nnext-conflict = "c"\n')
    assert 'theme = "paper"' not in kept
    config.write_text("[keys]\nnext-conflit = 'c'\n")
    with Terminal([*READER, str(story)], home) as terminal:
        assert terminal.wait_for_end() == 2
        assert 'did you mean "next-conflict"?' in " ".join(terminal.text.split())
