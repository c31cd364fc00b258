"""What the reporter has set (config.toml, the environment) and where Reader keeps its files."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType
from typing import Any

from reader.model import THRESHOLD, ReaderError, sanitise, sanitise_line

_NAME = "reader"
_TEXTS = ("theme", "notes", "editor", "stories", "profile")
_KEYS = "keys"
_TEMPLATES = "templates"
_THRESHOLD = "threshold"
SETTINGS = {
    "theme": "the colours, by the name of a theme",
    "notes": "the notes file",
    "stories": "the folder that new stories are made in",
    "editor": "your own editor, for long notes and for articles: a command line",
    "profile": "the Markdown that notes are exported as: plain, obsidian, footnotes or docs",
    _THRESHOLD: "from which confidence on a difference is called a conflict, 0.01 to 1",
    _KEYS: 'a table: keys by the name of their command, annotate = "A" or next-link = ["]", ","]',
    _TEMPLATES: "a table: texts that notes can begin with, by the name you give them",
}
"""What config.toml may set, and what each means. A relative path in it is relative to it."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for this run.

    From a confidence of `threshold` on a conflict is called one; below, it is a doubt.
    `keys` gives, by action name, the keys that config.toml asks for, as written: whether the
    action and the keys exist is for the table of commands to say, with `place` for the line.
    `profile` is the Markdown that notes are exported as; `templates` gives, by name, the texts
    that notes can begin with.
    """

    notes: Path
    stories: Path = Path("stories")
    theme: str = "night"
    editor: str = ""
    profile: str = "plain"
    threshold: float = THRESHOLD
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    templates: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    config: Path = Path("config.toml")
    lines: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}), repr=False)

    @property
    def recent(self) -> Path:
        """The file that remembers which stories were opened."""
        return self.notes.with_name("recent.toml")

    @property
    def outlets(self) -> Path:
        """The reporter's own table of sites and the names of their outlets."""
        return self.config.with_name("outlets.toml")

    def place(self, action: str) -> str:
        """The file and line that bind `action`, for a message."""
        return _place(self.config, self.lines.get(action))


def load_settings(
    env: Mapping[str, str] = os.environ,
    *,
    theme: str | None = None,
    notes: str | Path | None = None,
    threshold: float | None = None,
) -> Settings:
    """The settings: command line (`theme`, `notes`, `threshold`), READER_… in `env`, config.toml.

    The editor, where neither names one, is $VISUAL or $EDITOR. READER_CONFIG names another
    config.toml. Nothing is created.

    Raises ReaderError, naming the file and the line, when config.toml cannot be used.
    """
    config = _config(env)
    source = _read(config, required=bool(env.get("READER_CONFIG")))
    written = _parse(config, source)

    def first(name: str, given: str | None, default: str) -> str:
        return given or env.get(f"READER_{name.upper()}") or written.get(name) or default

    def path(name: str, given: str | Path | None, default: str) -> Path:
        # A relative path in a file is relative to it; anywhere else, to where Reader starts.
        if elsewhere := given or env.get(f"READER_{name.upper()}"):
            return _expand(Path(elsewhere))
        return config.parent / _expand(Path(written.get(name) or data_dir() / default))

    keys = _bindings(config, source, written.get(_KEYS, {}))
    return Settings(
        notes=path("notes", notes, "notes.toml"),
        stories=path("stories", None, "stories"),
        theme=sanitise_line(first("theme", theme, "night")),
        profile=sanitise_line(first("profile", None, "plain")),
        editor=first("editor", None, env.get("VISUAL") or env.get("EDITOR") or ""),
        threshold=written.get(_THRESHOLD, THRESHOLD) if threshold is None else threshold,
        keys=MappingProxyType(keys),
        templates=MappingProxyType(written.get(_TEMPLATES, {})),
        config=config,
        lines=MappingProxyType({name: _line(source, name, _KEYS) or 1 for name in keys}),
    )


def config_dir() -> Path:
    """The folder of config.toml and of the reporter's own themes; it need not exist."""
    from platformdirs import user_config_dir

    return _rooted(user_config_dir(_NAME, appauthor=False))


def own_file(name: str, env: Mapping[str, str] = os.environ) -> Path:
    """A file of the reporter's own, beside the config.toml that holds; it need not exist."""
    return _config(env).with_name(name)


def _config(env: Mapping[str, str]) -> Path:
    named = env.get("READER_CONFIG")
    return _expand(Path(named)) if named else config_dir() / "config.toml"


def data_dir() -> Path:
    """The folder of the notes; it need not exist."""
    from platformdirs import user_data_dir

    return _rooted(user_data_dir(_NAME, appauthor=False))


