"""The commands that change a note, wherever one is under the cursor."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence

from reader.app.notebook import Notebook
from reader.app.own_editor import edited
from reader.app.screens.room import Room
from reader.app.widgets.complete import word_of
from reader.model import Note, ReaderError
from reader.notes.card import CHECKING, lined, lines, tags_of


class Noting(Room):
    """A screen where a note can be under the cursor."""

    @abstractmethod
    def note_here(self) -> Note | None:
        """The note that the commands are about."""

    def notes_changed(self) -> None:
        """Show the notes and the corrections as they are now."""
        self.session.correct()
        for screen in self.app.screen_stack:
            if isinstance(screen, Room) and screen.is_mounted:
                screen.advanced()

    def change(self, act: Callable[[Notebook], str]) -> None:
        """Have `act` change the notebook, show what came of it, and say what `act` returns."""
        notebook = self.session.notebook
        if notebook is None:
            self.say("the notes are still being read")
            return
        try:
            said = act(notebook)
        except ReaderError as error:
            said = str(error)
        self.notes_changed()
        self.say(said)

    def _about(self, act: Callable[[Notebook, Note], str]) -> None:
        """`change`, for what is done to the note under the cursor."""
        note = self.note_here()
        if note is None:
            self.say("no note here")
        else:
            self.change(lambda notebook: act(notebook, note))

    # One note ---------------------------------------------------------------------------------

    def action_edit(self) -> None:
        """Edit the note in place; struck twice, in the reporter's own editor."""
        note = self.note_here()
        if note is None:
            self.say("no note here")
            return

        def save(text: str) -> None:
            self.change(lambda notebook: _rewritten(notebook, note, text))

        def own(text: str) -> str:
            return edited(self.app, self.reader.settings.editor, text)

        keys = next(c.keys for c in self.reader.commands if c.name == "edit")
        self.write("the note", f"note {note.id}", note.text, save, own, keys)

    def action_tag(self) -> None:
        """Ask for the tags of the note."""
        notebook, note = self.session.notebook, self.note_here()
        if notebook is None or note is None:
            self.say("no note here")
            return
        value = "".join(f"{tag}, " for tag in note.tags)
        self.ask("tags", value, self._tag, complete=word_of(notebook.tags))

    def _tag(self, line: str) -> None:
        def act(notebook: Notebook, note: Note) -> str:
            notebook.tag(note, tags_of(line))
            return "tagged" if tags_of(line) else "no tags"

        self._about(act)

    def action_repeat_tag(self) -> None:
        """Give the note the tags that were given last."""

        def act(notebook: Notebook, note: Note) -> str:
            if not notebook.last_tags:
                return "no tags have been given yet"
            notebook.tag(note, tuple(dict.fromkeys(note.tags + notebook.last_tags)))
            return "tagged " + " ".join(f"#{tag}" for tag in notebook.last_tags)

        self._about(act)

    def action_checking(self) -> None:
        """Say who is quoted, and who checked it when and how."""
        note = self.note_here()
        if note is None:
            self.say("no note here")
            return

        def save(written: str) -> None:
            filled = lined(note, written)
            self.change(lambda notebook: notebook.replace(note, filled))

        text = lines(note, CHECKING).rstrip("\n")
        self.write("who checked it", f"checking {note.id}", text, save)

    def action_status(self) -> None:
        """Give the note the next status."""
        self._about(lambda notebook, note: f"status: {notebook.turn(note)}")

    def action_delete(self) -> None:
        """Delete the note; undo brings it back."""

        def act(notebook: Notebook, note: Note) -> str:
            notebook.delete(note)
            return "note deleted"

        self._about(act)

    def action_undo(self) -> None:
        """Take back the last change to the notes."""
        self.change(lambda notebook: "undone" if notebook.undo() else "nothing to undo")

    def action_redo(self) -> None:
        """Make again the change that was taken back last."""
        self.change(lambda notebook: "done again" if notebook.redo() else "nothing to redo")

    def write(
        self,
        label: str,
        draft: str,
        text: str,
        save: Callable[[str], None],
        own: Callable[[str], str] = str,
        again: Sequence[str] = (),
    ) -> None:
        """Open the editor on `text`, or on what is left of it as `draft`; empty it says `label`.

        What `save` refuses with a ReaderError is kept as a draft. `own`, on a stroke of one of
        `again`, has the text edited elsewhere and returns it, or raises ReaderError.
        """
        from reader.app.widgets.editor import Editor

        notebook = self.session.notebook
        if notebook is None:
            self.say("the notes are still being read")
            return
        drafts = notebook.drafts

        def saved(words: str) -> None:
            try:
                save(words)
            except ReaderError as error:
                typed(words)
                self.say(str(error))
            else:
                drafts.drop(draft)

        def typed(words: str) -> str:
            if not words.strip() or words == text:
                drafts.drop(draft)
                return ""
            try:
                drafts.keep(draft, words)
            except ReaderError as error:
                return str(error)
            return "kept as a draft"

        def left(words: str) -> None:
            if said := typed(words):
                self.say(said)

        def lent(words: str) -> None:
            try:
                written = own(words)
            except ReaderError as error:
                typed(words)
                self.say(str(error))
            else:
                saved(written)

        begun = drafts.get(draft) or text
        self.type_in(Editor(label, begun, saved, left, typed, lent, again), Editor.KEYS)


def _rewritten(notebook: Notebook, note: Note, text: str) -> str:
    if text.strip() == note.text:
        return "the note is as it was"
    notebook.rewrite(note, text)
    return "note saved"
