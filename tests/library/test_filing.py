"""Articles are filed as stories, with all that is said of them, and can be taken back."""

import pytest

from reader.library import Pasted, add, open_story
from reader.library.filing import Pile, file_away, take_back
from reader.model import ReaderError
from tests.library.test_adding import everything


@pytest.fixture
def inbox(tmp_path):
    folder = tmp_path / "inbox"
    add(folder, [Pasted("Bridge shut\n\nIt is shut.", "AP")])
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(f"Words of {name}.")
    (folder / "story.toml").write_text('# mine\n[article."a.txt"]\noutlet = "The A"\n')
    return folder


def test_what_is_filed_is_a_story_and_can_be_taken_back(inbox):
    before = everything(inbox)
    (story,) = file_away(inbox, [Pile("The bridge", (inbox / "a.txt", inbox / "ap-bridge-shut"))])
    opened = open_story([story])
    assert (opened.name, opened.faults) == ("The bridge", ())
    assert [article.outlet for article in opened.articles] == ["The A", "AP"]
    assert open_story([inbox]).faults == ()
    assert take_back(inbox) == 2
    assert not story.exists()
    after = everything(inbox)
    assert after.pop("story.toml").startswith(b"# mine")
    assert after.items() < before.items()
    assert open_story([inbox]).articles[0].outlet == "The A"


def test_all_is_filed_or_nothing(inbox):
    before = everything(inbox)
    with pytest.raises(ReaderError, match="nothing was filed"):
        file_away(inbox, [Pile("X", (inbox / "a.txt",)), Pile("Y", (inbox / "gone.txt",))])
    assert everything(inbox) == before


def test_nothing_is_taken_back_over_something_new(inbox):
    file_away(inbox, [Pile("X", (inbox / "a.txt", inbox / "b.txt"))])
    (inbox / "a.txt").write_text("Another.")
    with pytest.raises(ReaderError, match=r"a\.txt is there again"):
        take_back(inbox)


def test_nothing_to_take_back(inbox):
    with pytest.raises(ReaderError, match="nothing has been filed"):
        take_back(inbox)
    (inbox / ".sorted").mkdir()
    (inbox / ".sorted" / "1.toml").write_text('moved = [{story = "..", article = "x"}]')
    with pytest.raises(ReaderError, match="not as Reader wrote it"):
        take_back(inbox)
