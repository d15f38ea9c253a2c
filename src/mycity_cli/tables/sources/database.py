"""Tables of databases as sheets: the values that the driver hands over, whatever their columns are said to hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from mycity_cli.tables.engines.databases import DatabaseTable
from mycity_cli.tables.engines.types import Kind
from mycity_cli.tables.sheet import Cell, Line, Origin, Sheet, filled, shown
from mycity_cli.tables.sources.typed_cells import cell_of, day_in, number_in

_READ: dict[Kind, Callable[[Any], Cell]] = {
    Kind.REAL: number_in,
    Kind.DATE: day_in,
    Kind.TIME: day_in,
    Kind.INSTANT: day_in,
}
"""How the values of columns are read of which drivers hand over the text."""


def sheet_of_database(table: DatabaseTable, rows: Iterable[Sequence[Any]] | None = None) -> Sheet:
    """Return the sheet that a table is, or some of its rows. Raises DataError where it cannot be read."""
    read = [_READ.get(type_.kind, cell_of) for type_ in table.types.values()]
    lines = [
        Line(number, [read_of(cell) for cell, read_of in zip(row, read, strict=True)])
        for number, row in enumerate(table.rows() if rows is None else rows, start=1)
    ]
    return Sheet(table.name, Origin.TYPED, tuple(map(shown, table.types)), filled(lines))
