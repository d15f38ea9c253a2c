"""Trino, which asks other stores of rows. No server was there to try it with: what it is sent is tested as text."""

from __future__ import annotations

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
    func,
)
from sqlalchemy.dialects import registry

from mycity_cli.tables.engines.base import TIMEOUT
from mycity_cli.tables.engines.java import HALF, JavaEngine, at_end
from mycity_cli.tables.engines.types import Kind, Type, constant

registry.register("trino.asked", "mycity_cli.tables.engines.trino_dialect", "TrinoAsked")


class Trino(JavaEngine):
    """Trino, whose casts may fail quietly and whose texts are compared letter by letter."""

    name: ClassVar[str] = "Trino"
    single: ClassVar[str] = "real"
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

    def day(self, cell: ColumnElement[Any], type_: Type) -> ColumnElement[Any]:
        """Return the day; an instant's is that in UTC."""
        if type_.kind is Kind.INSTANT:
            cell = func.at_timezone(cell, constant("UTC"))
        return super().day(cell, type_)

    # --- texts ---------------------------------------------------------------------------------------------------

    def matches(self, text: ColumnElement[Any], pattern: str) -> ColumnElement[bool]:
        """Return whether a pattern is found in a text; at its end, and not before a last end of line too."""
        return func.regexp_like(text, constant(at_end(pattern)), type_=Boolean)

    def found(self, text: ColumnElement[Any], pattern: str) -> ColumnElement[str]:
        """Return what a pattern finds first."""
        found = func.regexp_extract(text, constant(at_end(pattern)), type_=String)
        return func.coalesce(found, constant(""), type_=String)

    # --- queries -------------------------------------------------------------------------------------------------

    def addends(self, number: ColumnElement[Any]) -> Sequence[ColumnElement[Any]]:
        """Return the halves of a whole number: the sum of such numbers may be too large for one."""
        if not isinstance(number.type, Integer):
            return [number]
        high = func.bitwise_right_shift_arithmetic(number, constant(32))
        return [high, func.bitwise_and(number, constant(HALF - 1))]


ENGINE = Trino()
