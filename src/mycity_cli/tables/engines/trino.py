"""Trino, which asks other stores of rows. No server was there to try it with: what it is sent is tested as text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
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
    Numeric,
    String,
    TableClause,
    and_,
    cast,
    func,
    try_cast,
    type_coerce,
)
from sqlalchemy.dialects import registry

from mycity_cli.tables.engines.base import TIMEOUT, SqlEngine
from mycity_cli.tables.engines.java import java_text, plain_text
from mycity_cli.tables.engines.types import Kind, Type, constant

registry.register("trino.asked", "mycity_cli.tables.engines.trino_dialect", "TrinoAsked")

_HALF = 1 << 32
"""Numbers are added up in two halves, of which none is too large for the sum of thousands of millions."""


class Trino(SqlEngine):
    """Trino, whose casts may fail quietly and whose texts are compared letter by letter."""

    name: ClassVar[str] = "Trino"
    packages: ClassVar[Mapping[str, str]] = {"trino": "trino[sqlalchemy]"}

    def arguments(self, url: str) -> dict[str, Any]:
        """Return what makes the time UTC, and gives up a server that does not answer."""
        del url
        return {"timezone": "UTC", "request_timeout": TIMEOUT}

    def url(self, url: URL) -> URL:
        """Return the URL for a dialect of our own, which sends no parameters."""
        return url.set(drivername="trino+asked")

    def prepare(self, connection: Connection) -> None:
        """Find out whether the server answers: to connect asks for nothing."""
        connection.exec_driver_sql("SELECT 1").all()

    def key(self, inspector: Inspector, table: TableClause) -> list[str]:
        """Return none: Trino has no keys."""
        del inspector, table
        return []

    # --- cells ---------------------------------------------------------------------------------------------------

    def compared(self, cell: ColumnElement[Any], type_: Type) -> ColumnElement[Any]:
        """Return a text without the blanks that a CHAR is filled up with; a number with its type."""
        match type_.kind:
            case Kind.TEXT:
                return cast(cell, String)
            case Kind.INTEGER:
                return cast(cell, BigInteger)
            case Kind.DECIMAL:
                return type_coerce(cell, Numeric)
        return cell

    def handed_over(self, cell: ColumnElement[Any], type_: Type) -> ColumnElement[Any]:
        """Return a binary number as a text, which Python makes the shortest."""
        return java_text(cell, "real") if type_.kind is Kind.REAL else cell

    def real_text(self, cell: ColumnElement[Any]) -> ColumnElement[str]:
        """Return the shortest text of a binary number."""
        return plain_text(cell, "real")

    def day(self, cell: ColumnElement[Any], type_: Type) -> ColumnElement[Any]:
        """Return the day; an instant's is that in UTC."""
        if type_.kind is Kind.INSTANT:
            cell = func.at_timezone(cell, constant("UTC"))
        return super().day(cell, type_)

    # --- texts ---------------------------------------------------------------------------------------------------

    def matches(self, text: ColumnElement[Any], pattern: str) -> ColumnElement[bool]:
        """Return whether a pattern is found in a text; at its end, and not before a last end of line too."""
        return func.regexp_like(text, constant(_at_end(pattern)), type_=Boolean)

    def found(self, text: ColumnElement[Any], pattern: str) -> ColumnElement[str]:
        """Return what a pattern finds first."""
        found = func.regexp_extract(text, constant(_at_end(pattern)), type_=String)
        return func.coalesce(found, constant(""), type_=String)

    def integer(self, text: ColumnElement[Any]) -> ColumnElement[int]:
        """Return the number that a text may be cast to: one that is written otherwise too, such as 007."""
        return try_cast(text, BigInteger)

    def big_integer(self, text: ColumnElement[Any]) -> ColumnElement[int]:
        """Return the number that a text is; Trino may ask it of others before it looks at which are meant."""
        return try_cast(text, BigInteger)

    def is_day(self, text: ColumnElement[Any]) -> ColumnElement[bool]:
        """Return whether a text is what the engine writes for the day that it casts it to."""
        return and_(self.length(text) == constant(10), cast(try_cast(text, Date), String) == text)

    # --- queries -------------------------------------------------------------------------------------------------

    def addends(self, number: ColumnElement[Any]) -> Sequence[ColumnElement[Any]]:
        """Return the halves of a whole number: the sum of such numbers may be too large for one."""
        if not isinstance(number.type, Integer):
            return [number]
        high = func.bitwise_right_shift_arithmetic(number, constant(32))
        return [high, func.bitwise_and(number, constant(_HALF - 1))]

    def added_up(self, sums: Sequence[Any]) -> int | Decimal | None:
        """Return the sum, from those of the halves."""
        if sums[0] is None or len(sums) == 1:
            return super().added_up(sums)
        high, low = sums
        return int(high) * _HALF + int(low)


ENGINE = Trino()


def _at_end(pattern: str) -> str:
    return rf"{pattern[:-1]}\z" if pattern.endswith("$") else pattern
