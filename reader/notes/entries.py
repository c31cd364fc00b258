"""One entry of the notes file: its TOML, and the note or the correction that this says.

Written by tomli-w, an entry at a time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from reader.model import Anchor, Note, Override, ReaderError, sanitise_line
from reader.notes.fields import note_table, override_table, read_note, read_override
from reader.notes.ids import ID
from reader.notes.keys import Table

_UTC = re.compile(r"^(\w+ = [\d-]{10}) ([\d:.]+)\+00:00$", re.MULTILINE)
_LONG = {"_": "-" * 100}

Key = tuple[str, ...]


@dataclass(frozen=True)
class Entry:
    """One `[[note]]` or `[[override]]`: its TOML, and what that says.

    A large file opens sooner because sense is made of an entry only when it is asked for.
    `refused` says why that is not even tried.
    """

    toml: bytes
    kind: str = field(compare=False)
    table: Table = field(compare=False, repr=False)
    refused: str = field(default="", compare=False)

    @classmethod
    def written(cls, kind: str, table: Table) -> Entry:
        """The entry that says what `table` does, in TOML of our own."""
        return cls(_block(kind, table), kind, table)

    @property
    def value(self) -> Note | Override | None:
        """The note or the override; None where this version cannot make sense of it."""
        return self._sense[0]

    @property
    def fault(self) -> str:
        """Why there is no value; the entry is kept as it came."""
        return self._sense[1]

    @cached_property
    def _sense(self) -> tuple[Note | Override | None, str]:
        if self.refused:
            return None, self.refused
        try:
            return (read_note if self.kind == "note" else read_override)(self.table), ""
        except ReaderError as error:
            name = sanitise_line(str(self.table.get("id", self.kind)))[:40]
            return None, f"{name}: {error}; it is kept as it is"

    @property
    def key(self) -> Key:
        """What it is about, as `key` has it; its own TOML where that cannot be said."""
        if self.kind == "note":
            id = self.table.get("id")
            if isinstance(id, str) and ID.fullmatch(id):
                return ("note", id)
        return key(self.value) if self.value else ("unread", self.toml.decode())


def key(value: Note | Override) -> Key:
    """What an entry is about: a note by its id, an override by its two passages in either order."""
    if isinstance(value, Note):
        return ("note", value.id)
    return ("override", *sorted((_place(value.a), _place(value.b))))


def _place(anchor: Anchor) -> str:
    return f"{anchor.article} {anchor.start}-{anchor.end}"


def entry(value: Note | Override) -> Entry:
    """`value` as it will be read back: its TOML, and the value with every text sanitised.

    Raises ReaderError where it could not be read back.
    """
    if isinstance(value, Note):
        return Entry.written("note", note_table(read_note(note_table(value))))
    return Entry.written("override", override_table(read_override(override_table(value))))


def _block(kind: str, table: Table) -> bytes:
    import tomli_w

    # tomli-w sets a list of short tables inline, where no `[[note]]` heads them; a long one at
    # the end keeps it from that.
    text = tomli_w.dumps({kind: [table, _LONG]})
    return _UTC.sub(r"\1T\2Z", text[: text.rindex(f"[[{kind}]]")]).encode()
