"""A story that carries a payload in everything that others have written."""

from __future__ import annotations

from pathlib import Path

import tomli_w

from reader.model import sanitise


def laden(payload: str, folder: Path) -> tuple[str, ...]:
    """Make `folder` such a story of two reports, with one conflict, and return their files."""
    text = sanitise(payload)
    said = {}
    for number, verb in ((12, "arrived in"), (15, "came to")):
        name = f"{number}.txt"
        told = f"The minister {verb} Oslo with {number} aides on Monday. {text}"
        (folder / name).write_text(f"{told}\n\n“It is late {text},” he said.\n", "utf-8")
        said[name] = {"outlet": f"{text} {number}", "headline": text, "url": text}
    written = tomli_w.dumps({"name": text, "article": said})
    (folder / "story.toml").write_text(written, "utf-8")
    return tuple(str(folder / name) for name in said)
