"""What the columns of tables hold, as far as that decides how their cells are read."""

from __future__ import annotations

from enum import Enum, auto
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Date, DateTime, Float, Integer, Numeric, String, literal


class Kind(Enum):
    """What a column holds. An INSTANT is a time that is stated with its time zone, or in that of the session."""

    TEXT = auto()
    INTEGER = auto()
    DECIMAL = auto()
    REAL = auto()
    DATE = auto()
    TIME = auto()
    INSTANT = auto()
    WIDE = auto()
    """A number of so many digits that the engine cannot add them up: it is read by its text."""
    OTHER = auto()


class Type(NamedTuple):
    """The type of a column; `places` are the digits after the point of a DECIMAL.

    `native` is what the engine itself calls it, where that makes a difference to how its cells are read.
    """

    kind: Kind
    places: int = 0
    native: str = ""


TEXT = Type(Kind.TEXT)

MOST_PRECISION = 27
"""The digits of a DECIMAL of which as many can be added as there may be rows."""


def type_of(type_: Any) -> Type:
    """Return what a column of one of SQLAlchemy's types holds."""
    if isinstance(type_, Integer):
        return Type(Kind.INTEGER)
    if isinstance(type_, Float):
        return Type(Kind.REAL)
    if isinstance(type_, Numeric):
        return decimal(type_.precision, type_.scale)
    if isinstance(type_, DateTime):
        return Type(Kind.INSTANT if type_.timezone else Kind.TIME)
    if isinstance(type_, Date):
        return Type(Kind.DATE)
    return Type(Kind.TEXT if isinstance(type_, String) else Kind.OTHER)


def decimal(precision: int | None, scale: int | None) -> Type:
    """Return the type of a DECIMAL; one that is too wide to be added up is read by its text."""
    fits = precision is not None and precision <= MOST_PRECISION
    return Type(Kind.DECIMAL, scale or 0) if fits else Type(Kind.WIDE)


def constant(value: str | int) -> ColumnElement[Any]:
    """Return a constant of ours, which stands in the SQL itself: engines prepare a pattern once that they see there."""
    return literal(value, literal_execute=True)
