"""The reporter's own editor gives back text, whatever it writes."""

import pytest

from reader.editor import edited
from reader.model import ReaderError


def test_bytes_that_are_no_text_are_not_the_end_of_a_note(tmp_path):
    script = tmp_path / "editor"
    script.write_text("printf 'caf\\351 \\033[31mnoir' > \"$1\"")
    assert edited(f"sh {script}", "before", "note.md") == "caf\ufffd \ufffd[31mnoir"


@pytest.mark.parametrize("editor", ["false", "/nowhere/editor", "'"])
def test_an_editor_that_fails_leaves_the_text(editor):
    with pytest.raises(ReaderError, match="the text is as it was"):
        edited(editor, "before", "note.md")
