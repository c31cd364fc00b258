"""The commands that write notes to a file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reader.app.screens.room import Room
from reader.model import Note, ReaderError, sanitise_line


class Exporting(Room):
    """A screen that shows notes."""

    def notes_listed(self) -> Sequence[Note]:
        """The notes that this screen shows."""
        raise NotImplementedError

    def action_export(self) -> None:
        """Write the notes that this screen shows as Markdown."""
        self._export(self.notes_listed())

    def action_export_all(self) -> None:
        """Write all notes as Markdown."""
        self._export(self.session.notebook.notes if self.session.notebook else ())

    def _export(self, notes: Sequence[Note]) -> None:
        if not notes:
            self.say("no notes to write")
            return
        story = self.session.story
        title = story.name if story else "Notes"
        path = Path.cwd() / f"{'-'.join(title.replace('/', ' ').split())}-notes.md"
        self.ask("write notes to", str(path), lambda line: self._save(notes, title, line))

    def _save(self, notes: Sequence[Note], title: str, line: str) -> None:
        """Write the notes into the file named in `line`; what is there besides stays."""
        from reader.notes.exports import form
        from reader.notes.exports.sealed import export_into

        try:
            path = Path(line.strip()).expanduser()
            kept = export_into(path, form("plain").write(notes, title))
        except (ReaderError, RuntimeError) as error:
            self.say(sanitise_line(str(error)))
            return
        noun = "note" if len(notes) == 1 else "notes"
        by_hand = f"; changed there by hand and left so: {', '.join(kept)}" if kept else ""
        self.say(f"{len(notes)} {noun} written to {sanitise_line(str(path))}{by_hand}")
