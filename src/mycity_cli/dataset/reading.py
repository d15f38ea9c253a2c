"""Reading a dataset file: up to a limit, and as UTF-8."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import BinaryIO

from mycity_cli.errors import DataError
from mycity_cli.files import read_bounded, too_large

MOST_BYTES = 256 * 1024 * 1024
"""The largest file that is read: a dataset of three quarters of a million signings."""


def read_file(path: Path) -> bytes:
    """Return the content of a file, a named pipe or a device. Raises DataError where it cannot be read."""
    try:
        with path.open("rb") as stream:
            status = os.fstat(stream.fileno())
            if stat.S_ISREG(status.st_mode) and status.st_size > MOST_BYTES:
                raise too_large(MOST_BYTES, str(path))
            return read_stream(stream, name=str(path))
    except (OSError, ValueError) as error:
        # ValueError is what Python says to a name with a NUL.
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise DataError(f"cannot be read: {why}", where=str(path)) from error


def read_stream(stream: BinaryIO, *, name: str) -> bytes:
    """Return what a stream called `name` holds. Raises DataError where it cannot be read, or holds too much."""
    return read_bounded(stream, MOST_BYTES, where=name, text=True)
