"""Text from outside that would take over the terminal or the screen, wherever it can stand."""

from pathlib import Path

import pytest
import tomli_w

from tests.terminal.screen import READER, Terminal

ESCAPES = (
    "\x1b]0;title\x07",
    "\x1b]52;c;Y2xpcGJvYXJk\x07",
    "\x1b[9;9Hcursor",
    "\x1b]8;;http://link.example\x1b\\link\x1b]8;;\x1b\\",
    "\x9b7;7Hcontrol",
)
MARKUP = ("[/b]", "[sic]", "[$primary]x", "end\\")
WHOLE = " ".join((*ESCAPES, *MARKUP))


@pytest.fixture
def story(tmp_path):
    """A folder whose two reports carry every payload in name, outlet, headline and body."""
    folder = tmp_path / "story"
    folder.mkdir()
    said = {}
    for number, verb in enumerate(("arrived in", "came to"), 1):
        name = f"report {number} {ESCAPES[0]} [sic].txt"
        body = f"The minister {verb} Oslo on Monday for talks, {WHOLE}\n"
        (folder / name).write_text(f"Minister in Oslo {WHOLE}\n\n{body}", "utf-8")
        said[name] = {"outlet": f"Post{number} {WHOLE}", "headline": f"Minister {WHOLE}"}
    (folder / "story.toml").write_text(tomli_w.dumps({"name": WHOLE, "article": said}), "utf-8")
    return folder


@pytest.fixture
def notes(home):
    """A notes file whose one note carries every payload in text, tags and quotation."""
    moment = "2026-11-21T16:40:00Z"
    passage = {"article": "sha256:0", "exact": WHOLE, "outlet": WHOLE, "start": 0, "end": 1}
    note = {"id": "n1", "text": WHOLE, "tags": [WHOLE], "passage": [passage]}
    text = tomli_w.dumps({"format": 1, "note": [note]})
    path = Path(home["READER_NOTES"])
    path.write_text(text.replace('id = "n1"', f'id = "n1"\ncreated = {moment}\nupdated = {moment}'))
    return path


def assert_harmless(terminal):
    """Check that no payload went to the terminal as it came."""
    for payload in ESCAPES:
        assert payload.encode() not in terminal.written
        assert payload.encode("latin-1") not in terminal.written


def test_no_payload_reaches_the_terminal_and_nothing_vanishes(home, story, notes):
    with Terminal([*READER, str(story)], home, 250, 50) as terminal:
        terminal.wait_for("Post1", "Post2", *MARKUP)
        terminal.press("\r")
        terminal.wait_for("> next only here", "arrived in", "came to", *MARKUP)
        terminal.press("a")
        terminal.wait_for("\n  a note ")
        terminal.press(f"typed {' '.join(MARKUP)}", "\r")
        terminal.wait_for("note saved", "typed [/b] [sic] [$primary]x end\\")
        terminal.press("=")
        terminal.wait_for("both say", *MARKUP)
        terminal.press("3")
        terminal.wait_for("2 notes", "typed", *MARKUP)
        terminal.press("Q")
        assert terminal.wait_for_end() == 0
        assert_harmless(terminal)
    assert "typed [/b] [sic]" in notes.read_text("utf-8")


@pytest.mark.parametrize(
    "command",
    [["list", "{story}"], ["compare", "{a}", "{b}"], ["notes", "list"], ["notes", "export"]],
)
@pytest.mark.usefixtures("notes")
def test_no_payload_is_printed(command, home, story):
    a, b = sorted(story.glob("*.txt"))
    argv = [word.format(story=story, a=a, b=b) for word in command]
    with Terminal([*READER, *argv], home, 250, 200) as terminal:
        assert terminal.wait_for_end() in (0, 1)
        assert_harmless(terminal)
        # Markdown writes [sic] as \\[sic\\]: what is there to be read is the same.
        shown = terminal.text.replace("\\", "")
        assert all(text.rstrip("\\") in shown for text in MARKUP)


def test_no_payload_is_printed_in_a_complaint(home, tmp_path):
    with Terminal([*READER, "list", f"no {WHOLE}"], home, 250, 20, tmp_path) as terminal:
        assert terminal.wait_for_end() == 2
        assert_harmless(terminal)
        assert "[$primary]x end\\" in terminal.text
