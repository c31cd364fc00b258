"""A folder or several files become a story; what cannot be used is said and loses nothing else."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.library import open_story, sample_story
from reader.model import ReaderError, sanitise_line

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "bridge"
    path.mkdir()
    for name in ("b-post", "a-times"):
        (path / f"{name}.txt").write_text(f"Bridge closed, says {name}\n\nIt was on Tuesday.\n")
    return path


def outlets(story):
    return [article.outlet for article in story.articles]


def test_a_folder_is_a_story(folder):
    story = open_story([folder])
    assert story.name == "bridge"
    assert story.folder == folder
    assert outlets(story) == ["A Times", "B Post"]
    assert story.faults == ()
    assert open_story([str(folder)]) == story


def test_files_are_a_story_in_the_order_given(folder):
    story = open_story([folder / "b-post.txt", folder / "a-times.txt"])
    assert outlets(story) == ["B Post", "A Times"]
    assert story.folder is None
    assert story.name == "bridge"


def test_folders_and_files_together(folder, tmp_path):
    (tmp_path / "extra.txt").write_text("One more report of the bridge.")
    story = open_story([tmp_path / "extra.txt", folder])
    assert outlets(story) == ["Extra", "A Times", "B Post"]
    assert (story.name, story.folder) == ("Reports", None)


def test_the_folder_one_stands_in(folder, monkeypatch):
    monkeypatch.chdir(folder)
    assert open_story(["."]).name == "bridge"
    assert open_story(["a-times.txt"]).name == "bridge"


def test_what_is_no_report_is_passed_over(folder):
    for name in (".hidden.txt", "notes.toml", "notes.md", "a-times.txt~", "story.toml"):
        (folder / name).write_text("")
    (folder / "older").mkdir()
    (folder / "older" / "c.txt").write_text("Not looked at.")
    story = open_story([folder])
    assert len(story.articles) == 2
    assert story.faults == ()


def test_what_cannot_be_read_is_said_and_the_rest_opens(folder):
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    (folder / "void.txt").write_bytes(b"")
    (folder / "gone.txt").symlink_to(folder / "nowhere")
    story = open_story([folder])
    assert len(story.articles) == 2
    assert [fault.partition(": ")[2] for fault in story.faults] == [
        "there is no such file",
        "an image (JPEG); save what it says as text",
        "it is empty",
    ]


def test_the_same_report_twice_is_opened_once(folder):
    (folder / "c.txt").write_bytes((folder / "a-times.txt").read_bytes())
    story = open_story([folder])
    assert len(story.articles) == 2
    (fault,) = story.faults
    assert fault == "c.txt: the same report as a-times.txt; opened once"


def test_two_reports_of_one_outlet_have_two_names(folder):
    for number, name in enumerate(("AP", "ap", "AP 2", "ap 3")):
        (folder / f"{number}.txt").write_text(f"---\noutlet: {name}\n---\nReport {number}.\n")
    assert outlets(open_story([folder]))[:4] == ["AP", "ap 4", "AP 2", "ap 3"]


@pytest.mark.parametrize(
    ("targets", "said"),
    [
        ([], "name a folder"),
        (["nowhere.txt"], "cannot read nowhere.txt: there is no such file"),
        (["a", "b"], "no report can be read in a, b (2 files, the first: cannot read a"),
        (["void"], "no report can be read in void (it is empty); put text or Markdown files there"),
        (["photos"], "no report can be read in photos (2 files, the first: cannot read photos"),
        (["photo"], "photo/1.jpg: an image (JPEG)"),
        (["a\0b"], "no file can have this name"),
    ],
)
def test_nothing_to_read_is_one_clear_line(tmp_path, monkeypatch, targets, said):
    monkeypatch.chdir(tmp_path)
    for name, count in (("void", 0), ("photo", 1), ("photos", 2)):
        (tmp_path / name).mkdir()
        for number in range(1, count + 1):
            (tmp_path / name / f"{number}.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    with pytest.raises(ReaderError) as caught:
        open_story(targets)
    assert said in str(caught.value)
    assert sanitise_line(str(caught.value)) == str(caught.value)


def forbid(*_):
    raise PermissionError(13, "Permission denied")


def test_a_folder_that_may_not_be_looked_into(folder, monkeypatch):
    monkeypatch.setattr(Path, "iterdir", forbid)
    with pytest.raises(ReaderError, match=r"cannot open the folder .*bridge: Permission denied"):
        open_story([folder])


def test_a_story_toml_that_may_not_be_read(folder, monkeypatch):
    (folder / "story.toml").write_text("")
    articles = open_story([folder]).articles
    monkeypatch.setattr("reader.library.story.read", lambda path, _: [known[str(path)]])
    known = {article.path: article for article in articles}
    monkeypatch.setattr(Path, "open", forbid)
    story = open_story([folder])
    assert story.articles == articles
    (fault,) = story.faults
    assert fault.startswith("cannot read story.toml: no permission; ")


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes on Linux only")
def test_hostile_names_of_files_and_folders(tmp_path):
    place = tmp_path / "\x1b]0;owned\x07[b]"
    place.mkdir()
    (place / "\x1b[2J[sic].txt").write_text("Words.")
    (place / "\x1b[2J.bin").write_bytes(b"\0\1")
    story = open_story([place])
    (article,) = story.articles
    for text in (story.name, article.outlet, article.path, *story.faults):
        assert sanitise_line(text) == text
    assert "[sic]" in article.outlet


def test_story_toml_says_what_the_files_do_not(folder):
    (folder / "story.toml").write_text(
        """
