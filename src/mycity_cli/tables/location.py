"""Where a table is: files by their ending, or a table of a database by its URL or its file."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from glob import glob, has_magic
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from mycity_cli.errors import DataError, UsageError
from mycity_cli.files import system_words
from mycity_cli.formats import DATABASES, TABLES, FileFormat
from mycity_cli.messages import listed, say
from mycity_cli.passwords import hidden
from mycity_cli.tables import peeking
from mycity_cli.tables.engines.database_files import (
    EXAMPLE,
    KNOWN,
    database_kind,
    is_dataset_in_sqlite,
    require_name,
    require_utf8,
    tables_in,
)

ENDINGS = (*TABLES, *DATABASES)
"""The endings of files that are tables, or hold some."""

_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.]+://")


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
    """Return whether what the user gave as data is a table, and not a dataset.

    No file is opened but one of JSON, and a database: either may be a dataset.
    """
    if data is None or is_database(data):
        return data is not None
    if (path := _database_file(data)[0]) is not None:
        return database_kind(path) is not None and not is_dataset_in_sqlite(path)
    match _format(Path(data)):
        case None:
            return False
        case FileFormat.JSON:
            found = _paths(data)
            return bool(found) and peeking.is_table_in_json(peeking.beginning(found[0]))
    return True


def is_format(path: Path) -> bool:
    """Return whether the ending of a file says that it is a table, or holds one."""
    return _format(path) is not None or path.suffix.lower() in DATABASES


def is_table_file(data: str) -> bool:
    """Return whether what the user gave as data is one file that is a table, by its name: no pattern, no database."""
    is_pattern = has_magic(data) and not Path(data).exists()
    return not is_database(data) and not is_pattern and _format(Path(data)) is not None


def format_of_name(data: str) -> FileFormat | None:
    """Return the format that the name of files says, None for a database and what has another ending."""
    return None if is_database(data) else _format(Path(data))


def is_database(data: str) -> bool:
    """Return whether what the user gave as data is the URL of a database."""
    return _URL.match(data) is not None


def delimiter_of(header: str, format: FileFormat) -> str:
    """Return what stands between the cells of a line; spreadsheets in many countries write semicolons."""
    if format is FileFormat.TSV:
        return "\t"
    return ";" if ";" in header and "," not in header else ","


def file_format(path: Path) -> FileFormat:
    """Return the format of a file that is a table, by its ending; .gz and .zst behind it say that it is compressed."""
    format = _format(path)
    if format is None:
        raise UsageError(say("no format of tables has such an ending"), where=str(path), help=_ENDINGS_HELP)
    return format


_ENDINGS_HELP = say("known: {endings}, and .gz or .zst behind one of texts", endings=listed(ENDINGS))


def _format(path: Path) -> FileFormat | None:
    inner = path.with_suffix("") if path.suffix.lower() in peeking.COMPRESSED else path
    return TABLES.get(inner.suffix.lower())


def locate(data: str, format: FileFormat | None = None) -> Files | Database:
    """Return where a table is; `format` is that of a file whose ending does not say it.

    Raises DataError for a file that is not there or cannot be read, UsageError for a URL or a database that names no
    table.
    """
    if is_database(data):
        return _database(data)
    path, table = _database_file(data)
    return _in_file(path, table) if path is not None and format is None else _files(data, format)


def _database(data: str) -> Database:
    url, _, table = data.rpartition("#")
    if not url or not table:
        help = say("write the name of the table after #: {example}", example=EXAMPLE)
        raise UsageError(say("names no table"), where=hidden(data), help=help)
    require_name(url, url, hidden(data))
    return Database(url, table, hidden(data))


def _database_file(data: str) -> tuple[Path | None, str]:
    """Return the file of a database that data names, None where it names none, and the table that is named behind #."""
    if Path(data).suffix.lower() in DATABASES and (Path(data).exists() or "#" not in data):
        return Path(data), ""
    name, _, table = data.rpartition("#")
    # The name of a table may hold the sign too: then the file is before one of those that come first.
    for at in (at for at, sign in enumerate(data) if sign == "#"):
        if Path(data[:at]).suffix.lower() in DATABASES and Path(data[:at]).is_file():
            name, table = data[:at], data[at + 1 :]
            break
    return (Path(name), table) if Path(name).suffix.lower() in DATABASES else (None, "")


def _in_file(path: Path, table: str) -> Database:
    _require_readable(path)
    kind = database_kind(path)
    if kind is None:
        raise DataError(say("is no database that can be read"), where=str(path), help=KNOWN)
    require_name(kind, str(path.absolute()), str(path))
    tables = tables_in(path, kind)
    if not table and len(tables) != 1:
        if not tables:
            raise UsageError(say("has no table"), where=str(path))
        help = say("name one: {names}", names=listed(f"{path}#{each}" for each in tables[:8]))
        raise UsageError(say("has several tables"), where=str(path), help=help)
    table = table or tables[0]
    return Database(f"{kind}:///{quote(os.fsencode(path.absolute()))}", table, f"{path}#{table}")


def _files(data: str, format: FileFormat | None) -> Files:
    format = format or file_format(Path(data))
    paths = _paths(data)
    if not paths:
        raise DataError(say("no file has such a name"), where=data, help=say("see the names with: ls"))
    for path in paths:
        _require_readable(path)
        if format is FileFormat.PARQUET:
            require_utf8(str(path.absolute()), str(path))
    return Files(format, tuple(paths), data)


def _paths(data: str) -> Sequence[Path]:
    """Return the file that data names, or those that fit where it is a pattern."""
    if has_magic(data) and not Path(data).exists():
        return [Path(found) for found in sorted(glob(data, recursive=True))]  # noqa: PTH207  # a pattern of any kind
    return [Path(data)]


def _require_readable(path: Path) -> None:
    """Raise DataError where a file cannot be read, or holds nothing."""
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            # It is read more than once: a pipe would be empty the second time, and be waited for without end.
            help = say("save it as a file first")
            raise DataError(say("is no file that can be read twice"), where=str(path), help=help)
        with path.open("rb") as stream:
            size = os.fstat(stream.fileno()).st_size
    except OSError as error:
        raise DataError(say("cannot be read: {why}", why=system_words(error)), where=str(path)) from error
    if size == 0:
        raise DataError(say("is empty"), where=str(path), help=say("a table has a header line, or at least one row"))
