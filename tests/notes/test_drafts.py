"""What is typed and not saved is there again, whatever it is about."""

import subprocess
import sys

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


def test_two_readers_that_write_about_the_same_keep_a_draft_each(tmp_path):
    here, there = Drafts(tmp_path / "notes.toml"), Drafts(tmp_path / "notes.toml")
    here.keep("it", "one")
    there.keep("it", "other")
    assert (here.get("it"), there.get("it")) == ("one", "other")
    here.drop("it")
    assert (here.get("it"), there.get("it")) == ("", "other")


def test_of_two_readers_that_are_killed_each_draft_comes_back_in_turn(tmp_path):
    writers = [Drafts(tmp_path / "notes.toml") for _ in range(2)]
    for number, writer in enumerate(writers):
        writer.keep("it", f"words {number}")
    writers.clear()
    del writer
    later = Drafts(tmp_path / "notes.toml")
    found = []
    while words := later.get("it"):
        found.append(words)
        later.drop("it")
    assert sorted(found) == ["words 0", "words 1"]


def test_a_running_reader_is_not_robbed_of_its_draft(tmp_path):
    here = Drafts(tmp_path / "notes.toml")
    here.keep("it", "words")
    assert Drafts(tmp_path / "notes.toml").get("it") == ""
    here.drop("it")
    assert Drafts(tmp_path / "notes.toml").get("it") == ""


def test_a_draft_outlives_a_kill(tmp_path):
    script = (
        "import os, signal, sys, pathlib\nfrom reader.notes.drafts import Drafts\n"
        "drafts = Drafts(pathlib.Path(sys.argv[1]))\ndrafts.keep('it', 'words')\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    subprocess.run([sys.executable, "-c", script, tmp_path / "notes.toml"], check=False)
    assert Drafts(tmp_path / "notes.toml").get("it") == "words"
