"""PostgreSQL, also where it stands before others that hold the rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from sqlalchemy import ColumnElement, Select, String, cast, collate, func

from mycity_cli.tables.engines.base import TIMEOUT, SqlEngine
from mycity_cli.tables.engines.shortest import written_out
from mycity_cli.tables.engines.types import Kind, Type, constant


class PostgreSql(SqlEngine):
    """PostgreSQL, which has no cast that fails quietly: a pattern guards each."""

    name: ClassVar[str] = "PostgreSQL"
    packages: ClassVar[Mapping[str, str]] = {"psycopg": "psycopg[binary]", "psycopg2": "psycopg2-binary"}

    def arguments(self, url: str) -> dict[str, Any]:
        """Return what makes the session read only, and its time UTC."""
        if url.partition("://")[0].partition("+")[2] in ("asyncpg", "pg8000"):
            return {"timeout": TIMEOUT}
        return {
            "connect_timeout": TIMEOUT,
            "options": "-c default_transaction_read_only=on -c timezone=UTC -c datestyle=ISO",
        }

    def compared(self, cell: ColumnElement[Any], type_: Type) -> ColumnElement[Any]:
        """Return a text as text, letter by letter: columns may have types and collations that ignore case."""
        return collate(cast(cell, String), "C") if type_.kind is Kind.TEXT else cell

    def real_text(self, cell: ColumnElement[Any]) -> ColumnElement[str]:
        """Return the shortest text of a binary number; PostgreSQL writes an exponent in many."""
        return written_out(func.regexp_replace(cast(cell, String), constant("[.]0$"), constant(""), type_=String))

    def day(self, cell: ColumnElement[Any], type_: Type) -> ColumnElement[Any]:
        """Return the day; an instant's is that in UTC."""
        if type_.kind is Kind.INSTANT:
            cell = func.timezone(constant("UTC"), cell)
        return super().day(cell, type_)

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
