"""Parquet files as sheets, read by DuckDB: every column has one type."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mycity_cli.errors import DataError
from mycity_cli.messages import say
from mycity_cli.tables.extra import missing
from mycity_cli.tables.sheet import Cell, Line, Origin, Sheet, filled, shown
from mycity_cli.tables.sources.typed_cells import day_in, number_in

_WHOLE = re.compile(r"U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?")


def sheet_of_parquet(path: Path, name: str, *, most: int | None = None) -> Sheet:
    """Return the sheet that a Parquet file is, or that of its first rows. Raises DataError for what is none."""
    try:
        import duckdb
    except ImportError as error:
        raise missing(say("Parquet files are read by DuckDB, which is not installed")) from error
    safe: dict[str, Any] = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}
    # A name may hold what DuckDB would take for a pattern.
    pattern = re.sub(r"([*?\[])", r"[\1]", str(path))
    try:
        with duckdb.connect(":memory:", config=safe) as database:
            described = database.execute("DESCRIBE SELECT * FROM read_parquet($1)", [pattern]).fetchall()
            columns = [(own, kind) for own, kind, *_ in described]
            selected = ", ".join(_selected(own, kind) for own, kind in columns)
            rows = database.execute(f"SELECT {selected} FROM read_parquet($1) LIMIT $2", [pattern, most]).fetchall()  # noqa: S608
    except duckdb.Error as error:
        why = str(error).strip().partition("\n")[0]
        raise DataError(say("is no Parquet file that can be read: {why}", why=why), where=name) from error
    read = [_reader_of(kind) for _, kind in columns]
    lines = [
        Line(number, [None if cell is None else read_of(cell) for read_of, cell in zip(read, row, strict=True)])
        for number, row in enumerate(rows, start=1)
    ]
    return Sheet(name, Origin.TYPED, tuple(shown(own) for own, _ in columns), filled(lines))


def sheet_of_parquet_bytes(content: bytes, name: str) -> Sheet:
    """Return the sheet that the bytes of a Parquet file are. Raises DataError for what is none."""
    with tempfile.TemporaryDirectory(prefix="mycity-") as folder:
        path = Path(folder) / "table.parquet"
        path.write_bytes(content)
        return sheet_of_parquet(path, name)


def _selected(own: str, kind: str) -> str:
    """Return what is asked for of a column: whole numbers and decimals as they are, all else as text."""
    column = '"' + own.replace('"', '""') + '"'
    if _WHOLE.fullmatch(kind) or kind.startswith("DECIMAL"):
        return column
    if kind == "TIMESTAMP WITH TIME ZONE":
        # A moment is the day that it is in UTC, whatever the time zone of the machine.
        column = f"make_timestamp(epoch_us({column}))"
    return f"CAST({column} AS VARCHAR)"


def _reader_of(kind: str) -> Callable[[Any], Cell]:
    if kind in ("DOUBLE", "FLOAT"):
        return number_in
    return day_in if kind == "DATE" or kind.startswith("TIMESTAMP") else _as_is


def _as_is(cell: Any) -> Cell:
    same: Cell = cell
    return same
