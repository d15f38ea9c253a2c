"""What a file is, by its first bytes: whether it is compressed, a table or a dataset.

It looks at no more than it must: `location` asks before anything is read.
"""

from __future__ import annotations

import codecs
import json
import re
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, cast

from mycity_cli.errors import DataError, MissingExtraError
from mycity_cli.messages import say
from mycity_cli.tables.extra import missing

COMPRESSED = (".gz", ".zst")
"""The endings of files that are compressed."""

GZIP = b"\x1f\x8b"
ZSTANDARD = b"\x28\xb5\x2f\xfd"
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PARQUET = b"PAR1"

_ENOUGH = 1 << 16
"""The bytes by which a file of JSON is known to be a table or a dataset."""

_LISTS = rb'"(?:places|sources|conferences|signings|facts|claims)"\s*:'
_DATASET = re.compile(_LISTS)
_ARRAY = re.compile(rb"\s*\[")
_LINES = re.compile(rb"\s*\{[^\n]*\}[ \t\r]*\n\s*\{")
_ROWS = re.compile(rb'"(?:[^"\\]|\\.)*"\s*:\s*\[\s*\{')

_JSON = re.compile(rb'(?:\xef\xbb\xbf)?\s*(?:\[\s*[\[{"\d\]-]|\{\s*["}])')

_OTHER_ZIPS = (b"word/", b"wordprocessingml", b"ppt/", b"opendocument.text", b"opendocument.presentation")
"""What the beginning of a ZIP has that is another document than a spreadsheet."""

_FIRST_LINES = 20


def beginning(path: Path) -> bytes:
    """Return the first bytes of what a file holds, decompressed; nothing where it cannot be read."""
    try:
        if not path.is_file():
            return b""
        with path.open("rb") as stream:
            return _beginning_of(stream)
    except (OSError, ValueError):
        return b""


def _beginning_of(stream: BinaryIO) -> bytes:
    """Return the first bytes of a stream, decompressed; nothing where they are damaged."""
    magic = stream.read(4)
    stream.seek(0)
    try:
        return decompressed(stream, magic).read(_ENOUGH)
    except MissingExtraError:
        raise
    except Exception as error:
        # Each library has errors of its own, and what is damaged is told when it is read.
        if isinstance(error, OSError | EOFError | ValueError) or type(error).__module__ in ("zlib", "zstandard"):
            return b""
        raise


def decompressed(stream: BinaryIO, magic: bytes) -> BinaryIO:
    """Return a stream of what another holds, whose first bytes are the magic: itself where it is not compressed.

    Raises MissingExtraError where a library for it is missing; reading it raises OSError, EOFError or ValueError where
    it is damaged.
    """
    if magic.startswith(GZIP):
        import gzip

        return cast(BinaryIO, gzip.open(stream))
    if not magic.startswith(ZSTANDARD):
        return stream
    try:
        import zstandard
    except ImportError as error:
        raise missing(say("compressed files are read by zstandard, which is not installed")) from error
    reader: BinaryIO = zstandard.ZstdDecompressor().stream_reader(stream, read_across_frames=True)
    return reader


def is_table_in_json(content: bytes) -> bool:
    """Return whether JSON that begins so is a table: an array, or an object with one of objects that is no dataset."""
    content = content.removeprefix(codecs.BOM_UTF8)
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        content = content.decode("utf-16", errors="ignore").encode()
    head = content[:_ENOUGH]
    if _ARRAY.match(head) is not None:
        return True
    return head.lstrip()[:1] == b"{" and _DATASET.search(head) is None and _ROWS.search(head) is not None


def is_table_in_bytes(content: bytes) -> bool:
    """Return whether bytes such as those of standard input are a table: anything but JSON that may be a dataset."""
    if content.startswith((GZIP, ZSTANDARD)):
        content = _beginning_of(BytesIO(content))
    content = content.removeprefix(codecs.BOM_UTF8)
    if content.lstrip()[:1] not in (b"{", b"["):
        return bool(content.strip())
    head = content[:_ENOUGH]
    return is_table_in_json(content) or (_DATASET.search(head) is None and _LINES.match(head) is not None)


def is_json(content: bytes) -> bool:
    """Return whether bytes begin as JSON does: an array, or an object whose first key is in quotation marks."""
    return _JSON.match(content[:_ENOUGH]) is not None


def is_markup(content: bytes) -> bool:
    """Return whether bytes begin as HTML or XML does, which some programs save with the ending of a spreadsheet."""
    return content.removeprefix(codecs.BOM_UTF8).lstrip()[:1] == b"<"


def is_workbook(content: bytes) -> bool:
    """Return whether bytes are those of a spreadsheet: a ZIP with sheets, or the older format of Excel."""
    return content.startswith((_ZIP, _OLE))


def is_parquet(content: bytes) -> bool:
    """Return whether bytes are those of a Parquet file."""
    return content.startswith(_PARQUET)


def is_table_content(content: bytes) -> bool:
    """Return whether bytes, such as those of standard input, are a table; what may be anything else is a dataset."""
    if content.startswith((GZIP, ZSTANDARD)):
        return _is_compressed_table(content)
    if is_parquet(content) or content.startswith(_OLE):
        return True
    head = content[:_ENOUGH]
    if content.startswith(_ZIP):
        return not any(name in head for name in _OTHER_ZIPS)
    if is_markup(content):
        return False
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        head = head[: len(head) // 2 * 2].decode("utf-16", errors="ignore").encode()
    head = head.removeprefix(codecs.BOM_UTF8).lstrip()
    if head[:1] in (b"{", b"["):
        return is_table_in_json(head) or _is_lines_of_json(head)
    return b"\0" not in head and _is_in_cells(head)


def _is_compressed_table(content: bytes) -> bool:
    try:
        return is_table_content(decompressed(BytesIO(content), content[:4]).read(_ENOUGH))
    except (OSError, EOFError, ValueError, MissingExtraError):
        return False


def _is_lines_of_json(head: bytes) -> bool:
    """Return whether JSON that begins so is objects one behind the other, or one with a city and an amount."""
    if _DATASET.search(head) is not None:
        return False
    text = head.decode(errors="replace")
    try:
        value, end = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return False
    if text[end:].lstrip().startswith("{"):
        return True
    from mycity_cli.tables.headers import read_headers

    try:
        return {"city", "amount"} <= read_headers(list(value), {}, where="").places.keys()
    except DataError:
        return False


def _is_in_cells(head: bytes) -> bool:
    """Return whether most lines of a text have what stands between cells, and not another thing in each."""
    lines = [line for line in head.splitlines() if line.strip()][:_FIRST_LINES]
    return any(2 * sum(mark in line for line in lines) > len(lines) for mark in (b",", b";", b"\t", b"|"))
