"""Tables of databases as sheets: the values that the driver hands over, whatever their columns are said to hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from mycity_cli.tables.engines.databases import DatabaseTable
from mycity_cli.tables.engines.types import Kind
from mycity_cli.tables.sheet import Cell, Line, Origin, Sheet, is_blank, shown

_DAY_LENGTH = len("2022-11-03")


def sheet_of_database(table: DatabaseTable, rows: Iterable[Sequence[Any]] | None = None) -> Sheet:
    """Return the sheet that a table is, or some of its rows. Raises DataError where it cannot be read."""
    read = [_READ.get(kind.kind, _cell) for kind in table.types.values()]
    lines = [
        Line(number, [cell_of(cell) for cell, cell_of in zip(row, read, strict=True)])
        for number, row in enumerate(table.rows() if rows is None else rows, start=1)
        if not is_blank(row)
    ]
    return Sheet(table.name, Origin.TYPED, tuple(map(shown, table.types)), lines)


def _cell(value: Any) -> Cell:
    """Return a value without its binary fractions: a float is its shortest decimal."""
    match value:
        case None | str() | Decimal():
            return _finite(value) if isinstance(value, Decimal) else value
        case bool():
            return "true" if value else "false"
        case int():
            return value
        case datetime():
            return _moment(value)
        case date():
            return value
        case bytes():
            return value.decode(errors="backslashreplace")
    return _number(repr(value)) if type(value).__name__ == "float" else str(value)


def _number(text: str | None) -> Cell:
    """Return the number that is the shortest text of a binary one; what is no number stays text."""
    if text is None:
        return None
    try:
        number = Decimal(text)
    except ArithmeticError:
        return text
    return _finite(int(number) if number == number.to_integral_value() else number) if number.is_finite() else text


def _day(value: Any) -> Cell:
    """Return a day or a moment, also from its text; what is none stays text, such as that of a day before our era."""
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value) if len(value) > _DAY_LENGTH else date.fromisoformat(value)
        except ValueError:
            return str(value)
    return _cell(value)


_READ: dict[Kind, Callable[[Any], Cell]] = {
    Kind.REAL: _number,
    Kind.DATE: _day,
    Kind.TIME: _day,
    Kind.INSTANT: _day,
}
"""How the values of columns are read of which drivers hand over the text."""


def _finite(number: int | Decimal) -> Cell:
    return number if isinstance(number, int) or number.is_finite() else str(number)


def _moment(moment: datetime) -> Cell:
    """Return a moment as it is in UTC, whatever the time zone of the machine; a day where it is midnight."""
    if moment.tzinfo is not None:
        moment = moment.astimezone(UTC).replace(tzinfo=None)
    return moment.date() if (moment.hour, moment.minute, moment.second, moment.microsecond) == (0, 0, 0, 0) else moment
