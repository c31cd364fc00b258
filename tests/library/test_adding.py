"""Articles come into a story whole, once, with their evidence; or the story stays as it was."""

from __future__ import annotations

import hashlib
import json
import os
import time
import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library import (
    CancelledError,
    Outcome,
    Pasted,
    add,
    add_new,
    open_story,
    remove,
    rename,
    restore,
)
from reader.library.record import original_in
from reader.model import ReaderError

REPORT = """---
outlet: {outlet}
url: {url}
---
# Bridge closed after storm

By Jane Doe

The old bridge was closed on Tuesday, *said* the mayor of the town.

{more}
"""
BODY = "It had stood for ninety years, and nobody was hurt when the railing fell into the river."


@pytest.fixture
def report(tmp_path):
    def write(outlet="AP", more=BODY, url="", name="report.md"):
        file = tmp_path / name
        file.write_text(REPORT.format(outlet=outlet, url=url, more=more))
        return file

    return write


def everything(folder: Path) -> dict[str, bytes]:
    """All files under `folder` that are not put away."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".trash" not in path.parts
    }


def outcomes(added):
    return [one.outcome for one in added.arrived]


def test_an_added_article_is_the_one_that_was_in_the_file(tmp_path, report):
    file = report()
    (alone,) = open_story([file]).articles
    added = add(tmp_path / "bridge", [file])
    (kept,) = open_story([tmp_path / "bridge"]).articles
    assert outcomes(added) == [Outcome.ADDED]
    assert replace(kept, path="") == replace(alone, path="")
    assert kept.path == str(tmp_path / "bridge" / "ap-bridge-closed-after-storm")
    assert open_story([kept.path]).articles == (kept,)


def test_the_original_is_kept_with_how_it_came(tmp_path, report):
    file = report()
    (one,) = add(tmp_path / "bridge", [file]).arrived
    original = original_in(one.version)
    evidence = tomllib.loads((one.version / "evidence.toml").read_text())
    assert original.read_bytes() == file.read_bytes()
    assert evidence["sha256"] == hashlib.sha256(file.read_bytes()).hexdigest()
    assert evidence["path"] == str(file)
    assert evidence["added"].tzinfo


def test_a_folder_of_files_stays_as_it_is_and_takes_more(tmp_path, report):
    story = tmp_path / "bridge"
    story.mkdir()
    (story / "local.txt").write_text("The bridge is shut.")
    before = everything(story)
    add(story, [report()])
    assert everything(story).items() >= before.items()
    assert [a.outlet for a in open_story([story]).articles] == ["AP", "Local"]


def test_the_same_thing_twice_is_recognised(tmp_path, report):
    story, file = tmp_path / "bridge", report()
    (story / "local.txt").parent.mkdir()
    (story / "local.txt").write_text("The bridge is shut.")
    add(story, [file])
    before = everything(story)
    assert outcomes(add(story, [file, story / "local.txt"])) == [Outcome.SAME, Outcome.SAME]
    assert everything(story) == before


def test_twice_in_one_go(tmp_path, report):
    assert outcomes(add(tmp_path / "bridge", [report(), report()])) == ["added", "same"]


@pytest.mark.parametrize(
    "other", ["http://example.org/a?utm_source=x", "https://www.example.org/a/#top"]
)
def test_another_text_from_the_same_address_is_a_version(tmp_path, report, other):
    story = tmp_path / "bridge"
    add(story, [report(url="https://example.org/a")])
    (one,) = add(story, [report(url=other, more="All is different now.")]).arrived
    assert (one.outcome, one.version.name) == (Outcome.VERSION, "2")
    (now,) = open_story([story]).articles
    assert "All is different now." in now.text
    older, newer = open_story([one.folder / "1", one.folder / "2"]).articles
    assert (BODY in older.text, newer.text) == (True, now.text)


def test_nearly_the_same_text_is_a_version_in_its_outlet_alone(tmp_path, report):
    story = tmp_path / "bridge"
    more = f"{BODY} Traffic will be led over the new one for a week."
    add(story, [report()])
    assert outcomes(add(story, [report(more=more)])) == [Outcome.VERSION]
    assert outcomes(add(story, [report(outlet="The Times", more=more)])) == [Outcome.ADDED]


def test_a_newer_text_of_a_loose_file_makes_that_its_first_version(tmp_path, report):
    story = tmp_path / "bridge"
    story.mkdir()
    loose = report(url="https://example.org/a", name="bridge/mine.md")
    (story / "story.toml").write_text('[article."mine.md"]\noutlet = "My AP"\n')
    raw = loose.read_bytes()
    newer = report(url="https://example.org/a", more="All is different now.")
    (one,) = add(story, [newer]).arrived
    assert (one.outcome, one.version.name) == (Outcome.VERSION, "2")
    opened = open_story([story])
    assert ["All is different now." in a.text for a in opened.articles] == [True]
    assert opened.faults == ()
    assert original_in(one.folder / "1").read_bytes() == raw
    remove(one.version)
    (before,) = open_story([story]).articles
    assert (before.outlet, BODY in before.text) == ("My AP", True)


def test_pasted_text(tmp_path):
    (one,) = add(tmp_path / "bridge", [Pasted("Bridge shut\n\nIt is.", "AP")]).arrived
    assert (one.article.outlet, one.article.headline) == ("AP", "Bridge shut")
    assert original_in(one.version).read_text() == "Bridge shut\n\nIt is."


def test_a_new_story_is_called_as_its_first_report(tmp_path, report):
    added = add_new(tmp_path / "stories", [report()])
    assert added.story == tmp_path / "stories" / "bridge-closed-after-storm"
    assert open_story([added.story]).name == "Bridge closed after storm"
    again = add_new(tmp_path / "stories", [report()])
    assert again.story.name == "bridge-closed-after-storm-2"


def test_what_cannot_be_read_is_said_and_the_rest_comes_in(tmp_path, report):
    added = add(tmp_path / "bridge", [tmp_path / "none.txt", report()])
    assert outcomes(added) == [Outcome.ADDED]
    assert added.faults == (f"cannot read {tmp_path / 'none.txt'}: there is no such file",)


@pytest.mark.parametrize("there", [True, False])
def test_what_fails_or_is_called_off_leaves_nothing(tmp_path, report, there):
    story = tmp_path / "stories" / "bridge"
    if there:
        add(story, [report()])
    before = everything(tmp_path / "stories")
    seen = []
    with pytest.raises(ReaderError, match="no such file"):
        add(story, [tmp_path / "none.txt"])
    with pytest.raises(CancelledError):
        add(
            story,
            [report(outlet="B"), report(outlet="C", name="c.md")],
            report=lambda *step: seen.append(step),
            cancelled=lambda: bool(seen),
        )
    assert seen == [("reading", 0, 2)]
    assert everything(tmp_path / "stories") == before
    assert story.exists() == there


def test_a_disk_that_fails_half_way_leaves_the_story_as_it_was(tmp_path, report, monkeypatch):
    story = tmp_path / "bridge"
    add(story, [report()])
    before = everything(story)
    moved = []

    def rename(path, goal):
        if moved and path.parent.name.startswith(".adding"):
            raise OSError(28, "No space left on device")
        moved.append(goal)
        return path.replace(goal)

    files = [report(outlet=outlet, name=f"{outlet}.md") for outlet in ("Post", "Times")]
    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(ReaderError, match="No space left on device; nothing was added"):
        add(story, files)
    assert everything(story) == before


def test_what_is_called_off_while_it_is_filed_leaves_nothing(tmp_path, report):
    seen = []
    with pytest.raises(CancelledError):
        add(
            tmp_path / "story",
            [report(), report(outlet="B", name="b.md")],
            report=lambda *step: seen.append(step),
            cancelled=lambda: ("filing", 0, 2) in seen,
        )
    assert not (tmp_path / "story").exists()


def test_a_file_that_is_long_to_parse_is_called_off_while_it_is_parsed(tmp_path):
    long = tmp_path / "long.html"
    long.write_bytes(b"<html><body>" + b"<p>word" * 300_000)
    asked = iter([False])
    with pytest.raises(CancelledError):
        add(tmp_path / "story", [long], cancelled=lambda: next(asked, True))
    assert not (tmp_path / "story").exists()


@pytest.mark.parametrize("there", [True, False])
def test_whoever_is_interrupted_leaves_a_whole_story(tmp_path, report, monkeypatch, there):
    """Ctrl+C at the first, second, … change to the disk: the story is as before, or all there."""
    files = [report(), report(outlet="B", more="Another report.", name="b.md")]
    countdown = [0]

    def counted(change):
        def step(path, *args, **kwargs):
            countdown[0] -= 1
            if countdown[0] == 0:
                raise KeyboardInterrupt
            return change(path, *args, **kwargs)

        return step

    for name in ("mkdir", "rename", "replace"):
        monkeypatch.setattr(Path, name, counted(getattr(Path, name)))
    for limit in range(1, 100):
        story = tmp_path / str(limit) / "story"
        countdown[0] = 0
        if there:
            add(story, files[:1])
        before = everything(tmp_path / str(limit))
        countdown[0] = limit
        try:
            add(story, files)
        except KeyboardInterrupt:
            if everything(tmp_path / str(limit)) != before:
                assert len(open_story([story]).articles) == 2
        else:
            break
    assert 5 < limit < 99


def test_what_is_removed_can_be_had_back(tmp_path, report):
    story = tmp_path / "bridge"
    (one,) = add(story, [report()]).arrived
    add(story, [report(more=f"{BODY} More is known now.")])
    newest = one.folder / "2"
    whole = everything(story)
    for path in (newest, one.folder, story):
        gone = remove(path)
        assert not path.exists()
        assert restore(gone) == path
        assert everything(story) == whole
        assert not list(tmp_path.rglob(".trash"))


def test_nothing_is_put_back_over_something_else(tmp_path, report):
    (one,) = add(tmp_path / "bridge", [report()]).arrived
    gone = remove(one.folder)
    add(tmp_path / "bridge", [report()])
    with pytest.raises(ReaderError, match="there again"):
        restore(gone)


def test_renaming_keeps_what_the_reporter_wrote(tmp_path, report):
    story = tmp_path / "bridge"
    add(story, [report()])
    (story / "story.toml").write_text('# mine\nname = "x"  # old\n[article."a.txt"]\noutlet="A"\n')
    rename(story, 'The "bridge"\x1b')
    assert open_story([story]).name == 'The "bridge"�'
    written = (story / "story.toml").read_text()
    assert written.startswith("# mine\n")
    assert '[article."a.txt"]\noutlet="A"\n' in written


def test_a_folder_brings_its_files(tmp_path, report):
    (tmp_path / "in").mkdir()
    report(name="in/a.md")
    report(outlet="B", name="in/b.md")
    assert outcomes(add(tmp_path / "bridge", [tmp_path / "in"])) == ["added", "added"]


def test_versions_side_by_side_are_told_apart(tmp_path, report):
    story = tmp_path / "bridge"
    (one,) = add(story, [report()]).arrived
    add(story, [report(more=f"{BODY} More is known now.")])
    opened = open_story([one.folder / "1", one.folder / "2"])
    assert [a.outlet for a in opened.articles] == ["AP, version 1", "AP, version 2"]


def test_what_a_killed_program_left_goes_after_a_day(tmp_path, report):
    story = tmp_path / "bridge"
    add(story, [report()])
    old, new, theirs = ".adding-0123abcd", ".adding-4567cdef", ".bridge.backup"
    for name, age in ((old, 100_000), (new, 10), (theirs, 100_000)):
        for folder in (story, tmp_path):
            (folder / name).mkdir()
            os.utime(folder / name, (time.time() - age,) * 2)
    add(story, [report(outlet="B")])
    add(tmp_path / "other", [report(outlet="B")])
    for folder in (story, tmp_path):
        assert {path.name for path in folder.glob(".*")} - {theirs} == {new}
        assert (folder / theirs).exists()


def test_a_folder_of_stories_names_them(tmp_path, report):
    one = add_new(tmp_path / "stories", [report()]).story
    with pytest.raises(ReaderError, match=f"there are stories here, open one: {one}"):
        open_story([tmp_path / "stories"])


def test_an_article_takes_no_articles(tmp_path, report):
    (one,) = add(tmp_path / "bridge", [report()]).arrived
    with pytest.raises(ReaderError, match="is an article"):
        add(one.folder, [report(outlet="B")])


@pytest.mark.parametrize("written", ["outlet = ", "outlet = 3", 'published = "soon"', "left_out=3"])
def test_a_broken_record_is_said_and_the_rest_opens(tmp_path, report, written):
    story = tmp_path / "bridge"
    (one, _) = add(story, [report(), report(outlet="B", name="b.md")]).arrived
    (one.version / "article.toml").write_text(written)
    opened = open_story([story])
    assert [a.outlet for a in opened.articles] == ["B"]
    (fault,) = opened.faults
    assert "ap-bridge-closed-after-storm/1/article.toml" in fault


def test_a_record_names_no_file_outside(tmp_path, report):
    (one,) = add(tmp_path / "bridge", [report()]).arrived
    (one.version / "article.toml").write_text('original = "../../../report.md"')
    assert original_in(one.version) is None


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_comes_back_as_it_went_in(tmp_path_factory, first, rest):
    story = tmp_path_factory.mktemp("any") / "story"
    try:
        (one,) = add(story, [Pasted(f"{first}\n\nx {rest}", first)]).arrived
    except ReaderError:
        assert not story.exists()
        return
    (kept,) = open_story([story]).articles
    assert kept.text == one.article.text
    assert kept.outlet == one.article.outlet


def test_each_message_of_a_mailbox_keeps_its_own_original(tmp_path):
    head = "From nora@a.example Tue Jun 18 21:05:00 2024\nFrom: nora@a.example\nTo: b@b.example\n"
    box = f"{head}Subject: Bridge\n\nThe bridge is closed.\n\n{head}Subject: Ferries\n\nThey run.\n"
    (tmp_path / "all.mbox").write_text(box)
    added = add(tmp_path / "story", [tmp_path / "all.mbox"])
    originals = [path for one in added.arrived for path in one.version.glob("original*")]
    assert [path.name for path in originals] == ["original.eml", "original.eml"]
    assert originals[1].read_text().endswith("Subject: Ferries\n\nThey run.\n")


def test_references_beside_reports_are_theirs_when_they_come_in(tmp_path, report):
    (tmp_path / "in").mkdir()
    report(name="in/a.md")
    item = {"title": "Bridge closed after storm", "publisher": "The Courier", "date": "2024-06-18"}
    (tmp_path / "in" / "refs.json").write_text(json.dumps([item]))
    added = add(tmp_path / "bridge", [tmp_path / "in"])
    (kept,) = open_story([tmp_path / "bridge"]).articles
    assert (kept.outlet, kept.published, added.faults) == ("The Courier", date(2024, 6, 18), ())
