"""Tables of databases."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    ColumnClause,
    ColumnElement,
    Connection,
    Date,
    DateTime,
    Float,
    Inspector,
    Integer,
    Numeric,
    String,
    TableClause,
    cast,
    column,
    func,
    inspect,
    select,
    table,
    text,
)
from sqlalchemy.exc import NoSuchTableError, SQLAlchemyError
from sqlalchemy.sql.elements import quoted_name

from mycity_cli.errors import DataError, suggestion
from mycity_cli.tables.engine.parquet import type_of
from mycity_cli.tables.engine.raw import Kind, RawTable, Type, unreadable
from mycity_cli.tables.location import Database

_MOST_PRECISION = 27
_WITH_DECIMALS = ("duckdb", "postgresql")
"""The databases whose drivers hand over decimals as decimals."""


class DatabaseTable:
    """A table of a database that is there, with its columns and what puts its rows in an order.

    Raises DataError where it is not there.
    """

    def __init__(self, connection: Connection, database: Database) -> None:
        inspector = inspect(connection)
        schema, name = _schema_and_name(inspector, database)
        self.name = database.name
        self.types = _types(connection, inspector, name, schema)
        self._connection = connection
        self._source = _named(name, schema, *(column(quoted_name(own, quote=True)) for own in self.types))
        # DuckDB hands over rows in the order in which they were put in.
        key = [] if connection.dialect.name == "duckdb" else _key(inspector, name, schema)
        self._order = [self._source.c[own] for own in key if own in self.types]

    def first_rows(self, most: int | None) -> Iterator[Sequence[Any]]:
        """Yield the rows as the driver hands them over, no more than so many. Raises DataError for unreadable ones."""
        query = select(*map(self._whole, self.types)).order_by(*self._order).limit(most)
        try:
            yield from self._connection.execution_options(stream_results=True).execute(query)
        except SQLAlchemyError as error:
            raise unreadable(error, self.name) from error

    def _whole(self, own: str) -> ColumnElement[Any]:
        """Return a column as it can be handed over: a driver widens a binary number, and its text is the shortest."""
        cell = self._source.c[own]
        return cast(cell, String).label(own) if self.types[own].kind is Kind.REAL else cell

    def raw(self, names: Mapping[str, str]) -> RawTable:
        """Return the rows with those of their columns that our names stand for."""
        source = self._source
        rows = select(*(source.c[own].label(name) for name, own in names.items())).subquery()
        number = func.row_number().over(order_by=self._order or None).label("row")
        numbered = select(*(source.c[own].label(name) for name, own in names.items()), number).subquery()
        return RawTable(
            name=self.name,
            connection=self._connection,
            rows=rows,
            numbered=numbered,
            columns={name: name for name in names},
            types={name: self.types[own] for name, own in names.items()},
            is_unordered=True,
        )


def _named(name: str, schema: str | None, *columns: ColumnClause[Any]) -> TableClause:
    return table(
        quoted_name(name, quote=True),
        *columns,
        schema=None if schema is None else quoted_name(schema, quote=True),
    )


def _types(connection: Connection, inspector: Inspector, name: str, schema: str | None) -> dict[str, Type]:
    """Return the columns of a table with their types, in order."""
    dialect = connection.dialect.name
    if dialect != "duckdb":
        return {str(each["name"]): _type_of(each["type"], dialect) for each in inspector.get_columns(name, schema)}
    # The inspector asks DuckDB for catalogues of PostgreSQL that it does not have.
    query = select(text("*")).select_from(_named(name, schema)).compile(connection)
    return {own: type_of(kind) for own, kind, *_ in connection.execute(text(f"DESCRIBE {query}"))}


def _schema_and_name(inspector: Inspector, database: Database) -> tuple[str | None, str]:
    """Return the schema and the name of a table or view. Raises DataError where there is none."""
    schema, point, name = database.table.rpartition(".")
    if database.table in _names(inspector, None):
        return None, database.table
    if point and name in _names(inspector, schema):
        return schema, name
    known = _names(inspector, None)
    raise DataError(f"has no table '{database.table}'", where=database.name, help=suggestion(database.table, known))


def _names(inspector: Inspector, schema: str | None) -> list[str]:
    try:
        return [*inspector.get_table_names(schema), *inspector.get_view_names(schema)]
    except SQLAlchemyError:
        return []


def _key(inspector: Inspector, name: str, schema: str | None) -> list[str]:
    """Return the columns of the primary key, by which rows are numbered."""
    try:
        return list(inspector.get_pk_constraint(name, schema)["constrained_columns"])
    except (NoSuchTableError, NotImplementedError, KeyError):
        return []


def _type_of(type_: Any, dialect: str) -> Type:
    if isinstance(type_, Integer):
        return Type(Kind.INTEGER)
    if isinstance(type_, Float):
        return Type(Kind.REAL)
    if isinstance(type_, Numeric):
        fits = type_.precision is not None and type_.precision <= _MOST_PRECISION and dialect in _WITH_DECIMALS
        return Type(Kind.DECIMAL, type_.scale or 0) if fits else Type(Kind.OTHER)
    if isinstance(type_, DateTime):
        return Type(Kind.TIME)
    if isinstance(type_, Date):
        return Type(Kind.DATE)
    return Type(Kind.TEXT if isinstance(type_, String) else Kind.OTHER)