name = "The bridge"
editor = "kept for others"
[article."a-times.txt"]
outlet = "The Times of A"
headline = "Closed"
byline = "Jane Doe"
published = 2024-06-18
url = "https://example.org/a"
section = "local"
""",
        encoding="utf-8-sig",
    )
    story = open_story([folder])
    told = story.articles[0]

    assert story.name == "The bridge"
    assert story.faults == ()
    assert (told.outlet, told.headline, told.byline) == ("The Times of A", "Closed", "Jane Doe")
    assert (told.published, told.url) == (date(2024, 6, 18), "https://example.org/a")
    assert told.text.startswith("Bridge closed, says a-times\n")
    assert story.articles[1].headline == "Bridge closed, says b-post"

    alone = open_story([folder / "a-times.txt"])
    assert (alone.articles, alone.faults) == ((told,), ())


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('name = "x"\nname = ', "line 2"),
        ("name = 3", '"name" must be text'),
        ('article = "x"', '"article" must be tables'),
        ('[article]\n"a-times.txt" = 3', "must be a table"),
        ('[article."a-times.txt"]\noutlet = ["AP"]', '"outlet" must be text'),
        ('[article."a-times.txt"]\npublished = "soon"', '"published" must be a date'),
        ('[article."a-time.txt"]\noutlet = "AP"', 'there is no file "a-time.txt"'),
        ('[article."../../etc/passwd"]\noutlet = "AP"', 'there is no file "../../etc/passwd"'),
        (b'name = "caf\xe9"', "line 1 is not UTF-8"),
    ],
)
def test_a_broken_story_toml_is_said_and_the_reports_open(folder, written, said):
    content = written if isinstance(written, bytes) else written.encode()
    (folder / "story.toml").write_bytes(content)
    story = open_story([folder])
    assert outlets(story) == ["A Times", "B Post"]
    (fault,) = story.faults
    assert fault.startswith(("cannot read story.toml", "story.toml"))
    assert said in fault


def test_accents_match_however_they_are_written(tmp_path):
    (tmp_path / "le-cafe\u0301.txt").write_text("Words.")
    (tmp_path / "story.toml").write_text('[article."le-caf\u00e9.txt"]\noutlet = "Le Monde"\n')
    story = open_story([tmp_path])
    assert (outlets(story), story.faults) == (["Le Monde"], ())


TOML = st.lists(
    st.sampled_from(
        [
            'name = "a\\u001b]0;x\\u0007\\nb"',
            '[article."a-times.txt"]',
            '[article."x\\u001b"]',
            'outlet = "\\u202eAP"',
            "headline = 3",
            "published = 10:00:00",
            'url = "http://x/\\u009b2J"',
            "article = []",
        ]
    )
    | st.text(max_size=20),
    max_size=6,
).map(lambda lines: "\n".join(lines).encode("utf-8", "surrogatepass"))


@settings(max_examples=100, deadline=None)
@given(content=TOML | st.binary(max_size=60))
def test_any_story_toml_leaves_the_reports_open_and_safe(tmp_path_factory, content):
    place = tmp_path_factory.getbasetemp() / "any-story"
    place.mkdir(exist_ok=True)
    (place / "a-times.txt").write_text("Words of a report.")
    (place / "story.toml").write_bytes(content)

    story = open_story([place])

    (article,) = story.articles
    assert article.text == "Words of a report."
    said = (article.outlet, article.headline, article.byline, article.url, story.name)
    for text in (*said, *story.faults):
        assert sanitise_line(text) == text
    assert article.outlet
    assert story.name


def test_the_sample_story_opens():
    story = sample_story(SEEDS)
    assert story.name == "The sample story"
    assert outlets(story) == ["000", "001", "002", "003", "004"]
    assert story.faults == ()


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes on Linux only")
def test_an_article_is_found_whatever_its_name(tmp_path):
    """Its path is made fit for the screen: two blanks are one there, and a control none."""
    place = tmp_path / "My  story"
    place.mkdir()
    for name in ("a  b.txt", "a b.txt", "\x1b.txt", "\udcff.txt"):
        (place / name).write_text(f"Words of {name!r}.")
    for article in open_story([place]).articles:
        assert repr(article.place.name) in article.text


def test_whoever_leaves_does_not_wait_for_a_long_file(tmp_path):
    (tmp_path / "a.html").write_bytes(b"<html><body>" + b"<p>word" * 300_000)
    (tmp_path / "b.txt").write_text("The storm reached Oslo on Monday.")
    assert open_story([tmp_path], lambda: True).faults == ("cannot read a.html: called off",)
