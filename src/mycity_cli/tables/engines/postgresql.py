"""PostgreSQL, also where it stands before others that hold the rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, ClassVar

from sqlalchemy import (
    ColumnElement,
    Connection,
    Inspector,
    Numeric,
    Select,
    String,
    TableClause,
    cast,
    collate,
    func,
    literal,
)

from mycity_cli.tables.engines.base import TIMEOUT, SqlEngine
from mycity_cli.tables.engines.shortest import signed, written_out
from mycity_cli.tables.engines.types import MOST_PRECISION, Kind, Type, constant, type_of

_SESSION = {
    "timezone": "UTC",
    "datestyle": "ISO, YMD",
    "extra_float_digits": "1",  # as many digits as a binary number needs: a server may be told to write fewer
    "cursor_tuple_fraction": "1.0",  # all rows of an answer are read, so the plan for the first is not the best
    "enable_parallel_append": "off",  # the rows that are read, which are most, are shared among processes
    "work_mem": "64MB",  # so many that it would sort all rows first
    "jit": "off",  # it takes the groups for many, and compiles for longer than it then reads
}

_MONEY = "money"


class PostgreSql(SqlEngine):
    """PostgreSQL, which has no cast that fails quietly: a pattern guards each."""

    name: ClassVar[str] = "PostgreSQL"
    packages: ClassVar[Mapping[str, str]] = {"psycopg": "psycopg[binary]", "psycopg2": "psycopg2-binary"}
    drivers: ClassVar[Sequence[str]] = ("psycopg", "psycopg2")
    groups_plain_apart: ClassVar[bool] = True
    streams_groups: ClassVar[bool] = False

    def arguments(self, url: str) -> dict[str, Any]:
        """Return how long it is waited for; what the session is, is not told here, since poolers refuse to be told."""
        del url
        return {"connect_timeout": TIMEOUT}

    def prepare(self, connection: Connection) -> None:
        """Make the transaction in which all is asked read only, with its time UTC, and its rows those of now."""
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        for name, value in _SESSION.items():
            connection.exec_driver_sql(f"SET LOCAL {name} = '{value}'")

    def types(self, connection: Connection, inspector: Inspector, table: TableClause) -> dict[str, Type]:
        """Return the columns of a table, in their order, with what they hold; a domain holds what it is made of."""
        del connection
        return {str(each["name"]): _type(each["type"]) for each in inspector.get_columns(table.name, table.schema)}

    def compared(self, cell: ColumnElement[Any], type_: Type) -> ColumnElement[Any]:
        """Return a text as text, letter by letter: columns may have types and collations that ignore case."""
        if type_.native == _MONEY:
            return cast(cell, Numeric)
        return collate(cast(cell, String), "C") if type_.kind is Kind.TEXT else cell

    def handed_over(self, cell: ColumnElement[Any], type_: Type) -> ColumnElement[Any]:
        """Return a cell as text where drivers make another thing of it, or fail: infinite days, lists, JSON, bytes."""
        match type_.kind:
            case Kind.DATE | Kind.REAL:
                return cast(cell, String)
            case Kind.TIME | Kind.INSTANT:
                time = func.timezone(constant("UTC"), cell) if type_.kind is Kind.INSTANT else cell
                return cast(time, String)
            case Kind.OTHER:
                return cast(self.compared(cell, type_), String)
            case _:
                return cell

    def real_text(self, cell: ColumnElement[Any]) -> ColumnElement[str]:
        """Return the shortest text of a binary number; PostgreSQL writes an exponent in many."""
        return signed(cell, written_out(cast(func.abs(cell), String)))

    def day(self, cell: ColumnElement[Any], type_: Type) -> ColumnElement[Any]:
        """Return the day; an instant's is that in UTC."""
        if type_.kind is Kind.INSTANT:
            cell = func.timezone(constant("UTC"), cell)
        return super().day(cell, type_)

    def number_conditions(self, cell: ColumnElement[Any], type_: Type) -> Sequence[ColumnElement[bool]]:
        """Return the condition that a decimal is not NaN, which is greater than all others."""
        return (cell < literal(Decimal(10**MOST_PRECISION), Numeric),) if type_.kind is Kind.DECIMAL else ()

    def matches(self, text: ColumnElement[Any], pattern: str) -> ColumnElement[bool]:
        """Return whether a regular expression of POSIX is found in a text."""
        return text.op("~", is_comparison=True)(constant(pattern))

    def found(self, text: ColumnElement[Any], pattern: str) -> ColumnElement[str]:
        """Return what a regular expression finds first."""
        return func.coalesce(func.substring(text, constant(pattern), type_=String), constant(""), type_=String)

    def fenced(self, query: Select[Any]) -> Select[Any]:
        """Return a query that is not merged with the one around it, which would evaluate its patterns many times."""
        return query.offset(0)


ENGINE = PostgreSql()


def _type(type_: Any) -> Type:
    while (inner := getattr(type_, "data_type", None)) is not None:
        type_ = inner
    return Type(Kind.OTHER, native=_MONEY) if type_.__visit_name__ == "MONEY" else type_of(type_)
