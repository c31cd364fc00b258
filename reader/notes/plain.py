"""How notes are laid out in Markdown that any program reads; other profiles change a part of it."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import datetime

from reader.model import Anchor, Note, Relation
from reader.notes.markdown import begun, indented, inline, link, paragraphs, quoted

_HEADING = 100
_UNPRINTED = re.compile("[\u2028\u2029\ufeff\ufffe\uffff]")


def in_yaml(text: str) -> str:
    """`text` as a quoted YAML text on one line, which is a JSON text too."""
    plain = json.dumps(text, ensure_ascii=False)
    return _UNPRINTED.sub(lambda found: f"\\u{ord(found[0]):04x}", plain)


class Plain:
    """CommonMark without HTML: headings, block quotes, links and lists."""

    def front(self, notes: Sequence[Note], title: str) -> list[str]:
        """The lines of the front matter."""
        return [f"title: {in_yaml(title)}", f"notes: {len(notes)}", "generator: Reader"]

    def section(self, note: Note) -> str:
        """One note, from its heading on: a block quote a passage, where it is from, the text."""
        heading, rest = self._heading(note)
        blocks = [f"## {heading}"]
        if note.relation is Relation.CONFLICT:
            blocks += self._sides(note)
        else:
            for passage in note.passages:
                blocks += [quoted(passage.exact), self.source(passage)]
        blocks += paragraphs(rest, breaks=True)
        return "\n\n".join(filter(None, (*blocks, *self.closing(note))))

    def closing(self, note: Note) -> list[str]:
        """What stands under a note: status, relation, tags, and the id to refer to it by."""
        told = [f"Status: {note.status}", f"Relation: {note.relation}"]
        if note.tags:
            told.append("Tags: " + ", ".join(inline(tag) for tag in note.tags))
        return [" · ".join((*told, f"Note {note.id}"))]

    def outlet(self, name: str) -> str:
        """An outlet's name."""
        return inline(name)

    def source(self, passage: Anchor) -> str:
        """Where a passage is from: outlet, headline and link, date, paragraph and sentence."""
        return _listed(self.outlet(passage.outlet), *self._where(passage))

    def _where(self, passage: Anchor) -> list[str]:
        moment = passage.published
        if isinstance(moment, datetime):
            published = moment.isoformat(" ", "minutes").replace("+00:00", " UTC")
        else:
            published = moment.isoformat() if moment else ""
        place = f"paragraph {passage.paragraph + 1}, sentence {passage.sentence + 1}"
        return [link(passage.headline, passage.url), published, place]

    def _sides(self, note: Note) -> list[str]:
        """The passages of a conflict, an item for each outlet."""
        outlets = dict.fromkeys(passage.outlet for passage in note.passages)
        items = []
        for name in outlets:
            of_it = [passage for passage in note.passages if passage.outlet == name]
            shown = self.outlet(name)
            lead = f"**{shown}**" if shown else "Unknown outlet"
            for at, passage in enumerate(of_it):
                row = _listed("" if at else lead, *self._where(passage))
                items += [indented(row) if at else f"- {row}", indented(quoted(passage.exact))]
        return items

    @staticmethod
    def _heading(note: Note) -> tuple[str, str]:
        """The heading of a note, and what of its text is left to say under it."""
        first, _, rest = note.text.strip().partition("\n")
        words = " ".join(first.split())
        if words and len(words) <= _HEADING:
            return inline(words), rest
        outlets = dict.fromkeys(passage.outlet for passage in note.passages if passage.outlet)
        cut = words[:_HEADING].rpartition(" ")[0] or words[:_HEADING]
        return inline(f"{cut} …" if words else " / ".join(outlets) or note.id), note.text


def _listed(*parts: str) -> str:
    return begun(", ".join(filter(None, parts)))
