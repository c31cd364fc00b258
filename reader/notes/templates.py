"""Notes begun from a text in config.toml: lines for fields, a blank line, words to go on from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from string import Template

from reader.model import Note, ReaderError, sanitise, sanitise_line
from reader.notes.card import carded, is_head


def template(templates: Mapping[str, str], name: str) -> str:
    """The template of that name; ReaderError where there is none."""
    if name not in templates:
        known = ", ".join(templates) or "none is set under [templates] in config.toml"
        raise ReaderError(f"no template “{sanitise_line(name)}”; there are: {known}")
    return templates[name]


def begun(template: str, note: Note, today: date) -> Note:
    """`note` as `template` begins it.

    ``$outlet``, ``$headline``, ``$published``, ``$quote`` and ``$today`` stand for what they name.
    Raises ReaderError for a field that cannot have the value that is given.
    """
    text = Template(sanitise(template).strip("\n")).safe_substitute(_known(note, today))
    if is_head(text.partition("\n\n")[0]):
        return carded(note, text)
    return replace(note, text=text)


def _known(note: Note, today: date) -> dict[str, str]:
    outlets = dict.fromkeys(passage.outlet for passage in note.passages if passage.outlet)
    first = next(iter(note.passages), None)
    return {
        "outlet": " / ".join(outlets),
        "headline": first.headline if first else "",
        "published": first.published.isoformat()[:10] if first and first.published else "",
        "quote": " ".join(first.exact.split()) if first else "",
        "today": today.isoformat(),
    }
