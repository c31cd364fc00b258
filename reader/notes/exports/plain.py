"""How notes are laid out in Markdown that any program reads; other profiles change a part of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from reader.model import Anchor, Note, Relation
from reader.notes.exports.front import front_matter
from reader.notes.exports.sealed import sealed
from reader.writing.markdown import begun, inline, item, link, paragraphs, quoted

_HEADING = 100


def listed(*parts: str) -> str:
    """`parts` with commas between them, to begin a line."""
    return begun(", ".join(filter(None, parts)))


def written(moment: date | datetime | None) -> str:
    """A date or a time as people read it."""
    if isinstance(moment, datetime):
        return moment.isoformat(" ", "minutes").replace("+00:00", " UTC")
    return moment.isoformat() if moment else ""


class Plain:
    """CommonMark without HTML: headings, block quotes, links and lists.

    `sealed` says that its notes are sealed, so that a file can be brought up to date.
    """

    sealed = True

    def document(self, notes: Sequence[Note], title: str) -> str:
        """The notes in this order, as one document."""
        sections = [(note.id, self.section(note)) for note in notes]
        blocks = [sealed(*section) if self.sealed else section[1] for section in sections]
        return "\n\n".join((self.front(notes, title), *blocks)) + "\n"

    def front(self, notes: Sequence[Note], title: str, /) -> str:
        """What stands before the notes: here front matter."""
        return front_matter(title, len(notes))

    def section(self, note: Note) -> str:
        """One note, from its heading on: its passages and where they are from, then the text."""
        heading, rest = _heading(note)
        conflict = note.relation is Relation.CONFLICT
        passages = self.sides(note) if conflict else self.quotations(note)
        blocks = (f"## {heading}", *passages, *paragraphs(rest, breaks=True), *self.closing(note))
        return "\n\n".join(filter(None, blocks))

    def quotations(self, note: Note) -> list[str]:
        """A block quote a passage, and under each where it is from."""
        return [
            block
            for passage in note.passages
            for block in (quoted(passage.exact), self.source(passage))
        ]

    def sides(self, note: Note) -> list[str]:
        """An item for each outlet of a conflict: what it says, in which words, when and where."""
        items = []
        for outlet in dict.fromkeys(passage.outlet for passage in note.passages):
            own = [passage for passage in note.passages if passage.outlet == outlet]
            name = f"**{self.outlet(outlet)}**" if outlet else "Unknown outlet"
            values = dict.fromkeys(inline(passage.value) for passage in own if passage.value)
            blocks = [f"{name}: {' / '.join(values)}" if values else name]
            for passage in own:
                blocks += [quoted(passage.exact), self.where(passage)]
            items.append(item(blocks))
        return items

    def closing(self, note: Note) -> list[str]:
        """What stands under a note: how it stands, and the id to refer to it by."""
        return [" · ".join((*self.standing(note), f"Note {note.id}"))]

    def standing(self, note: Note) -> list[str]:
        """Status, relation, tags, who speaks, and who checked it when and how."""
        checked = ", ".join(
            filter(None, (inline(note.checked_by), written(note.checked_on), inline(note.method)))
        )
        return [
            f"Status: {note.status}",
            f"Relation: {note.relation}",
            *self.tags(note),
            *([f"Speaker: {inline(note.speaker)}"] if note.speaker else []),
            *([f"Checked: {checked}"] if checked else []),
        ]

    def tags(self, note: Note) -> list[str]:
        """The tags, as parts of the line that says how a note stands."""
        return ["Tags: " + ", ".join(inline(tag) for tag in note.tags)] if note.tags else []

    def outlet(self, name: str) -> str:
        """An outlet's name."""
        return inline(name)

    def source(self, passage: Anchor) -> str:
        """Where a passage is from: outlet, date, headline and link, paragraph and sentence."""
        return listed(self.outlet(passage.outlet), self.where(passage))

    def where(self, passage: Anchor) -> str:
        """The same without the outlet."""
        place = f"paragraph {passage.paragraph + 1}, sentence {passage.sentence + 1}"
        return listed(written(passage.published), link(passage.headline, passage.url), place)


def _heading(note: Note) -> tuple[str, str]:
    """The heading of a note, and what of its text is left to say under it.

    A conflict is headed by the fact that is disputed, any other note by its first line.
    """
    if note.relation is Relation.CONFLICT and note.fact:
        values = dict.fromkeys(passage.value for passage in note.passages if passage.value)
        return inline(": ".join(filter(None, (note.fact, " / ".join(values))))), note.text
    first, _, rest = note.text.strip().partition("\n")
    words = " ".join(first.split())
    if words and len(words) <= _HEADING:
        return inline(words), rest
    outlets = dict.fromkeys(passage.outlet for passage in note.passages if passage.outlet)
    cut = words[:_HEADING].rpartition(" ")[0] or words[:_HEADING]
    return inline(f"{cut} …" if words else " / ".join(outlets) or note.id), note.text
