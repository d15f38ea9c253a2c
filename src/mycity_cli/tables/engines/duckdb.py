"""DuckDB: within this process for files, and for databases of its own. Its texts compare letter by letter."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from sqlalchemy import (
    BigInteger,
    Boolean,
    ColumnElement,
    Connection,
    Date,
    Inspector,
    Integer,
    String,
    TableClause,
    and_,
    case,
    cast,
    func,
    null,
    select,
    text,
    try_cast,
)

from mycity_cli.tables.engines.base import SqlEngine
from mycity_cli.tables.engines.shortest import signed, written_out
from mycity_cli.tables.engines.types import Kind, Type, constant, decimal

MEMORY = "256MB"
"""What DuckDB may hold in memory; more than that it puts on disk, in a folder of its own."""

SAFE = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}
"""The settings by which it loads nothing from the network."""


class DuckDb(SqlEngine):
    """DuckDB, which tries casts and groups by many keys at once."""

    name: ClassVar[str] = "DuckDB"
    packages: ClassVar[Mapping[str, str]] = {"duckdb_engine": "duckdb-engine"}

    def arguments(self, url: str) -> dict[str, Any]:
        """Return what makes it read only, and keep to this file."""
        del url
        return {"read_only": True, "config": {**SAFE, "memory_limit": MEMORY, "enable_external_access": "false"}}

    def types(self, connection: Connection, inspector: Inspector, table: TableClause) -> dict[str, Type]:
        """Return the columns of a table: the inspector would ask for catalogues that DuckDB does not have."""
        del inspector
        query = select(text("*")).select_from(table).compile(connection)
        return {own: type_named(kind) for own, kind, *_ in connection.execute(text(f"DESCRIBE {query}"))}

    def key(self, inspector: Inspector, table: TableClause) -> list[str]:
        """Return none: rows come in the order in which they were put in."""
        del inspector, table
        return []

    def order(self, table: TableClause, types: Mapping[str, Type], key: Sequence[str]) -> list[ColumnElement[Any]]:
        """Return nothing: rows come in the order in which they were put in, from a view too."""
        del table, types, key
        return []

    def number(self, order: Sequence[ColumnElement[Any]]) -> ColumnElement[int]:
        """Return the numbers of rows in the order in which they are read, which is that of the file or table."""
        return func.row_number().over(order_by=order or None)

    def real_text(self, cell: ColumnElement[Any]) -> ColumnElement[str]:
        """Return the shortest text of a binary number; DuckDB writes an exponent from 1e16 on."""
        size = func.regexp_replace(cast(func.abs(cell), String), constant("[.]0$"), constant(""), type_=String)
        return signed(cell, written_out(size))

    def day(self, cell: ColumnElement[Any], type_: Type) -> ColumnElement[Any]:
        """Return the day; an instant's is that in UTC."""
        if type_.kind is Kind.INSTANT:
            cell = func.timezone(constant("UTC"), cell)
        return super().day(cell, type_)

    def matches(self, text: ColumnElement[Any], pattern: str) -> ColumnElement[bool]:
        """Return whether a regular expression of RE2 is found in a text."""
        return func.regexp_matches(text, constant(pattern), type_=Boolean)

    def found(self, text: ColumnElement[Any], pattern: str) -> ColumnElement[str]:
        """Return what a regular expression of RE2 finds first."""
        return func.regexp_extract(text, constant(pattern), type_=String)

    def integer(self, text: ColumnElement[Any]) -> ColumnElement[int]:
        """Return the number that a text may be cast to: one that is written otherwise too, such as 007."""
        return try_cast(text, BigInteger)

    def is_day(self, text: ColumnElement[Any]) -> ColumnElement[bool]:
        """Return whether a text is what the engine writes for the day that it casts it to."""
        return and_(func.length(text, type_=Integer) == 10, cast(try_cast(text, Date), String) == text)

    def packed(self, keys: Sequence[ColumnElement[Any]], *, unless: ColumnElement[bool]) -> ColumnElement[Any] | None:
        """Return keys as one: it groups by few keys faster than by many."""
        return case((unless, null()), else_=func.row(*keys)) if keys else None


ENGINE = DuckDb()

_INTEGERS = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT")


def type_named(name: str) -> Type:
    """Return what a column of DuckDB holds by the name of its type."""
    if name in _INTEGERS:
        return Type(Kind.INTEGER)
    if name in ("DOUBLE", "FLOAT"):
        return Type(Kind.REAL)
    if name.startswith("TIMESTAMP"):
        return Type(Kind.INSTANT if name == "TIMESTAMP WITH TIME ZONE" else Kind.TIME)
    if name == "DATE":
        return Type(Kind.DATE)
    if (found := re.fullmatch(r"DECIMAL\((\d+),(\d+)\)", name)) is not None:
        return decimal(int(found[1]), int(found[2]))
    return Type(Kind.TEXT if name == "VARCHAR" else Kind.OTHER)
