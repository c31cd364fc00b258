"""Every way in. Each takes a payload to its door and checks what comes out on the other side."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from collections.abc import Callable
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import fields, is_dataclass, replace
from html.parser import HTMLParser
from pathlib import Path

import tomli_w
from markdown_it import MarkdownIt

from reader.app.commands import commands
from reader.app.themes import load_themes
from reader.cli import main
from reader.language import read as read_language
from reader.library import open_story
from reader.model import Note, ReaderError, Relation, sanitise, sanitise_line
from reader.notes.drafts import Drafts
from reader.notes.exports import FORMS
from reader.notes.store import NoteStore
from reader.settings import load_settings
from reader.sources import Source
from reader.sources.table import FORMATS
from tests.notes.made import note, passage

LIVE = ("http", "https", "mailto")
"""The kinds of address that may be a link."""
HARMLESS = {
    "html", "head", "meta", "title", "style", "body", "main", "article", "section", "header",
    "footer", "h1", "h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "ul", "ol", "li", "a", "em",
    "strong", "code", "pre", "blockquote", "table", "thead", "tbody", "tr", "th", "td", "sup",
    "del", "span", "div",
}  # fmt: skip
FRONT = re.compile(r'---|[a-z-]+:( "([^"\\]|\\.)*"| \w+)?|  - "([^"\\]|\\.)*"')


def clean(value: object) -> None:
    """Check that no text in `value` can do anything to a terminal."""
    if isinstance(value, str):
        assert sanitise(value) == value, ascii(value)
    elif is_dataclass(value):
        for field in fields(value):
            clean(getattr(value, field.name))
    elif isinstance(value, dict):
        clean([*value, *value.values()])
    elif isinstance(value, (list, tuple)):
        for one in value:
            clean(one)


def refused(act: Callable[[], object]) -> object:
    """Return what `act` gives; or the one clean line in which it says no."""
    try:
        return act()
    except ReaderError as error:
        said = str(error)
    assert sanitise_line(said) == said, ascii(said)
    return None


def article(payload: str, _: Path) -> None:
    """The text of a report, in each format that can be told from text."""
    text = f"A minister came to Oslo on Monday. {payload} He said “{payload}” there.\n"
    bodies = (
        text,
        f"---\noutlet: {payload}\nheadline: '{payload}'\npublished: {payload}\n---\n{text}",
        f"+++\noutlet = {payload!r}\n+++\n{text}",
        f"<!DOCTYPE html><title>{payload}</title><article><h1>{payload}</h1><p>{text * 3}",
        f"From: {payload}\nSubject: {payload}\nDate: {payload}\n\n{text}",
        "{\\rtf1 " + text + "}",
        f'<?xml version="1.0"?><rss><channel><item><title>{payload}</title></item></channel></rss>',
        json.dumps({"uri": payload, "headline": payload, "body_text": text}),
    )
    for body in bodies:
        source = Source(body.encode("utf-8", "surrogatepass"), "the file", "the-file")
        for kind in FORMATS:
            if refused(lambda kind=kind, source=source: kind.module.recognises(source)):
                articles = refused(lambda kind=kind, source=source: kind.module.read(source)) or []
                for one in articles:
                    clean(replace(one, raw=b""))
                    clean([fact.about for fact in read_language(one).facts])
                break


def story(payload: str, folder: Path) -> None:
    """story.toml and the names of files."""
    name = "".join(c for c in payload if c not in "/\0").encode("utf-8", "ignore")[:100] or b"x"
    for file in {b"one.txt", name.replace(b"..", b"") or b"x"}:
        path = Path(os.fsdecode(os.fsencode(folder) + b"/" + file))
        path.write_text(f"{file!r} came to Oslo on Monday.", "utf-8")
    text = payload.encode("utf-8", "replace").decode()
    entry = {"outlet": text, "headline": text, "url": text, "published": text, "origin": text}
    told = tomli_w.dumps({"name": text, "article": {"one.txt": entry, text: entry}})
    for toml in (told, f'name = "{text}"\n', text):
        (folder / "story.toml").write_text(toml, "utf-8")
        if found := refused(lambda: open_story([folder])):
            clean([found.name, found.faults, [replace(one, raw=b"") for one in found.articles]])


def config(payload: str, folder: Path) -> None:
    """config.toml, its keymap, the environment and a theme."""
    text = payload.encode("utf-8", "replace").decode()
    tables = (
        {"theme": text}, {"notes": text}, {"editor": text}, {text: text},
        {"keys": {text: text}}, {"keys": {"open": [text]}}, {"keys": text},
    )  # fmt: skip
    file = folder / "config.toml"
    for toml in (*map(tomli_w.dumps, tables), text, f"theme = {text}"):
        file.write_text(toml, "utf-8")
        env = {"READER_CONFIG": str(file), "HOME": str(folder)}
        if settings := refused(lambda env=env: load_settings(env)):
            clean(settings.theme)
            refused(lambda settings=settings: commands(settings))
    file.write_text("")
    if "\0" not in payload:
        env["READER_THEME"] = env["READER_NOTES"] = text
        refused(lambda: load_settings(env))
    theme = {"title": text, "dark": True, "colours": {"ground": text, text: text}, text: text}
    for toml in (tomli_w.dumps(theme), text):
        (folder / "odd.toml").write_text(toml, "utf-8")
        themes = load_themes(folder)
        clean(themes.faults)
        clean([(one.name, one.title) for one in themes.by_name.values()])


def notes(payload: str, folder: Path) -> None:
    """The notes file, as somebody else could have written it, and the drafts."""
    text = payload.encode("utf-8", "replace").decode()
    written = {
        "id": text, "created": text, "updated": text, "text": text, "tags": [text],
        "status": text, "relation": text, "speaker": text, text: text,
        "passage": [{"article": text, "exact": text, "outlet": text, "url": text, "start": 10**30}],
    }  # fmt: skip
    file = folder / "notes.toml"
    for toml in (tomli_w.dumps({"format": 1, "note": [written]}), f"[[note]]\nid = {text}", text):
        file.write_text(toml, "utf-8")
        store = NoteStore(file)
        clean([store.faults, store.notes, store.overrides])
        refused(lambda store=store: store.put(note("mine", text=text)))
        assert store.get("mine")
        held = [NoteStore(made).notes for made in folder.glob("notes*.toml")]
        assert any(one.id == "mine" for kept in held for one in kept)
    Drafts(file).keep(text, text)


def exports(payload: str, _: Path) -> None:
    """Notes, as they leave for other programs."""
    text, line = sanitise(payload), sanitise_line(payload)
    told = passage(text or "x", line, headline=line, url=line, prefix=text, suffix=text)
    one = note(
        "n1", text, passages=(told, replace(told, start=900, end=999)), tags=(line,),
        relation=Relation.CONFLICT, speaker=line, checked_by=line, method=line, fact=line,
    )  # fmt: skip
    for form in FORMS.values():
        CHECKS[form.suffix.rpartition(".")[2]](form.write([one], line), one)


class _Page(HTMLParser):
    """A browser that trusts nobody."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in HARMLESS, tag
        for name, value in attrs:
            assert not name.startswith("on"), name
            if name in ("href", "src"):
                address = value or ""
                assert address.startswith("#") or address.split(":")[0] in LIVE, address


