"""The commands that write notes to a file or the clipboard."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from pathlib import Path

from reader.app.screens.room import Room
from reader.model import Note, ReaderError, sanitise_line

CLIPBOARD = "clipboard"
"""What is typed in place of a file."""


class Exporting(Room):
    """A screen that shows notes, and can write them."""

    @abstractmethod
    def notes_listed(self) -> Sequence[Note]:
        """The notes that this screen shows."""

    def action_export(self) -> None:
        """Write the notes that this screen shows."""
        self._export(self.notes_listed())

    def action_export_all(self) -> None:
        """Write all notes."""
        self._export(self.session.notebook.notes if self.session.notebook else ())

    def _export(self, notes: Sequence[Note]) -> None:
        if not notes:
            self.say("no notes to write")
            return
        story = self.session.story
        title = story.name if story else "Notes"
        path = Path.cwd() / f"{'-'.join(title.replace('/', ' ').split())}-notes.md"
        self.ask(
            f"file or {CLIPBOARD}",
            str(path),
            lambda line: self._save(notes, title, line.strip()),
            hint=".md .html .csv .json: the form, by the name",
        )

    def _save(self, notes: Sequence[Note], title: str, line: str) -> None:
        """Write the notes where `line` says, in the form that its ending asks for."""
        from reader.notes.exports import form_of
        from reader.notes.exports.sealed import write_to

        try:
            form = form_of(line, self.reader.settings.profile)
            if line == CLIPBOARD:
                self.copy(form.write(notes, title))
                return
            path = Path(line).expanduser()
            kept = write_to(path, form.write(notes, title), form.sealed)
        except (ReaderError, RuntimeError) as error:
            self.say(sanitise_line(str(error)))
            return
        noun = "note" if len(notes) == 1 else "notes"
        by_hand = f"; changed there by hand and left so: {', '.join(kept)}" if kept else ""
        self.say(f"{len(notes)} {noun} written to {sanitise_line(str(path))}{by_hand}")
