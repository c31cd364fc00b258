"""Notes for other programs: every form that they can take, declared once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reader.model import Note, ReaderError, sanitise_line
from reader.notes.exports import csl, html, sheet, tables, webannotation
from reader.notes.exports.docs import Docs
from reader.notes.exports.footnotes import Footnotes
from reader.notes.exports.obsidian import Obsidian
from reader.notes.exports.plain import Plain

Write = Callable[[Sequence[Note], str], str]


@dataclass(frozen=True, slots=True)
class Form:
    """A form for notes: what for, the ending of its files, and what writes it.

    `write` takes the notes and a title, and gives the same text for the same notes. What is
    `sealed` can be brought into a file that holds other things too.
    """

    name: str
    help: str
    suffix: str
    write: Write
    sealed: bool = False


def _markdown(name: str, help: str, layout: Plain) -> Form:
    return Form(name, help, ".md", layout.document, layout.sealed)


def _untitled(name: str, help: str, suffix: str, write: Callable[[Sequence[Note]], str]) -> Form:
    return Form(name, help, suffix, lambda notes, _: write(notes))


FORMS = {
    form.name: form
    for form in (
        _markdown("plain", "Markdown that any program reads", Plain()),
        _markdown("obsidian", "Markdown for a vault: wiki links, tags, block ids", Obsidian()),
        _markdown("footnotes", "Markdown for Pandoc: the sources as footnotes", Footnotes()),
        _markdown("docs", "Markdown to paste into Google Docs or Word", Docs()),
        Form("html", "one page for a browser or a printer", ".html", html.write),
        _untitled("csv", "a table for a spreadsheet, a line a passage", ".csv", sheet.write),
        Form("json", "all that is known, for Reader and scripts", ".json", tables.write),
        Form("jsonld", "W3C Web Annotations", ".jsonld", webannotation.write),
        _untitled(
            "csl", "the articles cited, for Zotero and other CSL tools", ".csl.json", csl.write
        ),
    )
}


def form(name: str) -> Form:
    """The form of that name; ReaderError where there is none."""
    if name not in FORMS:
        known = ", ".join(FORMS)
        raise ReaderError(f"no form {sanitise_line(name)}: choose one of {known}")
    return FORMS[name]


def form_of(file: str, markdown: str = "plain") -> Form:
    """The form that the name of a file asks for, the longest ending first; or else `markdown`."""
    fitting = [
        form
        for form in FORMS.values()
        if form.suffix != ".md" and file.lower().endswith(form.suffix)
    ]
    if fitting:
        return max(fitting, key=lambda form: len(form.suffix))
    profiles = [form.name for form in FORMS.values() if form.suffix == ".md"]
    if markdown not in profiles:
        known = ", ".join(profiles)
        raise ReaderError(f"no Markdown profile {sanitise_line(markdown)}: choose one of {known}")
    return FORMS[markdown]
