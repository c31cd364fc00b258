"""What is broken in a story, or breaks while it changes, costs nothing else and is said truly."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from reader.library import Outcome, Pasted, add, open_story, remove, rename_outlet
from reader.library.filing import Pile, file_away, take_back
from reader.library.versions import correct, versions
from reader.model import ReaderError
from tests.library.test_adding import everything

TOLD = "Bridge shut\n\nThe bridge was shut on Tuesday, said the mayor of the town at noon.\n"
NEWER = f"{TOLD}\nNobody was hurt.\n"
FULL = OSError(28, "No space left on device")
NEWEST = f"{NEWER}\nIt opens on Friday.\n"


@pytest.fixture
def story(tmp_path):
    add(tmp_path / "story", [Pasted(TOLD, "AP")])
    return tmp_path / "story"


def failing(monkeypatch, method, when, error=FULL):
    """Let a method of paths raise where `when` says so of the path and what else it is given."""
    real = getattr(Path, method)

    def fail(path, *args, **kwargs):
        if when(path, *args):
            raise error
        return real(path, *args, **kwargs)

    monkeypatch.setattr(Path, method, fail)


def test_an_article_that_cannot_be_read_keeps_no_other_out(story, folder):
    (folder / "1" / "article.toml").write_text("outlet = ")
    (one,) = add(story, [Pasted(TOLD, "AP")]).arrived
    assert (one.outcome, one.folder.name) == (Outcome.ADDED, "ap-bridge-shut-2")


@pytest.mark.parametrize("broken", ["outlet = ", None])
def test_a_version_never_takes_the_place_of_one_that_is_broken(story, folder, broken, tmp_path):
    add(story, [Pasted(NEWER, "AP")])
    record = folder / "2" / "article.toml"
    record.write_text(broken) if broken else record.unlink()
    (one,) = add(story, [Pasted(NEWEST, "AP")]).arrived
    assert one.version == folder / "3"
    assert correct(folder, f"{NEWEST}\nSo they say.\n", tmp_path) == folder / "4"


def test_an_older_version_that_is_broken_leaves_the_newest(story, folder):
    add(story, [Pasted(NEWER, "AP")])
    (folder / "1" / "article.toml").write_text("outlet = ")
    opened = open_story([story])
    assert [article.text for article in opened.articles] == [NEWER]
    assert opened.faults == ()


@pytest.mark.parametrize("name", ["article.toml", "text.txt"])
def test_what_no_article_can_be_is_said(story, folder, name):
    (folder / "1" / name).write_bytes(b"\xff" if name == "article.toml" else b" ")
    with pytest.raises(ReaderError, match=rf"{name}: (line 1 is not UTF-8|it is empty)"):
        open_story([story])


def test_an_older_version_is_corrected_into_the_newest(story, folder, tmp_path, monkeypatch):
    add(story, [Pasted(NEWER, "AP")])
    assert correct(folder / "1", NEWEST, tmp_path) == folder / "3"
    assert correct(folder / "1", NEWEST, tmp_path) is None
    assert [one.folder.name for one in versions(folder / "2")] == ["1", "2", "3"]
    assert "+It opens on Friday." in (folder / "3" / "changes.diff").read_text()
    assert "+Nobody was hurt." not in (folder / "3" / "changes.diff").read_text()
    monkeypatch.chdir(folder / "1")
    assert correct(Path(), f"{NEWEST}\nThey say.\n", tmp_path).resolve() == folder / "4"


def test_of_two_files_that_say_the_same_either_is_corrected(inbox, tmp_path):
    (inbox / "c.txt").write_text((inbox / "a.txt").read_text())
    assert correct(inbox / "c.txt", "Words of c.", tmp_path)
    assert not (inbox / "c.txt").exists()
    assert (inbox / "a.txt").exists()


def test_a_version_in_no_article_is_not_corrected(story, folder, tmp_path):
    stray = folder.rename(story / "old") / "1"
    stray = stray.rename(story / "stray")
    with pytest.raises(ReaderError, match="stands in no article"):
        correct(stray, NEWER, tmp_path)


def test_a_file_that_cannot_be_taken_out_stays_and_nothing_is_added(story, monkeypatch, tmp_path):
    file = story / "AP.txt"
    file.write_text(f"{TOLD}\nMore of it all is known.\n")
    (story / "ap-bridge-shut").rename(story / ".aside")
    before = everything(story)
    failing(monkeypatch, "rename", lambda path, _: path == file)
    with pytest.raises(ReaderError, match="nothing was added"):
        add(story, [Pasted(NEWER, "AP")])
    with pytest.raises(
        ReaderError, match=r"cannot keep the new text of .* \(No space left.* is in "
    ):
        correct(file, NEWEST, tmp_path / "data")
    (kept,) = (tmp_path / "data").iterdir()
    assert kept.read_text() == NEWEST
    assert everything(story) == before
    assert sorted(path.name for path in story.iterdir()) == [".aside", "AP.txt"]


def test_what_story_toml_cannot_be_told_is_not_called_a_failure(story):
    """The article is in the story by then, and its record says what story.toml said of the file."""
    (story / "ap-bridge-shut").rename(story / ".aside")
    (story / "AP.txt").write_text(TOLD)
    (story / "story.toml").write_text("article = 3")
    (one,) = add(story, [Pasted(NEWER, "AP")]).arrived
    assert one.outcome is Outcome.VERSION
    assert not (story / "AP.txt").exists()
    assert (story / "story.toml").read_text() == "article = 3"


@pytest.mark.parametrize("there", [True, False])
def test_a_disk_that_cannot_be_synced_leaves_no_folder(tmp_path, story, monkeypatch, there):
    def fail(_):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("reader.library.staging.sync_folder", fail)
    before = everything(tmp_path), sorted(map(str, tmp_path.rglob("*")))
    with pytest.raises(ReaderError, match="nothing was added"):
        add(story if there else tmp_path / "new", [Pasted("Ferries\n\nThey run.", "Post")])
    assert (everything(tmp_path), sorted(map(str, tmp_path.rglob("*")))) == before


@pytest.fixture
def inbox(tmp_path):
    folder = tmp_path / "inbox"
    folder.mkdir()
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(f"Words of {name}.")
    (folder / "story.toml").write_text('[article."a.txt"]\noutlet = "The A"\n')
    return folder


def piles(inbox):
    return [Pile("X", (inbox / "a.txt",)), Pile("Y", (inbox / "b.txt",))]


def test_filing_removes_no_folder_that_it_did_not_make(inbox, monkeypatch):
    theirs = inbox / "y"
    made = Path.mkdir

    def mkdir(path, *args, **kwargs):
        if path == theirs and not path.exists():
            made(path)
            (path / "story.toml").write_text('name = "theirs"')
        return made(path, *args, **kwargs)

    monkeypatch.setattr(Path, "mkdir", mkdir)
    with pytest.raises(ReaderError, match=r"nothing was filed: .*y: File exists"):
        file_away(inbox, piles(inbox))
    assert (theirs / "story.toml").read_text() == 'name = "theirs"'
    assert not (inbox / "x").exists()


@pytest.mark.parametrize("error", [FULL, KeyboardInterrupt()])
def test_filing_that_breaks_off_leaves_all_as_it_was(inbox, monkeypatch, error):
    before = everything(inbox)
    failing(monkeypatch, "rename", lambda path, _: path.name == "b.txt", error)
    with pytest.raises((ReaderError, KeyboardInterrupt)):
        file_away(inbox, piles(inbox))
    assert everything(inbox) == before
    assert not (inbox / "x").exists()


def test_what_cannot_be_cleaned_up_hides_no_cause(inbox, monkeypatch):
    failing(monkeypatch, "rename", lambda path, _: path.name in ("b.txt", "x"))
    failing(monkeypatch, "rmdir", lambda _: True, OSError(16, "Device or resource busy"))
    with pytest.raises(ReaderError, match=r"nothing was filed: .*No space left"):
        file_away(inbox, piles(inbox))


def test_taking_back_says_nothing_of_a_folder_that_stays(inbox, monkeypatch):
    file_away(inbox, piles(inbox))
    failing(monkeypatch, "rmdir", lambda _: True, OSError(16, "Device or resource busy"))
    assert take_back(inbox) == 2
    assert open_story([inbox]).articles[0].outlet == "The A"


@pytest.mark.parametrize("written", ["moved = 3", "moved = 'ab'", "moved = [3]", "", "\udcff"])
def test_a_journal_that_reader_did_not_write(inbox, written):
    (inbox / ".sorted").mkdir()
    (inbox / ".sorted" / "1.toml").write_text(written, errors="surrogateescape")
    with pytest.raises(ReaderError, match=r"1\.toml"):
        take_back(inbox)


def test_nothing_is_taken_back_through_a_link(inbox, tmp_path):
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "secret").write_text("x")
    (inbox / "link").symlink_to(tmp_path / "home")
    (inbox / ".sorted").mkdir()
    (inbox / ".sorted" / "1.toml").write_text('moved = [{story = "link", article = "secret"}]')
    with pytest.raises(ReaderError, match="not as Reader wrote it"):
        take_back(inbox)
    assert (tmp_path / "home" / "secret").exists()


def test_files_whose_names_are_no_utf8_are_filed_and_come_back(inbox):
    odd = inbox / "\udcff.txt"
    odd.write_text("Words of another.")
    file_away(inbox, [Pile("X", (inbox / "a.txt", odd))])
    assert take_back(inbox) == 2
    assert odd.exists()


def test_an_outlet_with_a_name_apart_is_kept(story, folder):
    (story / "story.toml").write_text(
        '[article."a.txt"]\noutlet = "A"\n[mine]\nx = 1\n[article."b.txt"]\noutlet = "B"\n'
    )
    rename_outlet(folder, "The AP")
    assert open_story([story]).articles[0].outlet == "The AP"


def test_two_readers_that_add_the_same_at_once(story):
    """The second finds its place taken when it has written all, and looks for another."""
    ferries = [Pasted("Ferries\n\nThey run all night, said the port.", "Post")]
    inner = []

    def meanwhile(what, done, _):
        if (what, done) == ("filing", 0) and not inner:
            inner.append(add(story, ferries))

    outer = add(story, [*ferries, Pasted(NEWER, "AP")], report=meanwhile)
    assert [one.outcome for one in inner[0].arrived] == [Outcome.ADDED]
    assert [one.outcome for one in outer.arrived] == [Outcome.SAME, Outcome.VERSION]
    assert len(open_story([story]).articles) == 2


def test_a_folder_that_may_not_be_looked_into_is_said_and_the_rest_opens(story, monkeypatch):
    locked = story / "locked"
    locked.mkdir()
    failing(monkeypatch, "iterdir", lambda path: path == locked, PermissionError(13, "Forbidden"))
    opened = open_story([story])
    assert len(opened.articles) == 1
    assert opened.faults == ("cannot open the folder locked: Forbidden",)
    (one,) = add(story, [Pasted(NEWER, "AP")]).arrived
    assert one.outcome is Outcome.VERSION


def test_a_version_that_may_not_be_looked_into_is_said(story, folder, monkeypatch):
    add(story, [Pasted(NEWER, "AP"), Pasted("Another report, of a ferry.", "Post")])
    refused = PermissionError(13, "Permission denied")

    def locked(path, *_):
        return path.parent == folder / "2"

    for method in ("stat", "is_file", "open"):
        failing(monkeypatch, method, locked, refused)
    opened = open_story([story])
    assert [article.outlet for article in opened.articles] == ["Post"]
    (fault,) = opened.faults
    assert fault.startswith(f"cannot read {folder.name}/2/article.toml: no permission")


def test_what_a_feed_shows_of_a_report_takes_no_whole_ones_place(story, folder):
    brief = Pasted("Bridge shut\n\nThe bridge was shut …", "AP")
    add(story, [Pasted(NEWEST, "AP")])
    (one,) = add(story, [brief]).arrived
    assert (one.outcome, one.version) == (Outcome.SAME, folder / "2")


def test_a_newer_text_keeps_what_it_does_not_say_of_itself(tmp_path):
    page = "---\noutlet: AP\nurl: https://ap.example/1\ndate: 2024-06-18\nauthor: Jo Doe\n---\n"
    add(tmp_path / "story", [Pasted(page + TOLD), Pasted(NEWER, "AP")])
    (kept,) = open_story([tmp_path / "story"]).articles
    assert (kept.text, kept.url, kept.byline) == (NEWER, "https://ap.example/1", "Jo Doe")
    assert kept.published == date(2024, 6, 18)


def test_nothing_to_file_leaves_nothing_to_take_back(inbox):
    before = sorted(inbox.rglob("*"))
    assert file_away(inbox, []) == ()
    assert sorted(inbox.rglob("*")) == before


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
def test_a_pipe_that_nobody_writes_to_is_not_waited_for(story, folder, inbox):
    os.mkfifo(story / "story.toml")
    os.mkfifo(story / "refs.json")
    assert len(open_story([story]).articles) == 1
    assert add(story, [Pasted(NEWER, "AP")]).arrived[0].outcome is Outcome.VERSION
    with pytest.raises(ReaderError, match=r"story\.toml: not a file"):
        rename_outlet(folder, "The AP")
    (inbox / "story.toml").unlink()
    os.mkfifo(inbox / "story.toml")
    with pytest.raises(ReaderError, match="nothing was filed"):
        file_away(inbox, piles(inbox))


def test_what_cannot_be_removed_leaves_no_folder_for_it(story, folder, monkeypatch):
    failing(monkeypatch, "rename", lambda path, _: path == folder)
    with pytest.raises(ReaderError, match=r"cannot remove .*: No space left"):
        remove(folder)
    assert [path.name for path in story.iterdir()] == [folder.name]