def _html(text: str, _: Note) -> None:
    clean(text)
    _Page().feed(text)


def _csv(text: str, _: Note) -> None:
    for row in csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")):
        for cell in row:
            clean(cell.replace("\r\n", "\n"))
            assert not cell.lstrip().startswith(tuple("=+-@")) or cell.lstrip("+-").isdigit(), cell
            assert not cell.startswith(("\t", "\r")), ascii(cell)


def _json(text: str, _: Note) -> None:
    clean(json.loads(text))


def _markdown(text: str, _: Note) -> None:
    clean(text)
    front, _end, body = text.partition("\n---\n") if text.startswith("---\n") else ("", "", text)
    for row in front.split("\n"):
        assert not row or FRONT.fullmatch(row), row
    for token in MarkdownIt("commonmark").parse(body):
        for part in (token, *(token.children or ())):
            inert = part.content.startswith("<!--") or not part.type.startswith("html")
            assert inert, part.content
            address = str(part.attrs.get("href", part.attrs.get("src", "#")))
            assert address.startswith("#") or address.split(":")[0] in LIVE, address


CHECKS = {"md": _markdown, "html": _html, "csv": _csv, "json": _json, "jsonld": _json}


def command_line(payload: str, folder: Path) -> None:
    """Words on the command line."""
    if "\0" in payload:
        return
    for argv in (
        [payload], ["compare", payload, payload], ["list", payload], ["locate", payload],
        ["notes", "list", "--notes", str(folder / "none"), "--tag", payload],
        ["bindings", "--format", payload], ["completion", "bash", "notes", payload],
    ):  # fmt: skip
        out, err = io.StringIO(), io.StringIO()
        with chdir(folder), redirect_stdout(out), redirect_stderr(err):
            try:
                status = main(argv)
            except SystemExit as end:
                status = end.code
        assert status in (0, 1, 2), status
        clean([out.getvalue(), err.getvalue()])
        assert all(line.startswith("reader: ") for line in err.getvalue().splitlines())
        assert err.getvalue() or status != 2


DOORS = (article, story, config, notes, exports, command_line)
