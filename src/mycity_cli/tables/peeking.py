"""What a file is, by its first bytes: whether it is compressed, a table or a dataset, and which tables a database has.

It looks at no more than it must: `location` asks before anything is read.
"""

from __future__ import annotations

import codecs
import re
from contextlib import closing
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Literal, cast

from mycity_cli.errors import DataError, MissingExtraError
from mycity_cli.tables.extra import missing

COMPRESSED = (".gz", ".zst")
"""The endings of files that are compressed."""

GZIP = b"\x1f\x8b"
ZSTANDARD = b"\x28\xb5\x2f\xfd"
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PARQUET = b"PAR1"
_SQLITE = b"SQLite format 3\0"
_DUCKDB = b"DUCK"

_ENOUGH = 1 << 16
"""The bytes by which a file of JSON is known to be a table or a dataset."""

_LISTS = rb'"(?:places|sources|conferences|signings|facts|claims)"\s*:'
_DATASET = re.compile(_LISTS)
_ARRAY = re.compile(rb"\s*\[\s*\{")
_LINES = re.compile(rb"\s*\{[^\n]*\}[ \t\r]*\n\s*\{")
_ROWS = re.compile(rb'"(?:[^"\\]|\\.)*"\s*:\s*\[\s*\{')

_JSON = re.compile(rb'(?:\xef\xbb\xbf)?\s*(?:\[\s*[\[{"\d\]-]|\{\s*["}])')

DatabaseKind = Literal["sqlite", "duckdb"]


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
        raise missing("compressed files are read by zstandard", "is") from error
    reader: BinaryIO = zstandard.ZstdDecompressor().stream_reader(stream, read_across_frames=True)
    return reader


def is_table_in_json(content: bytes) -> bool:
    """Return whether JSON that begins so is a table: an array of objects, or an object with one that is no dataset."""
    content = content.removeprefix(codecs.BOM_UTF8)
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        content = content.decode("utf-16", errors="ignore").encode()
    if _ARRAY.match(content) is not None:
        return True
    head = content[:_ENOUGH]
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


def database_kind(path: Path) -> DatabaseKind | None:
    """Return what kind of a database a file is, None where it is none or cannot be read."""
    try:
        if not path.is_file():
            return None
        with path.open("rb") as stream:
            head = stream.read(16)
    except OSError:
        return None
    if head == _SQLITE:
        return "sqlite"
    return "duckdb" if head[8:12] == _DUCKDB else None


def is_dataset_in_sqlite(path: Path) -> bool:
    """Return whether a file is a dataset as `mycity data convert` writes it to SQLite."""
    if database_kind(path) != "sqlite":
        return False
    try:
        return {"dataset", "signings", "places"} <= set(tables_in(path, "sqlite"))
    except DataError:
        return False


def tables_in(path: Path, kind: DatabaseKind) -> list[str]:
    """Return the names of the tables and views in a database. Raises DataError where it cannot be read."""
    return _in_sqlite(path) if kind == "sqlite" else _in_duckdb(path)


def _in_sqlite(path: Path) -> list[str]:
    import sqlite3

    query = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%' ORDER BY name"
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as database:
            return [name for (name,) in database.execute(query)]
    except sqlite3.Error as error:
        raise DataError(f"cannot be read: {error}", where=str(path)) from error


def _in_duckdb(path: Path) -> list[str]:
    try:
        import duckdb
    except ImportError as error:
        raise missing("databases of DuckDB are read by duckdb", "is") from error
    query = "SELECT table_name FROM information_schema.tables WHERE table_schema = 'main' ORDER BY table_name"
    try:
        with duckdb.connect(str(path.absolute()), read_only=True) as database:
            return [name for (name,) in database.execute(query).fetchall()]
    except duckdb.Error as error:
        raise DataError(f"cannot be read: {str(error).partition(chr(10))[0]}", where=str(path)) from error
