"""Makes the manual page while a wheel is built, and puts it where man looks."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ManualPage(BuildHookInterface):
    """Adds share/man/man1/reader.1 to the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the page from the very tables of commands and keys that are being packed."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from reader.cli.manual import page
        from reader.cli.parsing import grammar

        self.folder = TemporaryDirectory()
        written = Path(self.folder.name, "reader.1")
        written.write_text(page(grammar()), "utf-8")
        build_data["shared_data"][str(written)] = "share/man/man1/reader.1"
