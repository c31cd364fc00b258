"""Notes as Markdown that can be brought up to date inside a file the reporter goes on writing in.

A note's section ends in its seal, a link definition that no reader of the page sees: the note's
id and a digest of the section, by which Reader knows again what it wrote and nobody changed.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from reader.disk import write_new, write_whole
from reader.model import ReaderError, sanitise_line
from reader.notes.exports.front import refreshed

_SEAL = re.compile(r'^\[([A-Za-z0-9-]+)\]: #\1 "([0-9a-f]{8})"\r?$', re.MULTILINE)
_STANDING = re.compile(r"^Status: .*", re.MULTILINE)
_TAG = re.compile(r"(?<= · )#([\w/-]+)")


@dataclass(frozen=True, slots=True)
class _Section:
    """A note's section in a file, seal included: which characters, and whether it is as written."""

    id: str
    start: int
    end: int
    untouched: bool


def sealed(id: str, section: str) -> str:
    """The section of the note `id`, with its seal."""
    return f'{section}\n\n[{id}]: #{id} "{_digest(section)}"'


def write_to(path: Path, text: str, sealed: bool, *, replace: bool = False) -> tuple[str, ...]:
    """Write the export `text` to `path`: into what is there, if it is sealed, or else anew.

    What is there is lost only if it may be replaced. Returns what `export_into` does; raises
    ReaderError, with the file as it was.
    """
    if sealed and not replace:
        return export_into(path, text)
    write_new(path, text, replace=replace)
    return ()


def export_into(path: Path, text: str) -> tuple[str, ...]:
    """Bring the sealed notes of the document `text` into the file at `path`.

    What Reader wrote there about these notes is written anew, other notes are added at the end,
    and the rest of the file stays as it is; so does a section that was changed by hand. Returns
    the ids of these. Raises ReaderError, with the file as it was.
    """
    name = sanitise_line(str(path))
    try:
        old = path.read_bytes().decode() if path.exists() else ""
        new, kept = _brought(old, text) if old.strip() else (text, ())
        write_whole(path, new.encode())
    except UnicodeDecodeError:
        raise ReaderError(f"{name}: not UTF-8 text; export to another file") from None
    except OSError as error:
        raise ReaderError(f"cannot write {name}: {error.strerror}") from error
    return kept


def _brought(old: str, text: str) -> tuple[str, tuple[str, ...]]:
    crlf = "\r\n" in old
    fresh = {one.id: text[one.start : one.end] for one in _sections(text)}
    if crlf:
        fresh = {id: section.replace("\n", "\r\n") for id, section in fresh.items()}
    there = _sections(old)
    parts, at = [], 0
    for one in there:
        if one.id in fresh and one.untouched:
            parts += [old[at : one.start], fresh[one.id]]
            at = one.end
    parts.append(old[at:])
    known = {one.id for one in there}
    gap = "\r\n" if crlf else "\n"
    whole = "".join(parts)
    for id, section in fresh.items():
        if id not in known:
            whole = whole.rstrip("\r\n") + gap * 2 + section + gap
    kept = tuple(one.id for one in there if one.id in fresh and not one.untouched)
    sections = _sections(whole)
    return refreshed(whole, len(sections), _tags(whole, sections)), kept


def _sections(text: str) -> list[_Section]:
    """The sections of `text` that end in a seal, from the heading before it on."""
    found: list[_Section] = []
    after = 0
    for seal in _SEAL.finditer(text):
        start = max(text.rfind("\n## ", after, seal.start()) + 1, after)
        untouched = _digest(text[start : seal.start()]) == seal[2]
        end = seal.end() - seal[0].endswith("\r")
        found.append(_Section(seal[1], start, end, untouched))
        after = seal.end()
    return found


def _tags(text: str, sections: list[_Section]) -> list[str]:
    """The tags, with their sign, of the notes in `text`; their line is the last of its kind."""
    lines = [_STANDING.findall(text, one.start, one.end)[-1:] for one in sections]
    return sorted({tag for line in lines for row in line for tag in _TAG.findall(row)})


def _digest(section: str) -> str:
    text = section.replace("\r\n", "\n").strip("\n")
    return hashlib.sha256(text.encode()).hexdigest()[:8]
