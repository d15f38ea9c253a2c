"""Rows as a Parquet file, through DuckDB, which the extra `tables` brings."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from mycity_cli.errors import DataError, UsageError
from mycity_cli.exchange.reading import require_readable
from mycity_cli.exchange.signing_rows import COLUMNS, Row, Table
from mycity_cli.files import made_whole


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
            why = "DuckDB cannot write it" if number is None else os.strerror(int(number[1]))
            raise DataError(f"cannot be written: {why}", where=str(path)) from error


def read(path: Path) -> Table:
    """Return the rows of a file, every cell as text. Raises DataError where it cannot be read, or is no Parquet."""
    duckdb = _duckdb(path)
    require_readable(path)
    with duckdb.connect(":memory:") as database:
        try:
            # The name of one file, whatever characters of a pattern are in it.
            table = database.read_parquet(re.sub(r"([*?\[])", r"[\1]", str(path)))
            columns = tuple(table.columns)
            found = table.project(", ".join(map(_as_text, columns, table.types))).fetchall()
        except duckdb.Error as error:
            reason = str(error).splitlines()[0]
            help = "is it cut off, or of another format?"
            raise DataError(f"no Parquet file that can be read: {reason}", where=str(path), help=help) from error
    rows = [
        Row(f"{path}: row {number}", {name: cell or "" for name, cell in zip(columns, cells, strict=True)})
        for number, cells in enumerate(found, start=1)
    ]
    return Table(columns, rows)


def _as_text(name: str, kind: Any) -> str:
    """Return the SQL for a column as text: a number in its shortest form that is exact, a time by its day."""
    column = '"{}"'.format(name.replace('"', '""'))
    match kind.id:
        case "float" | "double":
            return f"regexp_replace(CAST({column} AS VARCHAR), '[.]0$', '')"
        case "timestamp" | "timestamp with time zone":
            return f"CAST(CAST({column} AS DATE) AS VARCHAR)"
        case _:
            return f"CAST({column} AS VARCHAR)"


def _duckdb(path: Path) -> Any:
    try:
        import duckdb
    except ImportError as error:
        help = "pip install 'mycity-cli[tables]'"
        raise UsageError('Parquet needs the extra "tables"', where=str(path), help=help) from error
    return duckdb
