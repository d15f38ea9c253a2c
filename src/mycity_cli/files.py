"""Writing files whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from mycity_cli.errors import DataError


def write_whole(path: Path, pieces: Iterable[str]) -> None:
    """Write text to a file: when this returns it holds all of it, and if it raises, what it held before.

    Raises DataError where the file cannot be written.
    """
    try:
        if path.exists() and not path.is_file():
            # A device or a pipe cannot be replaced; it takes what it is given.
            with path.open("w", encoding="utf-8", newline="\n") as stream:
                stream.writelines(pieces)
            return
        _replace(_target(path), pieces)
    except OSError as error:
        raise DataError(f"cannot be written: {error.strerror}", where=str(path)) from error


def _target(path: Path) -> Path:
    """Return the file that links lead to. Raises OSError where they lead in a circle."""
    target = Path(os.path.realpath(path))
    if target.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    return target


def _replace(path: Path, pieces: Iterable[str]) -> None:
    handle, name = tempfile.mkstemp(prefix=".mycity-", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.writelines(pieces)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(path.stat().st_mode if path.exists() else 0o666 & ~_umask())
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _umask() -> int:
    # The only way to read the mask is to set it.
    mask = os.umask(0)
    os.umask(mask)
    return mask
