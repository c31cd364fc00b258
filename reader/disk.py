"""Files read whole and bounded, and replaced whole or not at all: nothing is done by halves."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
import stat as modes
from contextlib import suppress
from pathlib import Path

from reader.model import ReaderError, sanitise_line


def real(path: Path) -> Path:
    """The file that `path` leads to, through any links."""
    return Path(os.path.realpath(path))


def is_folder(path: Path) -> bool:
    """Whether a folder is there, whatever characters the name has."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def is_file(path: Path) -> bool:
    """Whether a file is there, as far as one may look, whatever characters the name has."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def read_whole(path: Path, limit: int) -> bytes:
    """All bytes of a file, which has no more than `limit`.

    Raises ReaderError, in one line that names it, from the OSError where there was one, for what
    is missing, forbidden, no file, or larger.
    """
    shown = sanitise_line(str(path))
    try:
        # Before opening: a pipe that nobody writes to would be waited for without end.
        if not modes.S_ISREG(path.stat().st_mode):
            raise ReaderError(f"cannot read {shown}: not a file; to read a pipe, name it -")
        with path.open("rb") as file:
            raw = file.read(limit + 1)
    except OSError as error:
        raise ReaderError(f"cannot read {shown}: {fault(error)}") from error
    except ValueError as error:
        raise ReaderError(f"cannot read {shown}: no file can have this name") from error
    if len(raw) > limit:
        raise ReaderError(
            f"cannot read {shown}: too large, the most is {limit // 1_000_000} MB; cut it up"
        )
    return raw


def fault(error: OSError) -> str:
    """Why the system could not read, in the reporter's words."""
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    if isinstance(error, PermissionError):
        return "no permission; ask its owner for the right to read it"
    return sanitise_line(error.strerror or "the system cannot read it")


def write_whole(path: Path, data: bytes, mode: int = 0o666) -> os.stat_result:
    """Put `data` in place of `path`, on the disk before this returns; OSError leaves all as it was.

    A new file gets `mode`, less the umask; one that was there keeps its own, and a link to it
    leads to the new one. Returns what the file system says of the new file.
    """
    path = real(path)
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        with os.fdopen(
            os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, mode), "wb"
        ) as file:
            with suppress(FileNotFoundError):
                shutil.copymode(path, temporary)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            stat = os.fstat(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)
    return stat


def check_new(path: Path, *, replace: bool = False) -> None:
    """Raise ReaderError where `path` is there already, unless it may be replaced."""
    if path.exists() and not replace:
        raise ReaderError(f"{sanitise_line(str(path))} is there already, and stays as it is")


def write_new(path: Path, text: str, *, replace: bool = False) -> None:
    """Write the file `path` whole; one that is there only if it may be replaced.

    Raises ReaderError, with what is there as it was.
    """
    check_new(path, replace=replace)
    name = sanitise_line(str(path))
    try:
        write_whole(path, text.encode())
    except OSError as error:
        raise ReaderError(f"cannot write {name}: {error.strerror}") from error


def sync_folder(folder: Path) -> None:
    """Have the names in `folder` on the disk before this returns, where the system can."""
    # Without this a power cut can undo the renaming; Windows has no such call and needs none.
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        except OSError as error:
            # Some network folders cannot, and what they hold has been written all the same.
            if error.errno not in (errno.EINVAL, errno.EBADF, errno.ENOTSUP):
                raise
        finally:
            os.close(handle)


def settle() -> None:
    """Have all that was written on the disk, for many files at once; one by one that is slow."""
    if hasattr(os, "sync"):
        os.sync()
