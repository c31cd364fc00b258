"""Themes: the colours of the screen, one TOML file each, checked before use."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from reader.app.colours import contrast, rgb
from reader.disk import read_whole
from reader.model import ReaderError, sanitise_line
from reader.settings import config_dir, resource_folder

READABLE = 4.5
DEFAULT = "night"
_LARGEST = 1_000_000


@dataclass(frozen=True, slots=True)
class Colours:
    """What each colour is for. The first eight are for text; every pair of uses is checked."""

    foreground: str
    muted: str
    accent: str
    shared: str
    framing: str
    conflict: str
    unique: str
    note: str
    background: str
    surface: str
    selection: str
    match: str
    rule: str

    def pairs(self) -> Iterator[tuple[str, str]]:
        """The names of the colours that stand on one another: (text, ground)."""
        for text in ("foreground", "muted", "accent", *MARKS, "note"):
            yield text, "background"
            yield text, "surface"
        yield "foreground", "selection"
        yield "background", "match"


MARKS = ("shared", "framing", "conflict", "unique")


@dataclass(frozen=True, slots=True)
class Theme:
    """A named set of colours; `path` is the file it comes from, None for the one built in."""

    name: str
    title: str
    dark: bool
    colours: Colours
    path: Path | None = None

    @property
    def ansi(self) -> bool:
        """Whether the theme is made of the terminal's own sixteen colours."""
        return self.colours.background.startswith("ansi_")


@dataclass(frozen=True, slots=True)
class Themes:
    """The themes that can be used, by name, and a line for each file that cannot."""

    by_name: Mapping[str, Theme]
    faults: tuple[str, ...] = ()

    def pick(self, name: str) -> tuple[Theme, str | None]:
        """The theme called `name`, or another one and a line that says so."""
        if found := self.by_name.get(name):
            return found, None
        known = ", ".join(sorted(self.by_name))
        other = self.by_name.get(DEFAULT, PLAIN)
        return other, f'no theme "{name}"; there are: {known}'


PLAIN = Theme(
    "plain",
    "Plain: the terminal's sixteen colours",
    True,
    Colours(
        foreground="ansi_white",
        muted="ansi_white",
        accent="ansi_bright_white",
        shared="ansi_bright_cyan",
        framing="ansi_bright_magenta",
        conflict="ansi_bright_yellow",
        unique="ansi_bright_green",
        note="ansi_bright_white",
        background="ansi_black",
        surface="ansi_black",
        selection="ansi_blue",
        match="ansi_bright_yellow",
        rule="ansi_bright_black",
    ),
)


def load_themes(*folders: Path) -> Themes:
    """Every theme in `folders`, Reader's and the user's unless given; the last of a name holds.

    A file that cannot be used becomes a line of `faults`. The one built in is always there.
    """
    found, faults = {PLAIN.name: PLAIN}, []
    for folder in folders or _folders():
        for path in sorted(folder.glob("*.toml")):
            try:
                theme = _read(path)
            except ReaderError as error:
                faults.append(str(error))
            else:
                found[theme.name] = theme
    return Themes(found, tuple(faults))


def _folders() -> tuple[Path, ...]:
    try:
        return resource_folder("themes"), config_dir() / "themes"
    except ReaderError:
        return (config_dir() / "themes",)


def _read(path: Path) -> Theme:
    """The theme in the file `path`; ReaderError with all that is wrong with it, in one line."""
    try:
        table = tomllib.loads(read_whole(path, _LARGEST).decode())
    except (ValueError, RecursionError) as error:
        raise _fault(path, str(error)) from error
    given = table.pop("colours", None)
    title, dark = table.pop("title", path.stem), table.pop("dark", True)
    if not isinstance(given, dict) or not isinstance(title, str) or not isinstance(dark, bool):
        raise _fault(path, "needs [colours], a title in quotes, and dark = true or false")
    if table:
        raise _fault(path, f"unknown: {', '.join(table)}")
    colours = _colours(path, given)
    return Theme(sanitise_line(path.stem), sanitise_line(title), dark, colours, path)


def _colours(path: Path, given: dict[str, Any]) -> Colours:
    names = [field.name for field in fields(Colours)]
    problems = [f"{name} is missing" for name in names if name not in given]
    for name, value in given.items():
        if name not in names:
            problems.append(f"{name} is not used")
            continue
        try:
            rgb(str(value))
        except ValueError as error:
            problems.append(f'{name} = "{value}": {error}')
    kinds = {str(value).startswith("ansi_") for value in given.values()}
    if not problems and len(kinds) > 1:
        problems.append("ANSI names and #rrggbb cannot be mixed")
    if problems:
        raise _fault(path, "; ".join(problems))
    colours = Colours(**given)
    for text, ground in colours.pairs():
        ratio = contrast(given[text], given[ground])
        if ratio < READABLE:
            problems.append(f"{text} on {ground} is {ratio:.1f}:1")
    if problems:
        raise _fault(path, f"needs a contrast of {READABLE}:1, but {', '.join(problems)}")
    return colours


def _fault(path: Path, problem: str) -> ReaderError:
    return ReaderError(f"theme {sanitise_line(str(path))}: {sanitise_line(problem)}")
