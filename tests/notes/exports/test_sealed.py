"""Notes brought into a file that is there: what Reader did not write stays as it is."""

import pytest

from reader.model import ReaderError
from reader.notes.exports import form
from reader.notes.exports.sealed import export_into
from tests.notes.made import note

SEALED = ("plain", "obsidian", "footnotes")


def markdown(notes, profile="plain"):
    return form(profile).write(notes, "Notes")


MINE = "# My draft\n\nIntro, with ``` in it.\n"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "draft.md"


def test_a_new_file_is_the_export(path):
    text = markdown([note()])
    assert export_into(path, text) == ()
    assert path.read_text("utf-8") == text


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("profile", SEALED)
def test_only_what_reader_wrote_is_written_anew(path, profile, ends):
    path.write_bytes(MINE.replace("\n", ends).encode())
    export_into(path, markdown([note("n1"), note("n2")], profile))
    between = f"{ends}My thought.{ends}{ends}## n2, by me{ends}{ends}"
    old = path.read_bytes().decode()
    at = old.rindex("## ")
    path.write_bytes((old[:at] + between + old[at:] + between).encode())

    again = markdown([note("n3"), note("n2", "New."), note("n1")], profile)
    assert export_into(path, again) == ()
    new = path.read_bytes().decode()
    assert new.startswith(MINE.replace("\n", ends))
    assert new.count(between) == 2
    assert new.count("## Check") == 2
    assert new.count("## New") == 1
    assert ends == "\n" or "\n" not in new.replace(ends, "")
    assert export_into(path, again) == ()
    assert path.read_bytes().decode() == new


def test_what_was_changed_by_hand_stays(path):
    export_into(path, markdown([note("n1"), note("n2")]))
    mine = path.read_text("utf-8").replace("Check", "Check, says Anna", 1)
    path.write_text(mine, "utf-8")
    assert export_into(path, markdown([note("n1", "New."), note("n2", "Newer.")])) == ("n1",)
    text = path.read_text("utf-8")
    assert "says Anna" in text
    assert "New." not in text.replace("Newer.", "")
    assert "Newer." in text


def test_the_count_of_notes_follows(path):
    export_into(path, markdown([note("n1")]))
    export_into(path, markdown([note("n2")]))
    assert "\nnotes: 2\n" in path.read_text("utf-8")
    path.write_text("---\nnotes: 9\n---\n", "utf-8")
    export_into(path, markdown([note("n1")]))
    assert "\nnotes: 9\n" in path.read_text("utf-8")


def test_a_file_that_is_no_text_is_left_alone(path):
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(ReaderError, match=r"draft\.md: not UTF-8 text"):
        export_into(path, markdown([note()]))
    assert path.read_bytes() == b"\xff\xfe"


def test_what_cannot_be_written_is_told(path):
    path.mkdir()
    with pytest.raises(ReaderError, match="cannot write"):
        export_into(path, markdown([note()]))


def test_the_tags_in_the_front_matter_follow(path):
    export_into(
        path, markdown([note("n1", tags=("arms",)), note("n2", tags=("talks",))], "obsidian")
    )
    mine = path.read_text("utf-8").replace("tags:\n", "tags:\n  - mine\n", 1)
    path.write_text(mine, "utf-8")
    again = [note("n1", tags=("asia",)), note("n3", tags=("war & peace", "mine"))]
    export_into(path, markdown(again, "obsidian"))
    front = path.read_text("utf-8").split("---")[1]
    listed = '  - "asia"\n  - "talks"\n  - "war-peace"\n  - mine\n'
    assert front.endswith(f"notes: 3\ngenerator: Reader\ntags:\n{listed}")
    export_into(path, markdown(again, "obsidian"))
    assert path.read_text("utf-8").split("---")[1] == front


def test_tags_that_come_later_are_put_into_the_front_matter(path):
    export_into(path, markdown([note("n1")], "obsidian"))
    export_into(path, markdown([note("n2", tags=("arms",))], "obsidian"))
    assert '\ngenerator: Reader\ntags:\n  - "arms"\n---\n' in path.read_text("utf-8")
