"""The commands that write notes to a file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reader.app.screens.room import Room
from reader.model import Note, sanitise_line


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
        name = "-".join((story.name if story else "reader").split()).replace("/", "-")
        path = _free(Path.cwd() / f"{name}-notes.md")
        self.ask("write notes to", str(path), lambda line: self._save(notes, line))

    def _save(self, notes: Sequence[Note], line: str) -> None:
        from reader.notes.disk import write_whole
        from reader.notes.export import markdown

        path = Path(line.strip()).expanduser()
        name = sanitise_line(str(path))
        if path.exists():
            self.say(f"{name} is there already: give another name")
            return
        try:
            write_whole(path, markdown(notes).encode())
        except OSError as error:
            self.say(f"cannot write {name}: {error.strerror}")
        else:
            noun = "note" if len(notes) == 1 else "notes"
            self.say(f"{len(notes)} {noun} written to {name}")


def _free(path: Path) -> Path:
    """`path`, with a number where a file of that name is there."""
    free, number = path, 2
    while free.exists():
        free, number = path.with_stem(f"{path.stem}-{number}"), number + 1
    return free
