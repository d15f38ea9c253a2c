"""Apache Spark behind its Thrift server: an engine that spreads a question over many machines."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from sqlalchemy import (
    URL,
    Boolean,
    ColumnElement,
    Connection,
    Inspector,
    Integer,
    String,
    TableClause,
    case,
    false,
    func,
    select,
    text,
    type_coerce,
)
from sqlalchemy.dialects import registry
from sqlalchemy.exc import InternalError

from mycity_cli.errors import DataError
from mycity_cli.messages import say
from mycity_cli.tables.engines.java import HALF, JavaEngine, at_end
from mycity_cli.tables.engines.types import Kind, Type, constant, decimal

registry.register("spark.impyla", "mycity_cli.tables.engines.spark_dialect", "SparkDialect")

_LONGEST = 10_000
"""The characters of a text in which a pattern is looked for: in longer ones Java may run out of memory for it."""


class Spark(JavaEngine):
    """Spark, whose casts may fail quietly and whose patterns are Java's."""

    name: ClassVar[str] = "Spark"
    single: ClassVar[str] = "float"
    groups_texts: ClassVar[bool] = False
    """It sorts all rows for that."""
    counts_rows: ClassVar[bool] = False

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
            message = say("is no Spark: other servers that speak its protocol, such as Impala and Hive, are not asked")
            raise DataError(message, help=say("name the Thrift server of Spark 4")) from error
        if int(re.match(r"\d*", version)[0] or 0) < 4:  # type: ignore[index]  # it matches always
            own = version.partition(" ")[0]
            raise DataError(say("is Spark {version}: only Spark 4 and newer can be asked", version=own))
        if zone != "UTC" or slash != 2:
            raise DataError(say("does not take over the settings of a session, such as its time zone"))

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

    # --- texts ---------------------------------------------------------------------------------------------------

    def matches(self, text: ColumnElement[Any], pattern: str) -> ColumnElement[bool]:
        """Return whether a pattern of Java is found in a text; at its end, and not before a last end of line too."""
        found = text.op("RLIKE", is_comparison=True)(constant(at_end(pattern)))
        return case((self.length(text) <= constant(_LONGEST), type_coerce(found, Boolean)), else_=false())

    def found(self, text: ColumnElement[Any], pattern: str) -> ColumnElement[str]:
        """Return what a pattern of Java finds first."""
        found = func.regexp_extract(text, constant(at_end(pattern)), constant(0), type_=String)
        return case((self.length(text) <= constant(_LONGEST), found), else_=constant(""))

    def position(self, text: ColumnElement[Any], sign: str) -> ColumnElement[int]:
        """Return where a sign comes first."""
        return func.locate(constant(sign), text, type_=Integer)

    # --- queries -------------------------------------------------------------------------------------------------

    def place(self, order: Sequence[ColumnElement[Any]]) -> ColumnElement[Any]:
        """Return the cells themselves: to number all rows one machine would have to sort them."""
        return func.struct(*order)

    def addends(self, number: ColumnElement[Any]) -> Sequence[ColumnElement[Any]]:
        """Return the halves of a whole number: the sum of such numbers may be too large for one."""
        if isinstance(number.type, Integer):
            return [func.shiftright(number, constant(32)), number.bitwise_and(constant(HALF - 1))]
        return [number]


ENGINE = Spark()

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
