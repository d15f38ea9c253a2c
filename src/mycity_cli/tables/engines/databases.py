"""Tables of databases."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Inspector,
    TableClause,
    column,
    func,
    inspect,
    literal,
    select,
    table,
)
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.sql.elements import quoted_name

from mycity_cli.errors import DataError, suggestion
from mycity_cli.messages import say
from mycity_cli.tables.engines.base import SqlEngine
from mycity_cli.tables.engines.raw import RawTable, filled, unreadable
from mycity_cli.tables.engines.types import Type
from mycity_cli.tables.location import Database


class DatabaseTable:
    """A table of a database that is there, with its columns and what puts its rows in an order.

    Raises DataError where it is not there.
    """

    def __init__(self, connection: Connection, engine: SqlEngine, database: Database) -> None:
        self.name = database.name
        self._connection = connection
        self._engine = engine
        try:
            inspector = inspect(connection)
            schema, name = _schema_and_name(engine, inspector, database)
            bare = _named(name, schema)
            self.types = engine.types(connection, inspector, bare)
            key = engine.key(inspector, bare)
        except SQLAlchemyError as error:
            raise unreadable(error, self.name) from error
        self._source = _named(name, schema, *self.types)
        self._order = engine.order(self._source, self.types, key)

    def first_rows(self, most: int, counted: int) -> tuple[list[Sequence[Any]], int]:
        """Return some rows, at most so many, and how many there are, counted up to a number.

        Where to count takes long, more than `most` rows are as many as would be counted. Raises DataError for
        unreadable ones.
        """
        few = select(literal(1).label("one")).select_from(self._source).limit(counted).subquery()
        number = (
            select(func.count()).select_from(few).scalar_subquery() if self._engine.counts_rows else literal(counted)
        )
        query = select(*map(self._whole, self.types), number.label("mycity_rows")).limit(most + 1)
        try:
            found = self._connection.execute(query).all()
        except SQLAlchemyError as error:
            raise unreadable(error, self.name) from error
        return [row[:-1] for row in found[:most]], int(found[0][-1]) if len(found) > most else len(found)

    def rows(self) -> Iterator[Sequence[Any]]:
        """Yield all rows in order, as the driver hands them over. Raises DataError for unreadable ones."""
        query = select(*map(self._whole, self.types)).order_by(*self._order)
        try:
            yield from self._connection.execution_options(stream_results=True).execute(query)
        except SQLAlchemyError as error:
            raise unreadable(error, self.name) from error

    def _whole(self, own: str) -> ColumnElement[Any]:
        """Return a column as it can be handed over: a driver widens a binary number, and its text is the shortest."""
        cell = self._source.c[own]
        return self._engine.handed_over(cell, self.types[own]).label(own)

    def raw(self, names: Mapping[str, str]) -> RawTable:
        """Return the rows with those of their columns that our names stand for."""
        return replace(self._raw(names), solid=lambda: self._raw(names, without_blank=True))

    def _raw(self, names: Mapping[str, str], *, without_blank: bool = False) -> RawTable:
        source = self._source
        cells = [self._engine.compared(source.c[own], self.types[own]).label(name) for name, own in names.items()]
        number, place = self._engine.number(self._order), self._engine.place(self._order)

        def rows(*more: ColumnElement[Any]) -> FromClause:
            query = select(*cells, *(each.label("row") for each in more))
            return filled(query, self._engine, self._cells()) if without_blank else query.subquery()

        return RawTable(
            name=self.name,
            engine=self._engine,
            connection=self._connection,
            rows=rows(),
            numbered=rows(number),
            columns={name: name for name in names},
            types={name: self.types[own] for name, own in names.items()},
            is_unordered=True,
            placed=None if place is None else rows(place),
        )

    def _cells(self) -> list[tuple[ColumnElement[Any], Type]]:
        """Return the cells of a row in all columns, each with its type."""
        return [(self._engine.compared(self._source.c[own], type_), type_) for own, type_ in self.types.items()]


def _named(name: str, schema: str | None, *columns: str) -> TableClause:
    return table(
        quoted_name(name, quote=True),
        *(column(quoted_name(each, quote=True)) for each in columns),
        schema=None if schema is None else quoted_name(schema, quote=True),
    )


def _schema_and_name(engine: SqlEngine, inspector: Inspector, database: Database) -> tuple[str | None, str]:
    """Return the schema and the name of a table or view. Raises DataError where there is none."""
    schema, point, name = database.table.rpartition(".")
    known = engine.tables(inspector, None)
    if database.table in known:
        return None, database.table
    if point and name in engine.tables(inspector, schema):
        return schema, name
    message = say("has no table '{table}'", table=database.table)
    raise DataError(message, where=database.name, help=suggestion(database.table, known))
