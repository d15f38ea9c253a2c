"""Connections: to DuckDB within this process, which reads files, and to other databases by their URLs."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

from mycity_cli.errors import DataError, MissingExtraError
from mycity_cli.messages import any_of, say
from mycity_cli.passwords import hidden_of
from mycity_cli.tables.engines.choosing import engine_of
from mycity_cli.tables.extra import missing
from mycity_cli.tables.location import Database

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from mycity_cli.tables.engines.base import SqlEngine

_EMBEDDED = "duckdb+embedded"


@contextmanager
def embedded() -> Iterator[Connection]:
    """Give a connection to a DuckDB in memory. It loads nothing from the network."""
    try:
        from sqlalchemy import create_engine
        from sqlalchemy.dialects import registry

        from mycity_cli.tables.engines.duckdb import MEMORY, SAFE
    except ImportError as error:
        raise _missing() from error
    registry.register("duckdb.embedded", "mycity_cli.tables.engines.duckdb_files.embedded", "Embedded")
    folder = tempfile.mkdtemp(prefix="mycity-")
    settings = {"memory_limit": MEMORY, "temp_directory": folder, **SAFE}
    try:
        engine = create_engine(f"{_EMBEDDED}://", connect_args={"config": settings})
        with _connected(engine, "DuckDB", "") as connection:
            yield connection
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def connected(database: Database) -> Iterator[tuple[Connection, SqlEngine]]:
    """Give a connection that reads a database and never writes to it, and what its engine can do.

    Raises DataError where no engine is known by such a URL, or the database cannot be reached, and MissingExtraError
    where a driver is not installed.
    """
    engine_of_sql = _known(database)
    engine = _created(database, engine_of_sql)
    with _connected(engine, database.name, database.url) as connection:
        _prepare(engine_of_sql, connection, database)
        yield connection, engine_of_sql


def _prepare(engine: SqlEngine, connection: Connection, database: Database) -> None:
    from sqlalchemy.exc import SQLAlchemyError

    try:
        engine.prepare(connection)
    except DataError as error:
        raise DataError(error.message, where=database.name, help=error.help) from error
    except SQLAlchemyError as error:
        raise _unreachable(error, database.url, database.name) from error


def _known(database: Database) -> SqlEngine:
    try:
        import sqlalchemy  # noqa: F401  # a module of an engine may have been imported before it was missing

        return engine_of(database.url, database.name)
    except ImportError as error:
        raise _missing() from error


@contextmanager
def _connected(engine: Engine, name: str, url: str) -> Iterator[Connection]:
    try:
        try:
            connection = engine.connect()
        except Exception as error:  # a driver raises what it likes: TypeError for what a URL tells it beside the rest
            raise _unreachable(error, url, name) from error
        with connection:
            yield connection
    finally:
        engine.dispose()


def _created(database: Database, engine: SqlEngine) -> Engine:
    """Return the engine of SQLAlchemy for a database. Raises DataError for a URL that is none."""
    from sqlalchemy import create_engine, make_url
    from sqlalchemy.exc import ArgumentError, NoSuchModuleError

    _require_driver(engine, database)
    try:
        arguments: dict[str, Any] = engine.arguments(database.url)
        return create_engine(engine.url(make_url(database.url)), connect_args=arguments)
    except DataError as error:
        raise DataError(error.message, where=database.name, help=error.help) from error
    except (ArgumentError, ValueError) as error:
        message = say("is no URL of a database that can be understood")
        help = say("write a URL such as postgresql+psycopg://host/name#table")
        raise DataError(message, where=database.name, help=help) from error
    except NoSuchModuleError as error:
        raise _no_driver(engine, str(error).rpartition(":")[2].rpartition(".")[2], database) from error
    except ImportError as error:
        raise _no_driver(engine, str(error.name or error).partition(".")[0], database) from error


def _require_driver(engine: SqlEngine, database: Database) -> None:
    """Raise DataError for a driver that an engine is not asked by: some wait for others, some are not tried."""
    name, _, driver = database.url.partition("://")[0].lower().partition("+")
    if driver and engine.drivers and driver not in engine.drivers:
        message = say("{engine} is not asked by the driver '{driver}'", engine=engine.name, driver=driver)
        help = say("write {drivers} before ://", drivers=any_of(f"{name}+{each}" for each in engine.drivers))
        raise DataError(message, where=database.name, help=help)


def _no_driver(engine: SqlEngine, module: str, database: Database) -> MissingExtraError:
    package = engine.packages.get(module, module)
    message = say("the driver of {engine} is not installed: {module}", engine=engine.name, module=module)
    return MissingExtraError(message, where=database.name, help=say("pip install '{package}'", package=package))


def _missing() -> MissingExtraError:
    return missing(say("tables are read by SQLAlchemy and DuckDB, which are not installed"))


def _unreachable(error: Exception, url: str, name: str) -> DataError:
    from mycity_cli.tables.engines.raw import reason

    # Drivers repeat what they were given, and what they were given holds the password.
    why = reason(error, partial(hidden_of, url))
    return DataError(say("cannot be read: {why}", why=why), where=name)
