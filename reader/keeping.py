"""One setting changed in config.toml; all else in it stays as the reporter wrote it."""

from __future__ import annotations

import tomllib
from pathlib import Path

from reader.disk import write_whole
from reader.model import ReaderError, sanitise_line


def keep(config: Path, key: str, value: str | None) -> str | None:
    """Set the text `key` at the top of `config`, or with None take it out; what it was, if set.

    The file is made if it is not there. Raises ReaderError, with the file as it was, when it
    cannot be read, changed without touching anything else, or written.
    """
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    name = sanitise_line(str(config))
    try:
        source = config.read_bytes().decode("utf-8") if config.exists() else ""
        mark = "\ufeff" if source.startswith("\ufeff") else ""
        before = tomllib.loads(source.removeprefix(mark))
        document = tomlkit.parse(source.removeprefix(mark))
        wanted = {name: one for name, one in before.items() if name != key}
        if value is None:
            document.pop(key, None)
        else:
            document[key] = wanted[key] = value
        written = tomlkit.dumps(document)
        if tomllib.loads(written) != wanted:
            raise ReaderError(f"cannot change {name} without touching the rest of it")
        if wanted != before:
            config.parent.mkdir(parents=True, exist_ok=True)
            write_whole(config, (mark + written).encode())
    except OSError as error:
        raise ReaderError(f"cannot write {name}: {error.strerror}") from error
    except (ValueError, RecursionError, TOMLKitError) as error:
        raise ReaderError(f"cannot change {name}: {sanitise_line(str(error))}") from error
    was = before.get(key)
    return was if isinstance(was, str) else None
