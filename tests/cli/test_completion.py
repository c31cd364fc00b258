"""What the Tab key offers, as the scripts of the shells ask for it."""

import os
import shutil
import subprocess
import sys

import pytest

from reader.cli import main
from reader.cli.completion import SHELLS
from reader.cli.notes import ACTIONS
from reader.cli.parsing import COMMANDS
from reader.model import Status


@pytest.fixture
def offered(capsys):
    """Ask what can follow the words of a line, the last one unfinished."""

    def ask(line: str) -> tuple[str, list[str]]:
        assert main(["completion", "bash", *line.split(" ")]) == 0
        files, *words = capsys.readouterr().out.splitlines()
        return files, [word.partition("\t")[0] for word in words]

    return ask


@pytest.mark.parametrize(
    ("line", "files", "words"),
    [
        ("", "files", list(COMMANDS)),
        ("loc", "files", ["locate"]),
        ("--n", "none", ["--notes"]),
        ("--notes ", "files", []),
        ("--notes n.toml my-", "files", []),
        ("my-story/ list", "files", []),
        ("notes ", "none", [*ACTIONS]),
        ("notes list --status ", "none", [*Status]),
        ("notes list --tag a --st", "none", ["--status", "--story"]),
        ("compare a.txt ", "files", []),
        ("compare a.txt b.txt ", "none", []),
        ("compare --story ", "folders", []),
        ("completion z", "none", ["zsh"]),
    ],
)
def test_what_fits_is_offered(line, files, words, offered):
    assert offered(line) == (files, words)


@pytest.mark.parametrize("shell", SHELLS)
def test_a_shell_takes_its_script_and_offers_what_reader_says(shell, tmp_path):
    if not shutil.which(shell):
        pytest.skip(f"no {shell} here")
    program = tmp_path / "reader"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m reader "$@"\n')
    program.chmod(0o755)
    # zsh completes only for somebody who types: that it can read the script must do here.
    ask = {
        "bash": 'eval "$(reader completion bash)"; COMP_WORDS=(reader notes ex); COMP_CWORD=2;'
        ' _reader; echo "${COMPREPLY[@]}"',
        "zsh": 'compdef() { echo export }; eval "$(reader completion zsh)"',
        "fish": 'reader completion fish | source; complete -C "reader notes ex" | cut -f1',
    }[shell]
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    env = os.environ | {
        "PATH": path,
        "HOME": str(tmp_path),
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    run = subprocess.run([shell, "-c", ask], env=env, capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["export"]
