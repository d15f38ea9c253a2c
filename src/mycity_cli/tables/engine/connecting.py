"""Connections: to DuckDB within this process, which reads files, and to other databases by their URLs."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from mycity_cli.errors import DataError, MissingExtraError
from mycity_cli.tables.extra import missing
from mycity_cli.tables.location import Database

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

MEMORY = "256MB"
"""What DuckDB may hold in memory; more than that it puts on disk, in a folder of its own."""

_EMBEDDED = "duckdb+embedded://"

_TIMEOUT = 10
"""Seconds after which a database that does not answer is given up."""


@contextmanager
def embedded() -> Iterator[Connection]:
    """Give a connection to a DuckDB in memory. It loads nothing from the network."""
    folder = tempfile.mkdtemp(prefix="mycity-")
    settings = {"memory_limit": MEMORY, "temp_directory": folder, **_SAFE}
    try:
        with _connected(_EMBEDDED, "DuckDB", {"config": settings}) as connection:
            yield connection
    finally:
        shutil.rmtree(folder, ignore_errors=True)


_SAFE = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}


@contextmanager
def connected(database: Database) -> Iterator[Connection]:
    """Give a connection that reads a database and never writes to it.

    Raises DataError where the database cannot be reached, UsageError for a URL of no kind that is known.
    """
    with _connected(database.url, database.name, _arguments(database.url)) as connection:
        yield connection


def _arguments(url: str) -> dict[str, Any]:
    """Return what the driver of a database is told: to read only, and not to wait for ever."""
    kind = url.partition("://")[0].partition("+")[0]
    match kind:
        case "duckdb":
            safe = {**_SAFE, "memory_limit": MEMORY, "enable_external_access": "false"}
            return {"read_only": True, "config": safe}
        case "postgresql":
            return {"connect_timeout": _TIMEOUT, "options": "-c default_transaction_read_only=on"}
    return {}


@contextmanager
def _connected(url: str, name: str, arguments: dict[str, Any]) -> Iterator[Connection]:
    try:
        from sqlalchemy.exc import SQLAlchemyError
    except ImportError as error:
        raise _missing() from error
    engine = _engine(url, name, arguments)
    try:
        try:
            connection = engine.connect()
        except SQLAlchemyError as error:
            raise _unreachable(error, url, name) from error
        with connection:
            yield connection
    finally:
        engine.dispose()


def _engine(url: str, name: str, arguments: dict[str, Any]) -> Engine:
    from sqlalchemy import create_engine
    from sqlalchemy.dialects import registry
    from sqlalchemy.exc import ArgumentError, NoSuchModuleError

    registry.register("duckdb.embedded", "mycity_cli.tables.engine.dialect", "Embedded")
    try:
        return create_engine(url, connect_args=arguments)
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        message = "no database that SQLAlchemy knows has such a URL"
        raise DataError(message, where=name, help="write a URL such as postgresql+psycopg://host/name#table") from error
    except ImportError as error:
        if url.startswith("duckdb"):
            raise _missing() from error
        raise MissingExtraError(
            f"its driver is not installed: {error.name}", where=name, help=f"pip install {error.name}"
        ) from error


def _missing() -> MissingExtraError:
    return missing("tables are read by SQLAlchemy and DuckDB")


def _unreachable(error: Exception, url: str, name: str) -> DataError:
    from sqlalchemy import make_url

    from mycity_cli.tables.location import hidden

    # Drivers repeat what they were given, and what they were given holds the password.
    first = str(getattr(error, "orig", None) or error).strip().partition("\n")[0]
    password = make_url(url).password
    told = hidden(first).replace(str(password), "***") if password else hidden(first)
    return DataError(f"cannot be read: {told}", where=name)
