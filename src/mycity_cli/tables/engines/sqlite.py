"""SQLite, whose columns hold values of any kind, whatever they are said to hold: each is read by what it is."""

from __future__ import annotations

import errno
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import quote, unquote, urlsplit

from sqlalchemy import (
    URL,
    BigInteger,
    ColumnClause,
    ColumnElement,
    Connection,
    Inspector,
    Integer,
    LargeBinary,
    Select,
    String,
    TableClause,
    and_,
    case,
    cast,
    collate,
    column,
    func,
    literal_column,
    null,
    select,
)
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.sql.elements import quoted_name

from mycity_cli.errors import DataError
from mycity_cli.files import words_of
from mycity_cli.messages import say
from mycity_cli.tables.engines.base import SqlEngine
from mycity_cli.tables.engines.sqlite_functions import FOUND, MATCHES, TEXT_OF, functions, text_factory
from mycity_cli.tables.engines.types import TEXT, Kind, Type, constant

_DRIVERS = ("sqlite", "sqlite+pysqlite")
_KEPT = ("immutable", "nolock")
"""What a URL may say of how its file is opened: nothing of it lets anybody write."""

_ROW_IDS = ("rowid", "_rowid_", "oid")
"""The names of the number that SQLite gives to the rows of a table, of which columns may take some."""

_BILLION = 10**9
_MOST = 10**18
"""The first number that has more digits than are added up as numbers."""


_URL = say("write sqlite:///deals.db#deals")


