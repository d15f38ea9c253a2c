"""Apache Spark behind its Thrift server: an engine that spreads a question over many machines."""

from __future__ import annotations

import re
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
    case,
    cast,
    false,
    func,
    select,
    text,
    try_cast,
    type_coerce,
)
from sqlalchemy.dialects import registry
from sqlalchemy.exc import InternalError

from mycity_cli.errors import DataError
from mycity_cli.tables.engines.base import SqlEngine
from mycity_cli.tables.engines.java import java_text, plain_text
from mycity_cli.tables.engines.types import Kind, Type, constant, decimal

registry.register("spark.impyla", "mycity_cli.tables.engines.spark_dialect", "SparkDialect")

_LONGEST = 10_000
"""The characters of a text in which a pattern is looked for: in longer ones Java may run out of memory for it."""

_HALF = 1 << 32
"""Numbers are added up in two halves, of which none is too large for the sum of thousands of millions."""


class Spark(SqlEngine):
    """Spark, whose casts may fail quietly and whose patterns are Java's."""

    name: ClassVar[str] = "Spark"
    groups_texts: ClassVar[bool] = False
    counts_rows: ClassVar[bool] = False
    """It sorts all rows for that."""

    packages: ClassVar[Mapping[str, str]] = {"impala": "impyla"}

    def url(self, url: URL) -> URL:
        """Return the URL for a dialect of our own: impyla's is that of Impala."""
        return url.set(drivername="spark+impyla")

    def prepare(self, connection: Connection) -> None:
        """Find out whether it is Spark that answers, and has taken over what its sessions are told."""
        try:
            version, zone, slash, _ = connection.exec_driver_sql(
                r"SELECT version(), current_timezone(), length('\\\\'), spark_partition_id()"
            ).one()
        except InternalError as error:
            message = "is no Spark: other servers that speak its protocol, such as Impala and Hive, are not asked"
            raise DataError(message, help="name the Thrift server of Spark 4") from error
        if int(re.match(r"\d*", version)[0] or 0) < 4:  # type: ignore[index]  # it matches always
            raise DataError(f"is Spark {version.partition(' ')[0]}: only Spark 4 and newer can be asked")
        if zone != "UTC" or slash != 2:
            raise DataError("does not take over the settings of a session, such as its time zone")

    # --- the catalogue -------------------------------------------------------------------------------------------

    def types(self, connection: Connection, inspector: Inspector, table: TableClause) -> dict[str, Type]:
        """Return the columns of a table, in their order, with what they hold."""
        del inspector
        query = select(text("*")).select_from(table).compile(connection)
        found = connection.exec_driver_sql(f"DESCRIBE QUERY {query}")
        return {str(own): type_named(str(kind)) for own, kind, *_ in found}

    def key(self, inspector: Inspector, table: TableClause) -> list[str]:
        """Return none: Spark has no keys."""
        del inspector, table
        return []

    def order(self, table: TableClause, types: Mapping[str, Type], key: Sequence[str]) -> list[ColumnElement[Any]]:
        """Return all columns, for Spark puts those rows first that lack one."""
        del key
        return [self.compared(self._sortable(table.c[own], types[own]), types[own]) for own in types]

    # --- cells ---------------------------------------------------------------------------------------------------

    def compared(self, cell: ColumnElement[Any], type_: Type) -> ColumnElement[Any]:
        """Return a text without the collation of its column, which may ignore case; a number with its type."""
        match type_.kind:
            case Kind.TEXT:
                return cast(cell, String)
            case Kind.INTEGER:
                return cast(cell, BigInteger)  # what is done to it would be done to 32 bits of an INT
            case Kind.DECIMAL:
                return type_coerce(cell, Numeric)
        return cell

    def handed_over(self, cell: ColumnElement[Any], type_: Type) -> ColumnElement[Any]:
        """Return a binary number as a text, which Python makes the shortest."""
        return java_text(cell, "float") if type_.kind is Kind.REAL else cell

    def real_text(self, cell: ColumnElement[Any]) -> ColumnElement[str]:
        """Return the shortest text of a binary number."""
        return plain_text(cell, "float")

    # --- texts ---------------------------------------------------------------------------------------------------

    def matches(self, text: ColumnElement[Any], pattern: str) -> ColumnElement[bool]:
        """Return whether a pattern of Java is found in a text; at its end, and not before a last end of line too."""
        found = text.op("RLIKE", is_comparison=True)(constant(_at_end(pattern)))
        return case((self.length(text) <= constant(_LONGEST), type_coerce(found, Boolean)), else_=false())

    def found(self, text: ColumnElement[Any], pattern: str) -> ColumnElement[str]:
        """Return what a pattern of Java finds first."""
        found = func.regexp_extract(text, constant(_at_end(pattern)), constant(0), type_=String)
        return case((self.length(text) <= constant(_LONGEST), found), else_=constant(""))

    def position(self, text: ColumnElement[Any], sign: str) -> ColumnElement[int]:
        """Return where a sign comes first."""
        return func.locate(constant(sign), text, type_=Integer)

    def integer(self, text: ColumnElement[Any]) -> ColumnElement[int]:
        """Return the number that a text may be cast to: one that is written otherwise too, such as 007."""
        return try_cast(text, BigInteger)

    def big_integer(self, text: ColumnElement[Any]) -> ColumnElement[int]:
        """Return the number that a text is; Spark may ask it of others before it looks at which are meant."""
        return try_cast(text, BigInteger)

    def is_day(self, text: ColumnElement[Any]) -> ColumnElement[bool]:
        """Return whether a text is what the engine writes for the day that it casts it to."""
        return and_(self.length(text) == constant(10), cast(try_cast(text, Date), String) == text)

    # --- queries -------------------------------------------------------------------------------------------------

    def place(self, order: Sequence[ColumnElement[Any]]) -> ColumnElement[Any]:
        """Return the cells themselves: to number all rows one machine would have to sort them."""
        return func.struct(*order)

    def addends(self, number: ColumnElement[Any]) -> Sequence[ColumnElement[Any]]:
        """Return the halves of a whole number: the sum of such numbers may be too large for one."""
        if isinstance(number.type, Integer):
            return [func.shiftright(number, constant(32)), number.bitwise_and(constant(_HALF - 1))]
        return [number]

    def added_up(self, sums: Sequence[Any]) -> int | Decimal | None:
        """Return the sum, from those of the halves."""
        if sums[0] is None or len(sums) == 1:
            return super().added_up(sums)
        high, low = sums
        return int(high) * _HALF + int(low)


ENGINE = Spark()


def _at_end(pattern: str) -> str:
    return rf"{pattern[:-1]}\z" if pattern.endswith("$") else pattern


_INTEGERS = ("tinyint", "smallint", "int", "bigint")


def type_named(name: str) -> Type:
    """Return what a column of Spark holds by the name of its type."""
    if name in _INTEGERS:
        return Type(Kind.INTEGER)
    if name in ("float", "double"):
        return Type(Kind.REAL)
    if name in ("date", "timestamp", "timestamp_ntz"):
        return Type({"date": Kind.DATE, "timestamp": Kind.INSTANT, "timestamp_ntz": Kind.TIME}[name])
    if (found := re.fullmatch(r"decimal\((\d+),(\d+)\)", name)) is not None:
        return decimal(int(found[1]), int(found[2]))
    return Type(Kind.TEXT if re.match(r"(string|char|varchar)\b", name) else Kind.OTHER)
