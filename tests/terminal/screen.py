"""A real terminal for a real program: a pty, what is written to it, and the screen it makes."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import pyte

READER = (sys.executable, "-m", "reader")
PATIENCE = 60.0
WHILE = 0.2

CURSOR = 25
# Another screen, the mouse in four ways, pasting in brackets, being told of the focus.
TAKEN = (47, 1047, 1049, 1000, 1002, 1003, 1006, 1015, 2004, 1004)
"""What a terminal can be asked to do, and should not go on doing."""


class Terminal:
    """A program in a terminal of `columns` by `lines`; leave the `with` block to end it.

    The terminal controls it: when this process dies, the program is told, and ends too.
    """

    def __init__(
        self,
        command: Sequence[str],
        env: Mapping[str, str],
        columns: int = 120,
        lines: int = 36,
        folder: Path | None = None,
        *,
        controlling: bool = True,
    ) -> None:
        self._master, slave = pty.openpty()
        termios.tcsetwinsize(slave, (lines, columns))
        # What the terminal of the tests itself is called and measures is nothing to the program.
        around = {key: os.environ[key] for key in os.environ.keys() - {"COLUMNS", "LINES"}}
        self._program = subprocess.Popen(
            command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
            preexec_fn=_take_terminal if controlling else None,
            cwd=folder,
            env={**around, "TERM": "xterm-256color", "COLORTERM": "truecolor", **env},
        )
        os.close(slave)
        self._before = self._manners()
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)
        self.written = b""
        self._gone = False

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        if self._program.poll() is None:
            os.killpg(self._program.pid, signal.SIGKILL)
        self._program.wait()
        if not self._gone:
            os.close(self._master)

    @property
    def text(self) -> str:
        """What the screen shows, a line a line."""
        return "\n".join(self._screen.display)

    def press(self, *keys: str) -> None:
        """Type `keys`, each as the bytes a terminal would send."""
        for key in keys:
            os.write(self._master, key.encode())

    def wait_for(self, *wanted: str) -> None:
        """Return once the screen shows all of `wanted`; fail with the screen when it never does."""
        self.wait_until(lambda: all(text in self.text for text in wanted), repr(wanted))

    def wait_until(self, holds: Callable[[], bool], what: str) -> None:
        """Take in what the program writes until `holds`, or fail with the screen.

        What is waited for need not show: it is asked for again whenever nothing came for a while.
        """
        deadline = time.monotonic() + PATIENCE
        while not holds():
            heard = self._read(min(deadline, time.monotonic() + WHILE))
            if not heard and (time.monotonic() > deadline or self._program.poll() is not None):
                raise AssertionError(f"no {what} on the screen:\n{self.text}")

    def resize(self, columns: int, lines: int) -> None:
        """Give the terminal another size, as somebody who drags its window."""
        termios.tcsetwinsize(self._master, (lines, columns))
        self._screen.resize(lines, columns)

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the program and to all that it started."""
        os.killpg(self._program.pid, number)

    def wait_for_stop(self) -> None:
        """Take in what the program writes until it has been stopped, as by Ctrl+Z."""

        def stopped() -> bool:
            return bool(os.waitpid(self._program.pid, os.WNOHANG | os.WUNTRACED)[0])

        self.wait_until(stopped, "program that has stopped")
        while self._read(0.0):
            pass

    @property
    def tidy(self) -> bool:
        """Whether the terminal is as it was before the program began."""
        taken = {mode << 5 for mode in TAKEN} & self._screen.mode
        hidden = (CURSOR << 5) not in self._screen.mode
        return not taken and not hidden and self._manners() == self._before

    def _manners(self) -> list[object]:
        """How the terminal deals with what is typed: whether it is shown, held back for a line."""
        return termios.tcgetattr(self._master)

    def quiet(self, seconds: float = 0.2) -> None:
        """Take in what the program writes until it has written nothing for so long."""
        while self._read(time.monotonic() + seconds):
            pass

    @property
    def peak_memory(self) -> int:
        """The most memory that the program has held, in bytes (Linux)."""
        status = Path(f"/proc/{self._program.pid}/status").read_text()
        return int(status.partition("VmHWM:")[2].split()[0]) * 1024

    def hang_up(self) -> int:
        """Take the terminal away and return the program's exit status."""
        os.close(self._master)
        self._gone = True
        return self._program.wait(PATIENCE)

    def wait_for_end(self) -> int:
        """Take in what is left to come and return the program's exit status."""
        deadline = time.monotonic() + PATIENCE
        while self._read(deadline):
            pass
        return self._program.wait(PATIENCE)

    def _read(self, deadline: float) -> bool:
        """Take in the next bytes; False when none came before `deadline` or none will."""
        if not select.select([self._master], [], [], max(0.0, deadline - time.monotonic()))[0]:
            return False
        data = b""
        # Linux answers EIO, others nothing, once the program has closed its end.
        with suppress(OSError):
            data = os.read(self._master, 65536)
        self.written += data
        self._stream.feed(data)
        return bool(data)


def _take_terminal() -> None:
    """Make standard input the controlling terminal of the session that this process leads."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
