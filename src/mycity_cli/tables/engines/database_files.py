"""Databases in files: which kind a file is by its first bytes, and which tables it has.

It needs no library until it looks into one: `location` asks before anything is read.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Literal

from mycity_cli.errors import DataError
from mycity_cli.messages import say
from mycity_cli.tables.extra import missing

EXAMPLE = "duckdb:///deals.ddb#deals"
"""What names a table of a database, as errors show it."""

KNOWN = say("a database of SQLite or DuckDB can be read")
"""Which databases in files are read, as errors say it."""

_SQLITE = b"SQLite format 3\0"
_DUCKDB = b"DUCK"

DatabaseKind = Literal["sqlite", "duckdb"]


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


def is_utf8(name: str) -> bool:
    """Return whether the name of a file is UTF-8: DuckDB cannot be told another one."""
    return not any("\ud800" <= character <= "\udfff" for character in name)


def require_utf8(name: str, where: str) -> None:
    """Raise DataError for the name of a file that DuckDB is to read, and is no UTF-8."""
    if not is_utf8(name):
        raise DataError(say("cannot be read: its name is no UTF-8"), where=where, help=say("give it another name"))


def require_name(kind: str, name: str, where: str) -> None:
    """Raise DataError for the name of a database that its engine, which its kind or its URL says, cannot be told."""
    if kind.startswith("duckdb"):
        require_utf8(name, where)


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
        raise DataError(say("cannot be read: {why}", why=error), where=str(path)) from error


def _in_duckdb(path: Path) -> list[str]:
    try:
        import duckdb
    except ImportError as error:
        raise missing(say("databases of DuckDB are read by duckdb, which is not installed")) from error
    query = "SELECT table_name FROM information_schema.tables WHERE table_schema = 'main' ORDER BY table_name"
    try:
        with duckdb.connect(str(path.absolute()), read_only=True) as database:
            return [name for (name,) in database.execute(query).fetchall()]
    except duckdb.Error as error:
        why = str(error).partition("\n")[0]
        raise DataError(say("cannot be read: {why}", why=why), where=str(path)) from error
