"""What leaves for other programs: notes in every form and through templates, a story on paper."""

from __future__ import annotations

import csv
import io
import json
import re
from contextlib import redirect_stdout
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

from markdown_it import MarkdownIt

from reader.cli import main
from reader.model import Note, Relation, sanitise, sanitise_line
from reader.notes.exports import FORMS
from reader.notes.exports.template import filled
from tests.fuzz.doors.checks import clean, refused
from tests.fuzz.doors.laden import laden
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


PAGE = """\
<p>{{ title }}</p>
{% for note in notes %}{% for passage in note.passage %}
<blockquote>{{ note.text }} {{ passage.exact }}</blockquote>
<p>{{ passage.outlet }} {{ passage.headline }} {{ passage.url }}</p>
{% endfor %}{% endfor %}"""
TEMPLATE = """\
# {{ title | markdown }}
{% for note in notes %}{% for passage in note.passage %}
{{ note.text | markdown }} {{ passage.outlet | markdown }}
{{ passage.headline | link(passage.url) }}
{{ passage.exact | quoted }}
{% endfor %}{% endfor %}"""


def _noted(payload: str) -> Note:
    """A note with the payload wherever there is room for one."""
    text, line = sanitise(payload), sanitise_line(payload)
    told = passage(text or "x", line, headline=line, url=line, prefix=text, suffix=text)
    return note(
        "n1", text, passages=(told, replace(told, start=900, end=999)), tags=(line,),
        relation=Relation.CONFLICT, speaker=line, checked_by=line, method=line, fact=line,
    )  # fmt: skip


def exports(payload: str, folder: Path) -> None:
    """Notes in every form, and as a template lays them out."""
    one, line = _noted(payload), sanitise_line(payload)
    for form in FORMS.values():
        CHECKS[form.name](form.write([one], line))
    for name, check in (("own.md", _markdown), ("own.html", _html)):
        template = folder / name
        # On a page Jinja escapes what Markdown would have escaped otherwise.
        template.write_text(TEMPLATE if name == "own.md" else PAGE)
        check(filled(template, [one], line))


def template(payload: str, folder: Path) -> None:
    """A template that somebody else wrote, which can reach nothing but the notes."""
    file = folder / "theirs.md"
    for body in (payload, "{{ '" + payload + "' }}", "{{ notes[0]['" + payload + "'] }}"):
        file.write_bytes(body.encode("utf-8", "surrogatepass"))
        refused(lambda: filled(file, [note()], "notes"))


def printed(payload: str, folder: Path) -> None:
    """A story that is printed for other programs: every command, every form."""
    files, notes = laden(payload, folder), folder / "notes.toml"
    notes.touch()
    for argv in (
        ["report", "--quick", str(folder)], ["report", "--quick", str(folder), "--format", "html"],
        *([kind, "--quick", str(folder), "--format", form]
          for kind in ("matrix", "figures", "quotes") for form in ("markdown", "json")),
        *(["compare", *files, "--format", form] for form in ("markdown", "json")),
    ):  # fmt: skip
        out = io.StringIO()
        with redirect_stdout(out):
            assert main([*argv, "--notes", str(notes)]) in (0, 1)
        PRINTED[argv[-1] if "--format" in argv else "markdown"](out.getvalue())


class _Page(HTMLParser):
    """A browser that trusts nobody."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in HARMLESS, tag
        for name, value in attrs:
            assert not name.startswith("on"), name
            if name in ("href", "src"):
                address = value or ""
                assert address.startswith("#") or address.split(":")[0] in LIVE, address


def _html(text: str) -> None:
    clean(text)
    _Page().feed(text)


def _csv(text: str) -> None:
    for row in csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")):
        for cell in row:
            clean(cell.replace("\r\n", "\n"))
            assert not cell.lstrip().startswith(tuple("=+-@")) or cell.lstrip("+-").isdigit(), cell
            assert not cell.startswith(("\t", "\r")), ascii(cell)


def _json(text: str) -> None:
    clean(json.loads(text))


def _linked(text: str) -> None:
    """What programs take for an address is one, or a name."""
    _json(text)
    for address in re.findall(r'"(?:source|URL|id)": "([^"]*)', text):
        assert address.split(":")[0] in (*LIVE, "urn") or address.startswith("article-"), address


def _markdown(text: str) -> None:
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


CHECKS = {
    "plain": _markdown, "obsidian": _markdown, "footnotes": _markdown, "docs": _markdown,
    "html": _html, "csv": _csv, "json": _json, "jsonld": _linked, "csl": _linked,
}  # fmt: skip
PRINTED = {"markdown": _markdown, "html": _html, "json": _json}
