"""What a file holds: its bytes, decompressed, up to a limit."""

from __future__ import annotations

import zlib
from io import BytesIO
from pathlib import Path

from mycity_cli import files
from mycity_cli.errors import DataError
from mycity_cli.messages import say
from mycity_cli.tables.extra import missing
from mycity_cli.tables.peeking import GZIP, ZSTANDARD, decompressed

MOST = 512 * 1024 * 1024
"""The most bytes of a table that are held in memory, decompressed."""

_PIECE = 1024
"""So many bytes of Zstandard are decompressed at once: they may become thirty thousand times as many."""

_LARGEST_WINDOW = 1 << 27
_CUT = say("the compressed data ends before its end")


def read_content(path: Path) -> bytes:
    """Return what a file holds, decompressed. Raises DataError where it cannot be read, is damaged or is too large."""
    return plain_content(files.read_file(path, MOST), str(path))


def plain_content(content: bytes, name: str) -> bytes:
    """Return bytes decompressed where they are compressed. Raises DataError for what is damaged, too large or empty."""
    if content.startswith(GZIP):
        content = _from_gzip(content, name)
    elif content.startswith(ZSTANDARD):
        content = _from_zstandard(content, name)
    if not content:
        raise DataError(say("is empty"), where=name, help=say("a table has a header line, or at least one row"))
    return content


def _from_gzip(content: bytes, name: str) -> bytes:
    try:
        with decompressed(BytesIO(content), content[:4]) as stream:
            return files.read_bounded(stream, MOST, where=name)
    except EOFError as error:
        raise DataError(say("cannot be read: {why}", why=_CUT), where=name) from error
    except zlib.error as error:
        raise DataError(say("cannot be read: {why}", why=error), where=name) from error


def _from_zstandard(content: bytes, name: str) -> bytes:
    """Return what frames of Zstandard hold; the reader of streams would take what is cut off for the end."""
    try:
        import zstandard
    except ImportError as error:
        raise missing(say("compressed files are read by zstandard, which is not installed")) from error
    found = bytearray()
    view = memoryview(content)
    frame = zstandard.ZstdDecompressor(max_window_size=_LARGEST_WINDOW).decompressobj()
    at = 0
    try:
        while at < len(view):
            if frame.eof:
                frame = zstandard.ZstdDecompressor(max_window_size=_LARGEST_WINDOW).decompressobj()
            piece = view[at : at + _PIECE]
            found += frame.decompress(piece)
            read = len(piece) - len(frame.unused_data)
            if not read:
                raise DataError(say("cannot be read: no compressed data where more should be"), where=name)
            at += read
            if len(found) > MOST:
                raise files.too_large(MOST, name)
    except zstandard.ZstdError as error:
        raise DataError(say("cannot be read: {why}", why=error), where=name) from error
    if not frame.eof:
        raise DataError(say("cannot be read: {why}", why=_CUT), where=name)
    return bytes(found)
