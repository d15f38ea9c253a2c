"""Which engine a URL of a database means: only those that are known here are asked, since each has ways of its own."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from mycity_cli.errors import DataError, suggestion
from mycity_cli.messages import say

if TYPE_CHECKING:
    from mycity_cli.tables.engines.base import SqlEngine

_MODULES = {
    "duckdb": "duckdb",
    "postgresql": "postgresql",
    "sqlite": "sqlite",
    "mysql": "mysql",
    "mariadb": "mysql",
    "impala": "spark",
    "trino": "trino",
}
"""The modules of engines, by the name that a URL begins with."""

_CLICKHOUSE = say("ClickHouse is not asked: its sums of integers and decimals overflow in silence")
_REFUSED = {"clickhouse": _CLICKHOUSE, "clickhousedb": _CLICKHOUSE, "chdb": _CLICKHOUSE}
"""Engines of which the answers are not those of rows in memory, and why."""


def engine_of(url: str, name: str) -> SqlEngine:
    """Return the engine that a URL means, which is shown as `name`.

    Raises DataError where none has such a name, and for one whose answers cannot be relied upon.
    """
    dialect = url.partition("://")[0].partition("+")[0].lower()
    if dialect in _REFUSED:
        help = say("export the table to Parquet: --data deals.parquet")
        raise DataError(_REFUSED[dialect], where=name, help=help)
    module = _MODULES.get(dialect)
    if module is None:
        known = list(_MODULES)
        raise DataError(
            say("no engine that can be asked is called '{name}'", name=dialect),
            where=name,
            help=suggestion(dialect, known, most=len(known)),
        )
    engine: SqlEngine = import_module(f"mycity_cli.tables.engines.{module}").ENGINE
    return engine
