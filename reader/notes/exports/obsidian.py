"""Notes for an Obsidian vault: block ids to refer to, wiki links for outlets, tags."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.model import Note
from reader.notes.exports.front import front_matter
from reader.notes.exports.plain import Plain
from reader.writing.markdown import inline

_NOT_IN_LINK = re.compile(r"[\[\]|#^\\<>*_`~$%=&]")
_NOT_IN_TAG = re.compile(r"[^\w/-]+")


class Obsidian(Plain):
    """Plain Markdown, but for what Obsidian has signs of its own for."""

    def front(self, notes: Sequence[Note], title: str, /) -> str:
        """The front matter, with the tags of all the notes."""
        tags = sorted({tag for note in notes for tag in map(_tag, note.tags) if tag})
        return front_matter(title, len(notes), tags)

    def closing(self, note: Note) -> list[str]:
        """What stands under a note; the block id has to end it."""
        return [" · ".join(self.standing(note)), f"^{note.id}"]

    def tags(self, note: Note) -> list[str]:
        """The tags with their sign, where Obsidian takes them for such."""
        return [f"#{_tag(tag)}" if _tag(tag) else inline(tag) for tag in note.tags]

    def outlet(self, name: str) -> str:
        """An outlet's name as a link to its page in the vault."""
        name = " ".join(name.split())
        return f"[[{name}]]" if name and not _NOT_IN_LINK.search(name) else inline(name)


def _tag(tag: str) -> str:
    """`tag` as Obsidian writes one; "" where nothing but digits is left of it."""
    name = _NOT_IN_TAG.sub("-", tag).strip("-/")
    return "" if name.replace("-", "").isdigit() else name
