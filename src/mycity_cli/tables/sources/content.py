"""What a file holds: its bytes, decompressed, up to a limit."""

from __future__ import annotations

import zlib
from io import BytesIO
from pathlib import Path

from mycity_cli import files
from mycity_cli.errors import DataError
from mycity_cli.tables.peeking import GZIP, ZSTANDARD, decompressed

MOST = 512 * 1024 * 1024
"""The most bytes of a table that are held in memory, decompressed."""


def read_content(path: Path) -> bytes:
    """Return what a file holds, decompressed. Raises DataError where it cannot be read, is damaged or is too large."""
    return plain_content(files.read_file(path, MOST), str(path))


def plain_content(content: bytes, name: str) -> bytes:
    """Return bytes decompressed where they are compressed. Raises DataError for what is damaged, too large or empty."""
    magic = content[:4]
    if magic.startswith((GZIP, ZSTANDARD)):
        try:
            with decompressed(BytesIO(content), magic) as stream:
                content = files.read_bounded(stream, MOST, where=name)
        except (EOFError, zlib.error, ValueError) as error:
            raise DataError(f"cannot be read: {error}", where=name) from error
        except Exception as error:
            # The library of Zstandard has errors of its own, which are known only where it is installed.
            if type(error).__module__.partition(".")[0] != "zstandard":
                raise
            raise DataError(f"cannot be read: {error}", where=name) from error
    if not content:
        raise DataError("is empty", where=name, help="a table has a header line, or at least one row")
    return content
