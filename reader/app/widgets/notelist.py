"""The list of notes."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from reader.app.session import Session
from reader.app.widgets.bars import spread
from reader.app.widgets.board import Roll, ink
from reader.model import SIGN, Mark, Note, Relation
from reader.notes.filter import matching
from reader.render.called import published_by
from reader.render.wrap import one_line, short

SORTS = ("last change", "status", "tags", "outlet")


class NoteList(Roll):
    """The notes that pass the filter; those of this story come first."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.filter = ""
        self.sorting = 0
        self.notes: tuple[Note, ...] = ()

    @property
    def note(self) -> Note | None:
        """The note under the cursor."""
        return self.notes[self.cursor] if self.notes else None

    def show(self) -> None:
        """Sort, filter and draw anew; the cursor stays on its note, or else where it was."""
        here, notebook = self.note, self._session.notebook
        newest = sorted(notebook.notes if notebook else (), key=_changed, reverse=True)
        self.notes = tuple(sorted(matching(newest, self.filter), key=self._order))
        self.refill()
        for number, note in enumerate(self.notes):
            if here and note.id == here.id:
                self.go(number)

    def entries(self, width: int) -> Sequence[Sequence[Text]]:
        """Two lines a note: its state, and its words or, where it has none, the passage's."""
        return [self._entry(note, width) for note in self.notes]

    def _entry(self, note: Note, width: int) -> list[Text]:
        inks = ink(self)
        here = self._here(note)
        sign, style = _sign(note.relation), inks.muted
        if sign.strip():
            style = inks.sign[Mark(note.relation.value)]
        state = Text.assemble((f"{sign} ", style), (f"{note.status}  ", inks.muted))
        state.append("".join(f"#{tag} " for tag in note.tags), inks.accent)
        outlets = " – ".join(dict.fromkeys(published_by(p) or "?" for p in note.passages))
        rest = Text("" if here else self._absent(note), inks.muted)
        rest.append(f"  {note.updated.astimezone():%d %b %H:%M}")
        # Its state is what tells a note from the next, so it is the outlets that give way.
        room = max(8, width - state.cell_len - rest.cell_len - 1)
        named = Text(short(outlets, room), inks.strong if here else inks.muted)
        words = note.text or "“" + " ".join(p.exact for p in note.passages[:1]) + "”"
        text = Text(f"  {one_line(words)}", "" if note.text else inks.muted)
        return [spread(state, Text.assemble(named, rest), width), text]

    def _here(self, note: Note) -> bool:
        notebook = self._session.notebook
        return notebook is not None and any(notebook.standings(note))

    def _absent(self, note: Note) -> str:
        notebook = self._session.notebook
        gone = notebook is not None and notebook.orphans(note)
        return "  passage gone" if gone else "  not in this story"

    def _order(self, note: Note) -> tuple[bool, str]:
        value = ("", note.status, " ".join(note.tags) or "~", _outlets(note))[self.sorting]
        return not self._here(note), value


def _changed(note: Note) -> float:
    return note.updated.timestamp()


def _outlets(note: Note) -> str:
    return " ".join(passage.outlet for passage in note.passages).casefold()


def _sign(relation: Relation) -> str:
    return SIGN[Mark(relation.value)] if relation.value in set(Mark) else " "
