"""Versions of an article: what each said, what it came from, and corrections by hand."""

from __future__ import annotations

import pytest

from reader.app.notebook import Notebook
from reader.language import read
from reader.library import Pasted, add, open_story, remove
from reader.library.versions import correct, original, versions
from reader.model import Mark, ReaderError, Span
from reader.notes.anchors import anchor
from reader.notes.store import NoteStore

TOLD = "The bridge was shut on Tuesday, said the mayor."
FIRST = f"Bridge shut\n\n{TOLD}\n\nNobody was hurt at all.\n"
SECOND = FIRST.replace("Nobody was", "Two people were")


@pytest.fixture
def story(tmp_path):
    add(tmp_path / "story", [Pasted(FIRST, "AP")])
    return tmp_path / "story"


def test_a_newer_text_says_what_it_changed(story, folder):
    add(story, [Pasted(SECOND, "AP")])
    first, second = versions(folder)
    assert (first.changes, first.article.text) == ("", FIRST)
    assert "-Nobody was hurt at all.\n+Two people were hurt at all.\n" in second.changes
    assert (second.folder / "changes.diff").read_text() == second.changes
    assert second.added >= first.added


def test_a_correction_is_a_version_of_the_same_original(folder, tmp_path):
    version = correct(folder, SECOND, tmp_path)
    before, after = versions(folder)
    assert (after.folder, after.article.text, after.original) == (version, SECOND, None)
    assert after.article.sha256 == before.article.sha256
    assert original(folder) == original(version) == before.original
    remove(version)
    assert open_story([folder]).articles[0].text == FIRST


def test_a_headline_follows_its_correction(folder, tmp_path):
    correct(folder, FIRST.replace("Bridge shut", "Bridge closed"), tmp_path)
    assert open_story([folder]).articles[0].headline == "Bridge closed"


def test_nothing_changed_and_nothing_left(folder, tmp_path):
    assert correct(folder, FIRST, tmp_path) is None
    with pytest.raises(ReaderError, match="no text is left"):
        correct(folder, " \n", tmp_path)
    assert len(versions(folder)) == 1


def test_a_loose_file_is_kept_as_the_original_of_its_correction(story, tmp_path):
    file = story / "local.txt"
    file.write_text(FIRST)
    (story / "story.toml").write_text('# mine\n[article."local.txt"]\noutlet = "The Local"\n')
    version = correct(file, SECOND, tmp_path)
    opened = open_story([story])
    (local,) = [article for article in opened.articles if article.outlet == "The Local"]
    assert (local.text, opened.faults) == (SECOND, ())
    assert not file.exists()
    assert original(version).read_text() == FIRST
    assert (story / "story.toml").read_text().startswith("# mine")


def test_what_has_no_versions_is_said(story, tmp_path):
    with pytest.raises(ReaderError, match="has no versions; name the folder of an article"):
        versions(story)
    with pytest.raises(ReaderError, match="there is no original in"):
        original(tmp_path / "nowhere")


def test_a_note_moves_to_the_new_version(story, folder, tmp_path):
    old = read(open_story([folder]).articles[0])
    start = FIRST.index(TOLD)
    notes = Notebook(NoteStore(tmp_path / "notes.toml"))
    notes.read_with([old])
    notes.write([anchor(old, Span(start, start + len(TOLD)))], Mark.UNIQUE, "Ask the mayor.")

    add(story, [Pasted(FIRST.replace("Bridge shut", "A new headline: bridge is shut"), "AP")])
    new = read(open_story([folder]).articles[0])
    assert new.article.sha256 != old.article.sha256
    notes.read_with([new])
    (standing,) = notes.standings(notes.notes[0])
    assert new.text(standing.sentence) == TOLD
