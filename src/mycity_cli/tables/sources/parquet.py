"""Parquet files as sheets, read by DuckDB: every column has one type."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from mycity_cli.errors import DataError
from mycity_cli.tables.extra import missing
from mycity_cli.tables.sheet import Cell, Line, Origin, Sheet, shown

_WHOLE = re.compile(r"U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?")


def sheet_of_parquet(path: Path, name: str, *, most: int | None = None) -> Sheet:
    """Return the sheet that a Parquet file is, or that of its first rows. Raises DataError for what is none."""
    try:
        import duckdb
    except ImportError as error:
        raise missing("Parquet files are read by DuckDB", "is") from error
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
        told = str(error).strip().partition("\n")[0]
        raise DataError(f"is no Parquet file that can be read: {told}", where=name) from error
    values = [_value(kind) for _, kind in columns]
    lines = [
        Line(number, [None if cell is None else value(cell) for value, cell in zip(values, row, strict=True)])
        for number, row in enumerate(rows, start=1)
    ]
    full = [line for line in lines if any(cell is not None for cell in line.cells)]
    return Sheet(name, Origin.TYPED, tuple(shown(own) for own, _ in columns), full)


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


def _value(kind: str) -> Callable[[Any], Cell]:
    if kind in ("DOUBLE", "FLOAT"):
        return _number
    if kind == "DATE":
        return _day
    return _moment if kind.startswith("TIMESTAMP") else _as_is


def _as_is(cell: Any) -> Cell:
    same: Cell = cell
    return same


def _number(text: str) -> Cell:
    """Return the number that is the shortest text of a binary one; what is no number stays text."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        return text
    if not number.is_finite():
        return text
    whole = int(number)
    return whole if whole == number else number


def _day(text: str) -> Cell:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text


def _moment(text: str) -> Cell:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return text
    return moment.date() if text.endswith(" 00:00:00") else moment
