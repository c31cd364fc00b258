"""All notes: those of this story first, and the way from each to its passage."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from rich.text import Text
from textual.app import ComposeResult

from reader.app.bindings import bindings
from reader.app.commands import NOTES
from reader.app.explain import note_line
from reader.app.keys import shown
from reader.app.notebook import Notebook
from reader.app.screens.exporting import Exporting
from reader.app.screens.noting import Noting
from reader.app.screens.room import ListRoom, Room
from reader.app.travel import Place
from reader.app.widgets.bars import Hints, Panel, spread
from reader.app.widgets.board import Roll, ink
from reader.app.widgets.notelist import SORTS, NoteList
from reader.model import Note
from reader.notes.card import checked
from reader.notes.orphans import Orphan
from reader.render.called import published_by


class NotesScreen(ListRoom, Noting, Exporting):
    """The notes in a list."""

    ROOM = NOTES
    BINDINGS = bindings(NOTES)

    def compose(self) -> ComposeResult:
        """A head, the list, the note under the cursor in full, the hints."""
        self.list = NoteList(self.session)
        yield Panel(self._head, 2)
        yield self.list
        yield Panel(self._foot, 5, lit=True)
        yield Hints(self.reader.commands_on(NOTES))

    def on_mount(self) -> None:
        """Show what there is."""
        self.advanced()

    def advanced(self) -> None:
        """Show the notes as they are now."""
        self.list.show()
        self.repaint()

    @property
    def roll(self) -> Roll:
        """The list."""
        return self.list

    def note_here(self) -> Note | None:
        """The note under the cursor."""
        return self.list.note

    def notes_listed(self) -> Sequence[Note]:
        """The notes that pass the filter."""
        return self.list.notes

    def on_roll_moved(self) -> None:
        """Show the note under the cursor in full."""
        self.repaint()

    def on_roll_opened(self) -> None:
        """Open what was clicked twice."""
        self.action_open()

    # What is written around the list ----------------------------------------------------------

    def _head(self, width: int) -> list[Text]:
        inks, notebook = ink(self), self.session.notebook
        shown, total = len(self.list.notes), len(notebook.notes) if notebook else 0
        left = Text.assemble(("  Reader", inks.strong), ("   notes", inks.accent))
        left.append(f"   by {SORTS[self.list.sorting]}", inks.muted)
        if self.list.filter:
            left.append(f"   filter: {self.list.filter}", inks.muted)
        count = f"{shown} of {total}" if shown < total else f"{total}"
        noun = "note" if total == 1 else "notes"
        return [spread(left, Text(f"{count} {noun}  ", inks.muted), width)]

    def _foot(self, width: int) -> list[Text]:
        note, inks, console = self.list.note, ink(self), self.app.console
        if note is None:
            return [Text("  no notes yet: a on a sentence of a pair writes one", inks.muted)]
        lines = [note_line(note, inks)]
        if said := checked(note):
            lines.append(Text(said, inks.muted))
        notebook = self.session.notebook
        stand = notebook.standings(note) if notebook else [None] * len(note.passages)
        for passage, standing in zip(note.passages, stand, strict=True):
            where = ", ".join(word for word in (published_by(passage), passage.headline) if word)
            words = " ".join(passage.exact.split())
            line = Text.assemble((f"{where} {passage.sentence + 1}  ", inks.muted), words)
            if standing and standing.found.told:
                line.append(f"   now: {standing.found.told}", inks.accent)
            lines.append(line)
        for orphan in self._orphans():
            gone = f"gone, {self._attach_key} puts it back; "
            if orphan.guess:
                gone += f"now perhaps, fits {orphan.guess.score:.0%}  "
                told = " ".join(orphan.guess.span.of(self._text(orphan)).split())
            else:
                told = "nothing is like it"
            lines.append(Text.assemble((gone, inks.accent), told))
        return [
            Text.assemble("  ", line)
            for text in lines
            for line in text.wrap(console, max(2, width - 4))
        ]

    # Commands ---------------------------------------------------------------------------------

    def action_open(self) -> None:
        """Go to the passage of the note, in the pair of its articles."""
        note, notebook = self.list.note, self.session.notebook
        if note is None or notebook is None:
            return
        found = [standing for standing in notebook.standings(note) if standing]
        if not found:
            gone = f"its passages are gone: {self._attach_key} puts them back"
            self.say(gone if self._orphans() else "its articles are not in this story")
            return
        first = found[0]
        others = [standing.article for standing in found if standing.article != first.article]
        if others:
            self.reader.open_pair(first.article, others[0], Place(0, first.sentence))
        elif pair := self.session.most_contested(first.article):
            self.reader.open_pair(*pair, Place(0, first.sentence))
        else:
            self.say("nothing to compare it with")

    def action_attach(self) -> None:
        """Go where the passage may be now, to say there which sentence it is."""
        notebook, lost = self.session.notebook, self._orphans()
        if notebook is None or not lost:
            self.say("nothing of it is gone from the articles of this story")
            return
        first = lost[0]
        pair = self.session.most_contested(first.article)
        if pair is None:
            self.say("nothing to compare it with")
            return
        notebook.lost = first
        sentences = self.session.readings[first.article].sentences
        span = first.guess and first.guess.span
        near = (one.index for one in sentences if span and one.span.overlaps(span))
        self.reader.open_pair(*pair, Place(0, next(near, 0)))
        screen = cast(Room, self.reader.screen)
        said = f"{self._attach_key} on its sentence puts the note there"
        screen.call_after_refresh(lambda: screen.say(said))

    @property
    def _attach_key(self) -> str:
        return shown(next(c.keys for c in self.reader.commands if c.name == "attach")[0])

    def _orphans(self) -> Sequence[Orphan]:
        """The passages of the note under the cursor that are gone."""
        notebook, note = self.session.notebook, self.list.note
        return notebook.orphans(note) if notebook and note else ()

    def _text(self, orphan: Orphan) -> str:
        return self.session.readings[orphan.article].article.text

    def action_pair(self) -> None:
        """Show the pair of the note, or without one the pair that is there below."""
        if self.list.note:
            self.action_open()
        else:
            super().action_pair()

    def action_sort(self) -> None:
        """Sort by the next of what there is to sort by."""
        self.list.sorting = (self.list.sorting + 1) % len(SORTS)
        self.advanced()
        self.say(f"sorted by {SORTS[self.list.sorting]}")

    def action_filter(self) -> None:
        """Show only the notes that have these words, tags, outlets or status."""
        self.ask("filter", self.list.filter, self._filter, self._filter)

    def action_clear_filter(self) -> None:
        """Show all notes again."""
        self._filter("")

    def _filter(self, words: str) -> None:
        self.list.filter = words
        self.advanced()

    def action_reload(self) -> None:
        """Read the notes file again."""

        def act(notebook: Notebook) -> str:
            notebook.store.reload()
            return next(iter(notebook.store.faults), "notes read again")

        self.change(act)
