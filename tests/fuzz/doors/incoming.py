"""What a folder, the settings and the notes hold, as somebody else could have written it."""

from __future__ import annotations

import json
import os
from pathlib import Path

import tomli_w

from reader.app.commands import commands
from reader.app.themes import load_themes
from reader.language import read as read_language
from reader.library import open_story
from reader.notes.drafts import Drafts
from reader.notes.store import NoteStore
from reader.settings import load_settings
from reader.sources import Source
from reader.sources.table import FORMATS
from tests.fuzz.doors.checks import clean, refused
from tests.notes.made import note


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
                    clean(one)
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
            clean([found.name, found.faults, found.articles])


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
