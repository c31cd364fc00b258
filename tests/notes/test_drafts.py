"""What is typed and not saved is there again, whatever it is about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import ReaderError
from reader.notes.drafts import Drafts


@given(about=st.text(st.characters(exclude_categories=["Cs"])), words=st.text("aé界\n\t "))
def test_a_draft_comes_back_until_it_is_dropped_and_stays_in_its_folder(
    about, words, tmp_path_factory
):
    folder = tmp_path_factory.mktemp("home")
    Drafts(folder / "notes.toml").keep(about, words)
    assert Drafts(folder / "notes.toml").get(about) == words
    assert [path.name for path in folder.iterdir()] == ["notes.drafts"]
    Drafts(folder / "notes.toml").drop(about)
    assert Drafts(folder / "notes.toml").get(about) == ""


def test_a_draft_that_cannot_be_written_is_in_memory(tmp_path):
    (tmp_path / "notes.drafts").touch()
    drafts = Drafts(tmp_path / "notes.toml")
    with pytest.raises(ReaderError, match="in memory"):
        drafts.keep("it", "words")
    assert drafts.get("it") == "words"
