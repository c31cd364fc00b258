"""Notes for Pandoc, which makes footnotes of what says where a quotation is from."""

from __future__ import annotations

from reader.model import Note
from reader.notes.exports.plain import Plain
from reader.writing.markdown import inline, item, quoted


class Footnotes(Plain):
    """Plain Markdown, with each source in a footnote at the end of its note."""

    def quotations(self, note: Note) -> list[str]:
        """A block quote a passage, that ends in the sign of its footnote."""
        return [
            f"{quoted(passage.exact)}{_sign(note, number)}"
            for number, passage in enumerate(note.passages)
        ]

    def sides(self, note: Note) -> list[str]:
        """An item a passage of a conflict: the outlet, what it says, in which words."""
        items = []
        for number, passage in enumerate(note.passages):
            name = f"**{inline(passage.outlet)}**" if passage.outlet else "Unknown outlet"
            lead = f"{name}: {inline(passage.value)}" if passage.value else name
            items.append(item([lead, f"{quoted(passage.exact)}{_sign(note, number)}"]))
        return items

    def closing(self, note: Note) -> list[str]:
        """How a note stands, and its footnotes."""
        return [
            *super().closing(note),
            *(
                f"{_sign(note, number)}: {self.source(passage)}"
                for number, passage in enumerate(note.passages)
            ),
        ]


def _sign(note: Note, number: int) -> str:
    return f"[^{note.id}-{number + 1}]"
