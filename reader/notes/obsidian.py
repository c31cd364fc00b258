"""Notes for an Obsidian vault: block ids to refer to, wiki links for outlets, tags."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.model import Note
from reader.notes.markdown import inline
from reader.notes.plain import Plain, in_yaml

_NOT_IN_LINK = re.compile(r"[\[\]|#^\\<>*_`~$%=&]")
_NOT_IN_TAG = re.compile(r"[^\w/-]+")


class Obsidian(Plain):
    """Plain Markdown, but for what Obsidian has signs of its own for."""

    def front(self, notes: Sequence[Note], title: str) -> list[str]:
        """The lines of the front matter; its tags are those of all the notes."""
        tags = sorted({tag for note in notes for tag in map(_tag, note.tags) if tag})
        listed = ["tags:", *(f"  - {in_yaml(tag)}" for tag in tags)] if tags else []
        return [*super().front(notes, title), *listed]

    def closing(self, note: Note) -> list[str]:
        """What stands under a note; the block id has to end it."""
        told = [f"Status: {note.status}", f"Relation: {note.relation}"]
        told += [f"#{_tag(tag)}" if _tag(tag) else inline(tag) for tag in note.tags]
        return [" · ".join(told), f"^{note.id}"]

    def outlet(self, name: str) -> str:
        """An outlet's name as a link to its page in the vault."""
        name = " ".join(name.split())
        return f"[[{name}]]" if name and not _NOT_IN_LINK.search(name) else inline(name)


def _tag(tag: str) -> str:
    """`tag` as Obsidian writes one; "" where nothing but digits is left of it."""
    name = _NOT_IN_TAG.sub("-", tag).strip("-/")
    return "" if name.replace("-", "").isdigit() else name