class Sqlite(SqlEngine):
    """SQLite, within this process.

    Its integers have 64 bits, so that sums are those of two addends. Regular expressions, and the texts of binary
    numbers and of bytes, are functions of this process.
    """

    name: ClassVar[str] = "SQLite"
    integer_digits: ClassVar[int] = 18

    # --- connections ---------------------------------------------------------------------------------------------

    def url(self, url: URL) -> URL:
        """Return the URL by which the file is read only. Raises DataError where it is not there."""
        if url.drivername not in _DRIVERS:
            raise DataError(say("{driver} cannot be asked", driver=url.drivername), help=_URL)
        path = url.database or ":memory:"
        if path.startswith("file:"):
            path = unquote(urlsplit(path).path)
        if path in ("", ":memory:"):
            raise DataError(say("names no file"), help=_URL)
        if not Path(path).exists():
            raise DataError(say("cannot be read: {why}", why=words_of(errno.ENOENT)))
        kept = {name: value for name, value in url.query.items() if name in _KEPT}
        # With no scheme of its own the path would be opened for writing, and made where it is not there.
        return URL.create("sqlite", database=f"file:{quote(path)}", query={**kept, "mode": "ro", "uri": "true"})

    def prepare(self, connection: Connection) -> None:
        """Make a new session read only, have it see one state of the database, and give it our functions."""
        connection.exec_driver_sql("PRAGMA query_only = ON")
        encoding = str(connection.exec_driver_sql("PRAGMA encoding").scalar())
        driver: Any = connection.connection.driver_connection
        driver.text_factory = text_factory
        for name, (number, function) in functions(encoding).items():
            driver.create_function(name, number, function, deterministic=True)
        connection.exec_driver_sql("BEGIN")

    # --- the catalogue -------------------------------------------------------------------------------------------

    def types(self, connection: Connection, inspector: Inspector, table: TableClause) -> dict[str, Type]:
        """Return the columns of a table: all may hold texts but those that are said to be integers and are."""
        found = inspector.get_columns(table.name, table.schema)
        own = {str(each["name"]): TEXT for each in found}
        said = [str(each["name"]) for each in found if isinstance(each["type"], Integer)]
        if not said or table.name not in inspector.get_table_names(table.schema):
            return own
        cells: list[ColumnClause[Any]] = [column(quoted_name(name, quote=True)) for name in said]
        odd = connection.execute(select(*(func.max(_is_odd(cell)) for cell in cells)).select_from(table)).one()
        return own | {name: Type(Kind.INTEGER) for name, is_odd in zip(said, odd, strict=True) if not is_odd}

    def key(self, inspector: Inspector, table: TableClause) -> list[str]:
        """Return what the number of a row is called, where rows have one; else the columns of the primary key."""
        columns = {str(each["name"]).lower() for each in inspector.get_columns(table.name, table.schema)}
        name = next((each for each in _ROW_IDS if each not in columns), None)
        if name is None or table.name not in inspector.get_table_names(table.schema):
            return super().key(inspector, table)
        connection = inspector.bind
        if not isinstance(connection, Connection):
            return super().key(inspector, table)
        try:
            connection.execute(select(literal_column(name)).select_from(table).limit(1)).all()
        except SQLAlchemyError:
            return super().key(inspector, table)
        return [name]

    def order(self, table: TableClause, types: Mapping[str, Type], key: Sequence[str]) -> list[ColumnElement[Any]]:
        """Return the number of a row, or else its key or all its cells, in SQLite's own order of values."""
        if len(key) == 1 and key[0] in _ROW_IDS and key[0] not in types:
            return [literal_column(key[0], Integer)]
        own = key if key and all(each in types for each in key) else list(types)
        return [collate(table.c[each], "BINARY") for each in own]

    # --- cells ---------------------------------------------------------------------------------------------------

    def compared(self, cell: ColumnElement[Any], type_: Type) -> ColumnElement[Any]:
        """Return the text of a cell; what is made by CASE has no collation and no affinity of its own."""
        if type_.kind is Kind.INTEGER:
            return cell
        text: ColumnElement[Any] = getattr(func, TEXT_OF)(cell, type_=String)
        kinds = {"text": cell, "integer": cast(cell, String), "null": null()}
        return case({constant(kind): each for kind, each in kinds.items()}, value=func.typeof(cell), else_=text)

    # --- texts ---------------------------------------------------------------------------------------------------

    def matches(self, text: ColumnElement[Any], pattern: str) -> ColumnElement[bool]:
        """Return whether a regular expression is found in a text, by the function of this process."""
        found: ColumnElement[Any] = getattr(func, MATCHES)(cast(text, LargeBinary), constant(pattern), type_=Integer)
        return found == constant(1)

    def found(self, text: ColumnElement[Any], pattern: str) -> ColumnElement[str]:
        """Return what a regular expression finds first; of a text that is damaged all its bytes, so too long a one."""
        found: ColumnElement[str] = getattr(func, FOUND)(cast(text, LargeBinary), constant(pattern), type_=String)
        return found

    def position(self, text: ColumnElement[Any], sign: str) -> ColumnElement[int]:
        """Return where a sign comes first in a text."""
        return func.instr(text, constant(sign), type_=Integer)

    def integer(self, text: ColumnElement[Any]) -> ColumnElement[int]:
        """Return the number that a text begins with: what is read of it must be the whole text again."""
        return case((func.length(text, type_=Integer) <= constant(18), cast(text, BigInteger)))

    def is_day(self, text: ColumnElement[Any]) -> ColumnElement[bool]:
        """Return whether a text is what the engine writes for the day that it reads in it."""
        # Without anything to add SQLite takes the last of February for granted: 2022-02-30 would be a day.
        return and_(func.date(text, constant("+0 days"), type_=String) == text, text >= constant("0001"))

    # --- queries -------------------------------------------------------------------------------------------------

    def addends(self, number: ColumnElement[Any]) -> Sequence[ColumnElement[Any]]:
        """Return the thousand millions of a number, and the rest: a sum of 64 bits would be too small."""
        return [number.op("/")(constant(_BILLION)), number.op("%")(constant(_BILLION))]

    def added_up(self, sums: Sequence[Any]) -> int | None:
        """Return the sum of numbers."""
        return None if sums[0] is None else int(sums[0]) * _BILLION + int(sums[1])

    def fenced(self, query: Select[Any]) -> Select[Any]:
        """Return a query that is not merged with the one around it, which would evaluate its functions many times."""
        return query.limit(literal_column("-1"))


ENGINE = Sqlite()


def _is_odd(cell: ColumnElement[Any]) -> ColumnElement[int]:
    """Return 1 for a cell that is no whole number which can be added up as it is, else 0."""
    is_whole = and_(func.typeof(cell) == constant("integer"), cell < constant(_MOST), cell > constant(-_MOST))
    return case((is_whole, constant(0)), (cell.is_(None), constant(0)), else_=constant(1))
