"""DuckDB: within this process for files, and for databases of its own. Its texts compare letter by letter."""

from __future__ import annotations

import errno
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar

from sqlalchemy import (
    URL,
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
    collate,
    func,
    null,
    try_cast,
)

from mycity_cli.errors import DataError
from mycity_cli.files import words_of
from mycity_cli.messages import say
from mycity_cli.tables.engines.base import SqlEngine
from mycity_cli.tables.engines.shortest import signed, written_out
from mycity_cli.tables.engines.types import Kind, Type, constant, decimal

MEMORY = "256MB"
"""What DuckDB may hold in memory; more than that it puts on disk, in a folder of its own."""

ALONE = {"enable_external_access": "false", "allow_community_extensions": "false", "lock_configuration": "true"}
"""The settings by which a database reads no file but its own, whatever its views say."""

SAFE = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}
"""The settings by which it loads nothing from the network."""


_URL = say("write duckdb:///deals.ddb#deals")

BYTES = Type(Kind.OTHER, places=-1)
"""The type of a column of bytes."""


class DuckDb(SqlEngine):
    """DuckDB, which tries casts and groups by many keys at once."""

    name: ClassVar[str] = "DuckDB"
    packages: ClassVar[Mapping[str, str]] = {"duckdb_engine": "duckdb-engine"}

    def arguments(self, url: str) -> dict[str, Any]:
        """Return what makes it read only, and keep to this file."""
        del url
        return {"read_only": True, "config": {**SAFE, **ALONE, "memory_limit": MEMORY}}

    def url(self, url: URL) -> URL:
        """Return the URL without settings, which would outdo ours. Raises DataError for what is no file of ours."""
        if url.drivername != "duckdb":
            raise DataError(say("{driver} cannot be asked", driver=url.drivername), help=_URL)
        if not url.database or url.database == ":memory:":
            raise DataError(say("names no file"), help=_URL)
        if not Path(url.database).exists():
            raise DataError(say("cannot be read: {why}", why=words_of(errno.ENOENT)))
        return URL.create("duckdb", database=url.database)

    def types(self, connection: Connection, inspector: Inspector, table: TableClause) -> dict[str, Type]:
        """Return the columns of a table: the inspector would ask for catalogues that DuckDB does not have."""
        del inspector
        name = ".".join(_quoted(each) for each in (table.schema, table.name) if each is not None)
        # As a text of SQLAlchemy's a colon in a name would be a parameter, and a parameter has its percent signs twice.
        found = connection.exec_driver_sql(f"DESCRIBE FROM {name}")
        return {own: type_named(kind) for own, kind, *_ in found}

    def key(self, inspector: Inspector, table: TableClause) -> list[str]:
        """Return none: rows come in the order in which they were put in."""
        del inspector, table
        return []

    def order(self, table: TableClause, types: Mapping[str, Type], key: Sequence[str]) -> list[ColumnElement[Any]]:
        """Return nothing: rows come in the order in which they were put in, from a view too."""
        del table, types, key
        return []

    def compared(self, cell: ColumnElement[Any], type_: Type) -> ColumnElement[Any]:
        """Return a text so that it compares letter by letter; values that are no numbers and no days are texts."""
        match type_.kind:
            case Kind.TEXT:
                return collate(cell, "C")
            case Kind.OTHER:
                return self._as_text(cell, type_)
            case _:
                return cell

    def handed_over(self, cell: ColumnElement[Any], type_: Type) -> ColumnElement[Any]:
        """Return a number or a text as it is, and all else as text: to the driver the end of time is a day."""
        match type_.kind:
            case Kind.REAL | Kind.DATE | Kind.TIME:
                return cast(cell, String)
            case Kind.INSTANT:
                return cast(func.timezone(constant("UTC"), cell), String)
            case Kind.OTHER:
                return self._as_text(cell, type_)
            case _:
                return cell

    def _as_text(self, cell: ColumnElement[Any], type_: Type) -> ColumnElement[str]:
        """Return what is no number and no day as text; bytes that are one are that text."""
        if type_ == BYTES:
            cell = func.coalesce(getattr(func, "try")(func.decode(cell)), cast(cell, String), type_=String)
        return cast(cell, String)

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
    if name in ("HUGEINT", "UHUGEINT", "BIGNUM", "VARINT"):
        return Type(Kind.WIDE)
    if name == "BLOB":
        return BYTES
    return Type(Kind.TEXT if name == "VARCHAR" else Kind.OTHER)


def _quoted(name: str) -> str:
    doubled = name.replace('"', '""')
    return f'"{doubled}"'
