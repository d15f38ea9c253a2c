"""Databases in files: DuckDB and SQLite."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from engines.content import Content, create, in_utc, quoted


class DuckDB:
    """A file of DuckDB."""

    name = "DuckDB"

    def __init__(self, folder: Path) -> None:
        self._path = folder / "tables.duckdb"

    def load(self, table: str, content: Content, parquet: Path) -> str:
        """Put rows down as a table; return its URL."""
        import duckdb

        with duckdb.connect(self._path) as database:
            database.execute(f"CREATE TABLE {quoted(table)} AS SELECT * FROM '{parquet}' ORDER BY id")
        return f"duckdb:///{self._path}#{table}"


class SQLite:
    """A file of SQLite, which has no decimals, days and moments: they are texts, so that no digit is lost."""

    name = "SQLite"
    _TYPES = {  # noqa: RUF012
        "text": "TEXT", "integer": "INTEGER", "decimal": "TEXT", "double": "REAL",
        "date": "TEXT", "timestamp": "TEXT", "timestamptz": "TEXT",
    }  # fmt: skip

    def __init__(self, folder: Path) -> None:
        self._path = folder / "tables.sqlite"

    def load(self, table: str, content: Content, parquet: Path) -> str:
        """Put rows down as a table; return its URL."""
        marks = ", ".join("?" * len(content.columns))
        database = sqlite3.connect(self._path)
        try:
            with database:
                database.execute(create(table, content, self._TYPES))
                database.executemany(f"INSERT INTO {quoted(table)} VALUES ({marks})", in_utc(content))
        finally:
            database.close()
        return f"sqlite:///{self._path}#{table}"
