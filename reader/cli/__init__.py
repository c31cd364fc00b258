"""The command line: picks the command, and turns what can go wrong into one line and a status."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from reader.cli.output import TROUBLE, complain, prepare
from reader.cli.parsing import parse
from reader.model import ReaderError

INTERRUPTED = 130
PIPE_CLOSED = 141


def main(argv: Sequence[str] | None = None) -> int:
    """Run what `argv` asks for and return the exit status, as diff's: 0, 1 conflicts, 2 trouble."""
    prepare()
    try:
        run, arguments = parse(sys.argv[1:] if argv is None else argv)
        return run(arguments)
    except ReaderError as error:
        complain(str(error))
        return TROUBLE
    except BrokenPipeError:
        return PIPE_CLOSED
    except OSError as error:
        # A path that the system will not even look at: too long, or in a folder that is closed.
        what = error.strerror or type(error).__name__
        complain(f"{error.filename}: {what}" if error.filename else what)
        return TROUBLE
    except KeyboardInterrupt:
        return INTERRUPTED
