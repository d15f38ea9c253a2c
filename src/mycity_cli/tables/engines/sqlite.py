"""SQLite, whose columns hold values of any kind, whatever they are said to hold."""

from __future__ import annotations

from typing import ClassVar

from mycity_cli.tables.engines.base import SqlEngine


class Sqlite(SqlEngine):
    """SQLite, within this process."""

    name: ClassVar[str] = "SQLite"


ENGINE = Sqlite()