def resource_folder(name: str) -> Path:
    """The folder of "themes" or "seeds": inside an installed package, or beside it in a checkout.

    Raises ReaderError when the installation lacks it.
    """
    package = Path(__file__).resolve().parent
    for folder in (package / "_data" / name, package.parent / name):
        if folder.is_dir():
            return folder
    raise ReaderError(f"cannot find the folder of {name}: install Reader again")


def locations(settings: Settings) -> dict[str, Path]:
    """What Reader reads and writes, by name, for a reporter who looks for it."""
    return {
        "config": settings.config,
        "notes": settings.notes,
        "stories": settings.stories,
        "own outlets": settings.outlets,
        "own exports": settings.config.with_name("exports.toml"),
        "own themes": config_dir() / "themes",
        "themes": resource_folder("themes"),
        "sample story": resource_folder("seeds"),
    }


def _rooted(folder: str) -> Path:
    """`folder`, or one in the current folder for an account that has no home."""
    return path if (path := Path(folder)).is_absolute() else Path.cwd() / f".{_NAME}"


def _expand(path: Path) -> Path:
    try:
        return path.expanduser()
    except RuntimeError as error:
        raise ReaderError(f"{sanitise_line(str(path))}: no home folder for this account") from error


def _read(config: Path, *, required: bool) -> str:
    """The text of `config`; "" for a file that is neither there nor `required`."""
    try:
        config.stat()
    except OSError as error:
        # Also when the folder may not be looked into, as for a service account.
        if not required:
            return ""
        raise ReaderError(f"{_place(config)}: {error.strerror}") from error
    try:
        return config.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ReaderError(f"{_place(config)}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise ReaderError(f"{_place(config, line)}: not UTF-8; save the file as UTF-8") from error


def _parse(config: Path, source: str) -> dict[str, Any]:
    """The tables of `source`, known keys of the right type only."""
    try:
        written = tomllib.loads(source)
    except (ValueError, RecursionError) as error:
        last = source.rstrip().count("\n") + 1
        fault = str(error).replace("at end of document", f"at line {last}, the end")
        raise ReaderError(f"{_place(config)}: {sanitise_line(fault)}") from error
    for key, value in written.items():
        place = _place(config, _line(source, key))
        if key not in SETTINGS:
            near = get_close_matches(key, SETTINGS, n=1, cutoff=0.5)
            known = f'did you mean "{near[0]}"?' if near else f"known: {', '.join(SETTINGS)}"
            raise ReaderError(f'{place}: no setting "{sanitise_line(key)}"; {known}')
        if key in _TEXTS and not _plain(value):
            raise ReaderError(f'{place}: "{key}" must be text in quotes')
        if key == _THRESHOLD and not confident(value):
            raise ReaderError(f'{place}: "{key}" must be a number from 0.01 to 1')
        if key in (_KEYS, _TEMPLATES) and not isinstance(value, dict):
            raise ReaderError(f'{place}: "{key}" must be a table, [{key}]')
    for name, text in written.get(_TEMPLATES, {}).items():
        if not _plain(name) or not _plain(text):
            place = _place(config, _line(source, name, _TEMPLATES))
            raise ReaderError(
                f'{place}: the template "{sanitise_line(name)}" must be text in quotes'
            )
    return written


def _bindings(config: Path, source: str, table: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    """The keys asked for by action name; one key may be written without brackets."""
    keys = {}
    for name, value in table.items():
        wanted = tuple(value) if isinstance(value, list) else (value,)
        if not _plain(name) or not all(map(_plain, wanted)):
            place = _place(config, _line(source, name, _KEYS))
            action = sanitise_line(name)
            raise ReaderError(f'{place}: the keys of "{action}" must be text, as "j" or ["j", "k"]')
        keys[name] = wanted
    return keys


def confident(value: object) -> bool:
    """Whether `value` is a confidence that conflicts can be asked to have."""
    return isinstance(value, int | float) and value is not True and 0.01 <= value <= 1


def _plain(value: object) -> bool:
    """Whether `value` is text without control characters."""
    return isinstance(value, str) and sanitise(value) == value


def _place(config: Path, line: int | None = None) -> str:
    name = sanitise_line(str(config))
    return f"{name}, line {line}" if line else name


def _line(source: str, key: str, table: str = "") -> int | None:
    """The first line that sets `key` in `table`, as far as can be seen without parsing."""
    name = rf"""(?<![\w-]){re.escape(key)}["']?\s*[=.\]]"""
    start = re.search(rf"(?m)^\s*\[?\s*{table}\s*[]=.]", source) if table else None
    found = re.compile(name).search(source, start.start() if start else 0)
    return source.count("\n", 0, found.start()) + 1 if found else None
