"""The process that takes files apart is held to its bounds, and its end is not Reader's."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import ReaderError, sanitise, sanitise_line
from reader.sources import Source, apart, read, read_source
from reader.sources.table import FORMATS

FILES = Path(__file__).parent / "files"
HTML = next(each for each in FORMATS if each.name.startswith("HTML"))


@pytest.fixture
def fresh():
    apart.stop()
    yield
    apart.stop()


ENDLESS = Source(b"<html><body>" + b"<p>word" * 300_000, "long.html", "long")


def test_what_takes_too_long_is_ended_and_said():
    with pytest.raises(
        ReaderError, match=r"long\.html: reading it as HTML and XHTML takes too long"
    ):
        apart.read(ENDLESS, replace(HTML, seconds=1))
    assert read(FILES / "page.html")


def test_what_is_called_off_is_ended_and_the_next_file_read():
    with pytest.raises(ReaderError, match=r"long\.html: called off"):
        read_source(ENDLESS, lambda: True)
    assert read(FILES / "page.html")


def test_what_takes_too_much_memory_is_said_and_the_next_file_read():
    letter = b"From: a@b.example\nTo: c@d.example\nSubject: s\nDate: today\n\n"
    with pytest.raises(ReaderError, match=r"letter: reading it takes more than 500 MB of memory"):
        read_source(Source(letter + b"words in it\n" * 3_900_000, "letter", "letter"))
    assert read(FILES / "letter.eml")


@pytest.mark.usefixtures("fresh")
def test_a_library_that_is_missing_is_named_with_its_extra(tmp_path, monkeypatch):
    (tmp_path / "pypdfium2.py").write_text("raise ModuleNotFoundError(name='pypdfium2')\n")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(
        ReaderError, match=r"PDF needs pypdfium2; pip install 'story-reader\[pdf\]'"
    ):
        read(FILES / "report.pdf")


def test_no_parser_is_loaded_where_the_screen_is():
    code = (
        "import sys; from reader.sources import read; read(sys.argv[1]);"
        "heavy = ('lxml', 'trafilatura', 'readability', 'mammoth', 'pypdfium2', 'feedparser');"
        "print([name for name in heavy if name in sys.modules])"
    )
    for name in ("page.html", "report.pdf"):
        run = [sys.executable, "-c", code, str(FILES / name)]
        found = subprocess.run(run, capture_output=True, text=True, check=True)
        assert found.stdout.strip() == "[]"


@settings(max_examples=40, deadline=None)
@given(
    name=st.sampled_from(sorted(path.name for path in FILES.iterdir() if path.suffix != ".py")),
    at=st.floats(0, 1),
    junk=st.binary(max_size=12),
    cut=st.booleans(),
)
def test_any_damage_to_a_file_leaves_articles_or_one_clear_line(name, at, junk, cut):
    raw = (FILES / name).read_bytes()
    place = int(at * len(raw))
    damaged = raw[:place] + junk + (b"" if cut else raw[place + len(junk) :])
    message, articles = name, []
    try:
        articles = read_source(Source(damaged or b"x", name, "damaged"))
    except ReaderError as error:
        message = str(error)
    assert name in sanitise_line(message) == message
    assert all(sanitise(article.text) == article.text for article in articles)
