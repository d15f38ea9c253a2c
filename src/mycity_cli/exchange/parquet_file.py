"""Rows as a Parquet file, through DuckDB, which the extra `tables` brings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from mycity_cli.errors import DataError, UsageError
from mycity_cli.files import made_whole, words_of
from mycity_cli.messages import say
from mycity_cli.tables.columns import COLUMNS


def write(rows: Iterable[dict[str, str]], path: Path, *, replace: bool) -> None:
    """Write the file, every column as text; what is missing is null."""
    duckdb = _duckdb(path)
    listed = list(rows)
    columns = [[row[name] or None for row in listed] for name in COLUMNS]
    with made_whole(path, replace=replace) as beside, duckdb.connect(":memory:") as database:
        names = ", ".join(f'"{name}" VARCHAR' for name in COLUMNS)
        database.execute(f"CREATE TABLE signings ({names})")
        # One parameter a column, not a cell: a statement a row takes a hundred times as long.
        values = ", ".join(["unnest(?::VARCHAR[])"] * len(COLUMNS))
        database.execute(f"INSERT INTO signings SELECT {values}", columns)
        try:
            database.table("signings").write_parquet(str(beside))
        except duckdb.Error as error:
            number = re.search(r'"errno":"([0-9]+)"', str(error))
            why = say("DuckDB cannot write it") if number is None else words_of(int(number[1]))
            raise DataError(say("cannot be written: {why}", why=why), where=str(path)) from error


def _duckdb(path: Path) -> Any:
    try:
        import duckdb
    except ImportError as error:
        help = say("pip install 'mycity-cli[tables]'")
        raise UsageError(say('Parquet needs the extra "tables"'), where=str(path), help=help) from error
    return duckdb
