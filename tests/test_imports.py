"""The command line starts light: what a command does not need is not loaded."""

import subprocess
import sys

import pytest

HEAVY = {
    "jinja2",
    "markdown_it",
    "rapidfuzz",
    "textual",
    "nltk",
    "numpy",
    "wordllama",
    "urllib3",
    "protego",
    "tomlkit",
}
RUN = """
import sys
{code}
print(*sys.modules, file=sys.stderr)
"""
COMMAND = """
from reader.cli import main
try:
    main({argv!r})
except SystemExit:
    pass
"""


@pytest.mark.parametrize(
    "code",
    [
        "import reader.cli",
        COMMAND.format(argv=["--version"]),
        COMMAND.format(argv=["notes", "list"]),
        COMMAND.format(argv=["notes", "export", "--format", "jsonld"]),
        COMMAND.format(argv=["bindings"]),
        COMMAND.format(argv=["themes"]),
        COMMAND.format(argv=["locate"]),
    ],
)
def test_heavy_modules_stay_out(code, tmp_path, monkeypatch):
    monkeypatch.setenv("READER_NOTES", str(tmp_path / "notes.toml"))
    run = [sys.executable, "-c", RUN.format(code=code)]
    loaded = subprocess.run(run, capture_output=True, text=True, check=True).stderr.split()
    assert "reader.cli" in loaded
    assert HEAVY.isdisjoint(loaded)


def test_what_nltk_loads_for_others_stays_out():
    code = "from reader.language.words import words; words('Two men ran.')"
    run = [sys.executable, "-c", RUN.format(code=code)]
    loaded = subprocess.run(run, capture_output=True, text=True, check=True).stderr.split()
    assert "nltk" in loaded
    assert {"matplotlib", "pandas", "scipy", "sklearn"}.isdisjoint(loaded)
