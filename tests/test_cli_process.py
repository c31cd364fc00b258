"""The real command in a process of its own: what only its status and its streams can show."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader.settings import resource_folder

SEEDS = resource_folder("seeds")
A, B = sorted(SEEDS.iterdir())[:2]
FROM_SOURCE = {"PYTHONPATH": str(Path(__file__).parent.parent)}


def at_home(folder: Path) -> dict[str, str]:
    """The environment in which no files of the reporter's are in sight."""
    home = dict.fromkeys(("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"), str(folder))
    return os.environ | FROM_SOURCE | home


def reader(*argv: object, folder: Path, **env: str) -> subprocess.CompletedProcess[bytes]:
    """Run Reader in `folder`."""
    return subprocess.run(
        [sys.executable, "-m", "reader", *map(str, argv)],
        cwd=folder,
        env=at_home(folder) | env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
    )


def nothing_readable(bad: Path) -> None:
    bad.mkdir()
    (bad / "photo.txt").write_bytes(bytes(range(256)) * 20)


@pytest.mark.parametrize(
    ("argv", "make"),
    [
        (["compare", "bad", A], lambda _: None),
        (["compare", "bad", A], Path.touch),
        (["compare", "bad", A], lambda bad: bad.write_bytes(b"\x7fELF" + bytes(range(256)) * 20)),
        (["compare", "bad", A], lambda bad: bad.write_text("word " * 2_000_000)),
        (["list", "bad"], nothing_readable),
        (["notes", "list", "--notes", "bad"], lambda bad: bad.write_text("[[note]\n")),
        (["notes", "list", "--notes", "bad"], Path.mkdir),
    ],
    ids=["missing", "empty", "binary", "10 MB line", "folder", "broken notes", "no notes file"],
)
def test_what_cannot_be_read_is_one_line_and_status_2(argv, make, tmp_path):
    make(tmp_path / "bad")
    run = reader(*argv, folder=tmp_path)
    assert run.returncode == 2
    assert run.stdout == b""
    assert run.stderr.startswith(b"reader: ")
    assert b"bad" in run.stderr
    assert run.stderr.count(b"\n") == 1


@pytest.mark.parametrize("locale", [{"LC_ALL": "C"}, {"PYTHONIOENCODING": "ascii"}])
def test_no_locale_stops_the_printing(locale, tmp_path):
    text = reader("compare", A, B, folder=tmp_path, **locale)
    assert text.returncode in (0, 1)
    assert text.stderr == b""
    data = reader("compare", A, B, "--format", "json", folder=tmp_path, **locale)
    assert "Putin’s" in data.stdout.decode()


def test_colour_is_for_a_terminal_only(tmp_path):
    assert b"\x1b" not in reader("compare", A, B, folder=tmp_path, TERM="xterm").stdout


def test_a_reader_that_leaves_early_hears_no_complaint(tmp_path):
    command = f"{sys.executable} -m reader compare {A} {B} | head -1"
    run = subprocess.run(
        ["bash", "-c", command], cwd=tmp_path, env=os.environ | FROM_SOURCE, capture_output=True
    )
    assert run.stdout.count(b"\n") == 1
    assert run.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_a_full_disk_is_one_line(tmp_path):
    with Path("/dev/full").open("w") as full:
        run = subprocess.run(
            [sys.executable, "-m", "reader", "locate"],
            cwd=tmp_path,
            env=os.environ | FROM_SOURCE,
            stdout=full,
            stderr=subprocess.PIPE,
        )
    assert run.returncode == 2
    assert run.stderr == b"reader: standard output: No space left on device\n"


@pytest.mark.skipif(os.name != "posix", reason="closes streams as a POSIX shell does")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize("argv", ["", "notes list", "notes add -", "notes import -", "themes"])
def test_a_stream_that_is_closed_stops_nothing(argv, closed, tmp_path):
    run = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m reader {argv} {closed}"],
        cwd=tmp_path,
        env=at_home(tmp_path),
        stdin=subprocess.DEVNULL,
        capture_output=True,
    )
    assert run.returncode in (0, 2)
    assert b"Traceback" not in run.stderr


def test_a_note_in_another_encoding_is_refused_and_not_garbled(tmp_path):
    run = subprocess.run(
        [sys.executable, "-m", "reader", "notes", "add", "-"],
        cwd=tmp_path,
        env=at_home(tmp_path) | {"PYTHONIOENCODING": "utf-8:strict"},
        input="one\nfaçade".encode("latin-1"),
        capture_output=True,
    )
    assert run.returncode == 2
    assert run.stderr == b"reader: standard input: not utf-8 text at line 2\n"
