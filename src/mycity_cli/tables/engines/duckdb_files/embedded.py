"""The DuckDB within this process, as SQLAlchemy sees it: no more than queries on files need.

The dialect of the package duckdb-engine builds on that of PostgreSQL and opens further databases only to ask for names
of settings and keywords. That is a good part of the time that a total takes, so it is kept for databases of their own.
"""

from __future__ import annotations

from typing import Any

import duckdb
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.sql.compiler import IdentifierPreparer, SQLCompiler


class _Cursor:
    """The one connection, seen as a cursor. DuckDB's own cursors do not see what the others have put down."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection

    def execute(self, statement: str, parameters: Any = None) -> None:
        self._connection.execute(statement, parameters)

    def close(self) -> None:
        """Leave the connection open."""

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)


class _Connection:
    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection

    def cursor(self) -> _Cursor:
        return _Cursor(self._connection)

    def close(self) -> None:
        self._connection.close()


class _Compiler(SQLCompiler):
    def visit_try_cast(self, cast: Any, **options: Any) -> str:
        return f"TRY_{super().visit_cast(cast, **options)}"  # type: ignore[no-untyped-call]


class _Quoting(IdentifierPreparer):
    def _requires_quotes(self, value: str) -> bool:
        return True  # for which words DuckDB does, only DuckDB knows


class Embedded(DefaultDialect):
    """DuckDB in memory, which only reads: every query stands for itself."""

    name = "duckdb"
    driver = "embedded"
    statement_compiler = _Compiler
    preparer = _Quoting
    supports_native_boolean = True
    supports_native_decimal = True
    supports_statement_cache = True

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"paramstyle": "numeric_dollar", **options})

    @classmethod
    def import_dbapi(cls) -> Any:
        """Return the module of DuckDB."""
        return duckdb

    def connect(self, *arguments: Any, **options: Any) -> Any:
        """Return a connection to a database of its own."""
        return _Connection(duckdb.connect(":memory:", config=options["config"]))

    def do_begin(self, dbapi_connection: Any) -> None:
        """Begin nothing."""

    def do_rollback(self, dbapi_connection: Any) -> None:
        """Take nothing back."""

    def do_commit(self, dbapi_connection: Any) -> None:
        """Keep nothing."""
