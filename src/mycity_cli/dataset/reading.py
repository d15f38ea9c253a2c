"""Reading a dataset file: up to a limit, and as UTF-8."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from mycity_cli import files

MOST_BYTES = 256 * 1024 * 1024
"""The largest file that is read: a dataset of three quarters of a million signings."""


def read_file(path: Path) -> bytes:
    """Return the content of a file, a named pipe or a device. Raises DataError where it cannot be read."""
    return files.read_file(path, MOST_BYTES, text=True)


def read_stream(stream: BinaryIO, *, name: str) -> bytes:
    """Return what a stream called `name` holds. Raises DataError where it cannot be read, or holds too much."""
    return files.read_bounded(stream, MOST_BYTES, where=name, text=True)
