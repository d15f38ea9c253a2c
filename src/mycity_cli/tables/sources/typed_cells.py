"""Values of typed columns as cells: those that a driver hands over, and those of which an engine writes the text."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from mycity_cli.tables.sheet import Cell

_DAY_LENGTH = len("2022-11-03")


def cell_of(value: Any) -> Cell:
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
    return number_in(repr(value)) if type(value).__name__ == "float" else str(value)


def number_in(text: str | None) -> Cell:
    """Return the number that is the shortest text of a binary one; what is no number stays text."""
    if text is None:
        return None
    try:
        number = Decimal(text)
    except ArithmeticError:
        return text
    return _finite(int(number) if number == number.to_integral_value() else number) if number.is_finite() else text


def day_in(value: Any) -> Cell:
    """Return a day or a moment, also from its text; what is none stays text, such as that of a day before our era."""
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value) if len(value) > _DAY_LENGTH else date.fromisoformat(value)
        except ValueError:
            return str(value)
    return cell_of(value)


def _finite(number: int | Decimal) -> Cell:
    return number if isinstance(number, int) or number.is_finite() else str(number)


def _moment(moment: datetime) -> Cell:
    """Return a moment as it is in UTC, whatever the time zone of the machine; a day where it is midnight."""
    if moment.tzinfo is not None:
        moment = moment.astimezone(UTC).replace(tzinfo=None)
    return moment.date() if (moment.hour, moment.minute, moment.second, moment.microsecond) == (0, 0, 0, 0) else moment
