"""One notes file as it was last seen, and whether it has changed since."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from reader.disk import write_whole
from reader.model import ReaderError, sanitise_line
from reader.notes.disk import keep_backup
from reader.notes.entries import Entry, Key
from reader.notes.toml import Document, parse, render

_PRIVATE = 0o600
_Stamp = tuple[int, int, int]


class NotesFile:
    """A notes file: `document` is what it last held, `trouble` why it may not be written."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.document = Document()
        self.trouble = ""
        self._name = sanitise_line(str(path))
        self._stamp: _Stamp | None = None
        self._data = b""
        self._to_back_up = True

    @property
    def exists(self) -> bool:
        """Whether the file held anything when it was last looked at."""
        return self._stamp is not None

    @property
    def faults(self) -> tuple[str, ...]:
        """A line for each entry that could not be read."""
        return tuple(f"{self._name}: {fault}" for fault in self.document.faults)

    def look(self, closely: bool) -> bool:
        """Read the file again if it changed; whether `document` has new content.

        Without `closely`, a file of the same inode, time and size is taken to be the same; with
        it, only one of the same content. A file that is gone or blank holds nothing new: no one
        empties a notes file on purpose, and what was in it is still here to be written.
        Raises OSError when it is there and cannot be read.
        """
        try:
            stamp = _stamp(self.path.stat())
            if stamp == self._stamp and not closely:
                return False
            data = self.path.read_bytes()
        except FileNotFoundError:
            data = b""
        if not data or data.isspace():
            self._stamp, self._data, self.trouble = None, b"", ""
            self.document = Document(self.document.head)
            return False
        known = data == self._data
        self._stamp, self._data = stamp, data
        return not known and self._read(data)

    def _read(self, data: bytes) -> bool:
        self._to_back_up = True
        try:
            known = {entry.toml: entry for entry in self.document.entries.values()}
            self.document = parse(data, known)
        except ReaderError as error:
            self.trouble = f"{self._name}: {error}; it is left as it is"
            return False
        newer = f"{self._name}: written by a newer Reader; it is left as it is"
        self.trouble = newer if self.document.newer else ""
        return True

    def write(self, entries: Mapping[Key, Entry]) -> None:
        """Replace the file by one of these entries, on the disk before this returns.

        The first writing, and the first over what someone else wrote, leave a backup.
        Raises OSError, with the file as it was.
        """
        data = render(self.document.head, entries.values())
        if self._to_back_up:
            keep_backup(self.path)
        self._stamp = _stamp(write_whole(self.path, data, _PRIVATE))
        self._data = data
        self._to_back_up = False
        self.document = Document(self.document.head, dict(entries))


def _stamp(stat: os.stat_result) -> _Stamp:
    return (stat.st_ino, stat.st_mtime_ns, stat.st_size)
