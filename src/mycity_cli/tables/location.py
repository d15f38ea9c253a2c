"""Where a table is: files by their ending, or a table of a database by its URL."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from enum import StrEnum
from glob import glob, has_magic
from pathlib import Path
from typing import NamedTuple

from mycity_cli.errors import DataError, UsageError


class FileFormat(StrEnum):
    """The formats of files that are tables."""

    CSV = "csv"
    TSV = "tsv"
    JSON_LINES = "jsonl"
    JSON = "json"
    EXCEL = "xlsx"
    PARQUET = "parquet"


_ENDINGS = {
    ".csv": FileFormat.CSV,
    ".tsv": FileFormat.TSV,
    ".tab": FileFormat.TSV,
    ".jsonl": FileFormat.JSON_LINES,
    ".ndjson": FileFormat.JSON_LINES,
    ".parquet": FileFormat.PARQUET,
}
_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.]+://")
_PASSWORD = re.compile(r"(?<=://)([^:@/]*):(.*)@", re.DOTALL)


class Files(NamedTuple):
    """The files of one format that together are a table; `name` is what errors call them."""

    format: FileFormat
    paths: tuple[Path, ...]
    name: str


class Database(NamedTuple):
    """A table of a database. `name` is what errors call it: the URL without its password."""

    url: str
    table: str
    name: str


def is_table(data: str | None) -> bool:
    """Return whether what the user gave as data is a table, and not a dataset."""
    return data is not None and (is_database(data) or Path(data).suffix.lower() in _ENDINGS)


def is_database(data: str) -> bool:
    """Return whether what the user gave as data is the URL of a database."""
    return _URL.match(data) is not None


def delimiter_of(header: str, format: FileFormat) -> str:
    """Return what stands between the cells of a line; spreadsheets in many countries write semicolons."""
    if format is FileFormat.TSV:
        return "\t"
    return ";" if ";" in header and "," not in header else ","


def file_format(path: Path) -> FileFormat:
    """Return the format of a file that is a table, by its ending."""
    return _ENDINGS[path.suffix.lower()]


def locate(data: str) -> Files | Database:
    """Return where a table is.

    Raises DataError for a file that is not there or cannot be read, UsageError for a URL that names no table.
    """
    return _database(data) if is_database(data) else _files(data)


def hidden(url: str) -> str:
    """Return a URL without its password."""
    return _PASSWORD.sub(r"\1:***@", url)


def _database(data: str) -> Database:
    url, _, table = data.rpartition("#")
    if not url or not table:
        message = "names no table"
        raise UsageError(
            message, where=hidden(data), help="write the name of the table after #: duckdb:///deals.ddb#deals"
        )
    return Database(url, table, hidden(data))


def _files(data: str) -> Files:
    format = file_format(Path(data))
    paths: Sequence[Path] = (Path(data),)
    if has_magic(data) and not Path(data).exists():
        paths = [Path(found) for found in sorted(glob(data, recursive=True))]  # noqa: PTH207  # a pattern of any kind
        if not paths:
            raise DataError("no file has such a name", where=data, help="see the names with: ls")
    for path in paths:
        _require_readable(path)
    return Files(format, tuple(paths), data)


def _require_readable(path: Path) -> None:
    """Raise DataError where a file cannot be read, or holds nothing."""
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            # It is read more than once: a pipe would be empty the second time, and be waited for without end.
            raise DataError("is no file that can be read twice", where=str(path), help="save it as a file first")
        with path.open("rb") as stream:
            size = os.fstat(stream.fileno()).st_size
    except OSError as error:
        raise DataError(f"cannot be read: {error.strerror}", where=str(path)) from error
    if size == 0:
        raise DataError("is empty", where=str(path), help="a table has a header line, or at least one row")
