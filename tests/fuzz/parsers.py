"""The parsers that are Reader's own, each with what has to hold of whatever it is given."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path
from unittest import mock

from reader.language import read
from reader.library.manifest import load_manifest
from reader.model import Article, sanitise, sanitise_line
from reader.notes.filter import matching
from reader.notes.merge import merge
from reader.notes.toml import Document, parse, render, salvage
from reader.sources import Source, exports
from reader.sources.front_matter import split
from tests.fuzz.doors.checks import clean, refused
from tests.notes.made import note

STORY = "Bridge closed\n\nEastport Courier\n18 June 2024\n\nThe bridge was closed on Tuesday.\n"


def front_matter(text: str) -> None:
    """Nothing below front matter is lost, and what it says is clean."""
    text = sanitise(text)
    if found := refused(lambda: split(text, "the file")):
        heading, body = found
        clean(heading)
        assert text.endswith(body)


def export_patterns(text: str) -> None:
    """A reporter's exports.toml reads an export, or says in a line why not."""
    with tempfile.TemporaryDirectory() as folder:
        _written(Path(folder) / "exports.toml", text)
        source = Source(STORY.encode(), "the file", "the-file")
        environment = {"READER_CONFIG": str(Path(folder) / "config.toml")}
        with mock.patch.dict("os.environ", environment):
            clean(refused(lambda: exports.read(source)) or [])


def notes(text: str) -> None:
    """A notes file reads back as it was, and broken or not, no byte of it is lost."""
    data = text.encode("utf-8", "surrogatepass")
    document, lost = salvage(data)
    kept = b"".join((document.head, *(each.toml for each in document.entries.values()), *lost))
    assert all(line in kept for line in data.removeprefix(b"\xef\xbb\xbf").split(b"\n"))
    found = refused(lambda: parse(data))
    if isinstance(found, Document):
        clean([[each.value for each in found.entries.values()], found.faults])
        again = parse(render(found.head, found.entries.values()))
        # Entries without a name that are alike to the letter may change places.
        assert _blocks(again) == _blocks(found)
        half = dict(list(found.entries.items())[::2])
        assert merge({}, half, found.entries) == found.entries
        assert merge(found.entries, found.entries, half) == half


def story(text: str) -> None:
    """A story.toml is used as far as it can be, and the rest is told."""
    with tempfile.TemporaryDirectory() as folder:
        _written(Path(folder) / "story.toml", text)
        clean(load_manifest(Path(folder)))


def query(text: str) -> None:
    """Whatever is asked for, the notes found are among those there are."""
    held = (note("n1"), note("n2", text, tags=("arms",)))
    assert all(one in held for one in matching(held, sanitise_line(text)))


def language(text: str) -> None:
    """Sentences follow each other in the text, and every fact stands in it."""
    text = sanitise(text)
    reading = read(Article(text, "0" * 64, "AP", published=date(2024, 6, 18)))
    at = 0
    for sentence in reading.sentences:
        assert at <= sentence.span.start < sentence.span.end <= len(text)
        assert not text[at : sentence.span.start].strip()
        at = sentence.span.end
    assert not text[at:].strip()
    assert all(0 <= fact.span.start < fact.span.end <= len(text) for fact in reading.facts)


def _blocks(document: Document) -> list[bytes]:
    return sorted(each.toml for each in document.entries.values())


def _written(file: Path, text: str) -> None:
    file.write_bytes(text.encode("utf-8", "surrogatepass"))


PARSERS = (front_matter, export_patterns, notes, story, query, language)
