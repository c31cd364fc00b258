"""Notes to paste into Google Docs or Word, which make links and lists of what stands plainly."""

from __future__ import annotations

from collections.abc import Sequence

from reader.model import Anchor, Note
from reader.notes.exports.plain import Plain, listed, written
from reader.writing.markdown import inline, item


class Docs(Plain):
    """Headings, paragraphs and bullets alone: no front matter, no block quotes, no hidden ids.

    Addresses stand bare: both programs make links of them, with Markdown and without.
    """

    sealed = False

    def front(self, _notes: Sequence[Note], title: str, /) -> str:
        """The title, as a heading."""
        return f"# {inline(title)}".rstrip()

    def quotations(self, note: Note) -> list[str]:
        """A bullet a passage: who says it, what that is where passages differ, its words."""
        return ["\n".join(item([self._told(passage)]) for passage in note.passages)]

    sides = quotations

    def _told(self, passage: Anchor) -> str:
        who = inline(passage.outlet) or "Unknown outlet"
        lead = f"{who}: {inline(passage.value)}," if passage.value else f"{who}:"
        where = (written(passage.published), inline(passage.headline), inline(passage.url))
        return listed(f"{lead} “{inline(passage.exact)}”", *where)

    def closing(self, note: Note) -> list[str]:
        """How a note stands, in words."""
        return [" · ".join(self.standing(note))]
