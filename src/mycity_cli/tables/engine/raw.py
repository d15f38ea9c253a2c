"""A table as it lies there: its rows, its columns with their types, and what could not be read at all."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Date, FromClause, Integer, String, and_, case, cast, func, literal
from sqlalchemy.exc import SQLAlchemyError

from mycity_cli.errors import DataError
from mycity_cli.tables.location import hidden


class Kind(Enum):
    """What a column holds, as far as that decides how it is read."""

    TEXT = auto()
    INTEGER = auto()
    DECIMAL = auto()
    REAL = auto()
    DATE = auto()
    TIME = auto()
    OTHER = auto()


class Type(NamedTuple):
    """The type of a column; `places` are the digits after the point of a DECIMAL."""

    kind: Kind
    places: int = 0


TEXT = Type(Kind.TEXT)


def constant(value: str | int) -> ColumnElement[Any]:
    """Return a constant of ours, which stands in the SQL itself: engines prepare a pattern once that they see there."""
    return literal(value, literal_execute=True)


def _written_out(number: ColumnElement[str]) -> ColumnElement[str]:
    """Return the shortest text of a binary floating-point number without an exponent: 1.5e+16 is 15000000000000000."""
    mantissa = func.split_part(number, constant("e"), constant(1), type_=String)
    digits = func.replace(mantissa, constant("."), constant(""), type_=String)
    exponent = cast(func.split_part(number, constant("e"), constant(2), type_=String), Integer)
    # PostgreSQL writes an exponent also where digits are left for behind the point: 1.2345679e+06.
    whole = exponent + 1
    rest = func.substr(digits, whole + 1, type_=String)
    large = case(
        (func.length(digits) > whole, func.substr(digits, 1, whole, type_=String) + literal(".") + rest),
        else_=func.rpad(digits, whole, constant("0"), type_=String),
    )
    small = literal("0.") + func.repeat(constant("0"), -exponent - 1, type_=String) + digits
    has_exponent = and_(func.strpos(number, constant("e"), type_=Integer) > 0, func.strpos(number, constant("-")) != 1)
    return case((has_exponent, case((exponent > 0, large), else_=small)), else_=number)


class Rejected(NamedTuple):
    """A row that is none: the file and the line, and what is wrong there."""

    file: str
    line: int
    message: str


@dataclass(frozen=True)
class RawTable:
    """The rows of a table. `columns` are in `rows`; in `numbered` there are `row` and `file` too, under their names.

    `file` is there where the table has several. Where it `has_statistics`, the least and the greatest cell of a column
    are known without reading it; where it `is_unordered`, its rows come in no order of their own.

    `exactly` is there where a table is read quickly, so that lines which are no rows, and figures that `marked` marks
    WITH_POINT, are not told as they are: it returns the same table, read more slowly. `marked` takes the text of a
    figure that is no plain whole number.

    `narrowed` is there where each column takes its time: it returns the same rows with some of the columns only.

    `rejected` tells what could not be read as rows so far: a reader of files finds out as it reads. `header` is how
    many lines are before the first row. `every` are the numbered rows with those that hold nothing, where such are left
    out.
    """

    name: str
    connection: Connection
    rows: FromClause
    numbered: FromClause
    columns: Mapping[str, str]
    types: Mapping[str, Type]
    has_files: bool = False
    has_statistics: bool = False
    is_unordered: bool = False
    exactly: Callable[[], RawTable] | None = None
    marked: Callable[[ColumnElement[str]], ColumnElement[str]] | None = None
    narrowed: Callable[[Container[str]], RawTable] | None = None
    rejected: Callable[[], list[Rejected]] = field(default=list)
    header: int = 1
    every: FromClause | None = None

    @property
    def dialect(self) -> str:
        """The name of the dialect of SQL that the database speaks."""
        return self.connection.dialect.name

    def cell(self, rows: FromClause, column: str) -> ColumnElement[Any]:
        """Return a column as it lies there."""
        return rows.c[self.columns[column]]

    def text(self, rows: FromClause, column: str) -> ColumnElement[str]:
        """Return a column as text: a number in its shortest form that is exact, a date as ISO 8601 has it."""
        cell = self.cell(rows, column)
        match self.types[column].kind:
            case Kind.TEXT:
                return cell
            case Kind.REAL if self.dialect in ("duckdb", "postgresql"):
                return _written_out(
                    func.regexp_replace(cast(cell, String), constant("[.]0$"), constant(""), type_=String)
                )
            case Kind.TIME:
                return cast(cast(cell, Date), String)
            case _:
                return cast(cell, String)


def unreadable(error: SQLAlchemyError, name: str) -> DataError:
    """Return the error for a table that the engine cannot read."""
    first = str(getattr(error, "orig", None) or error).strip().partition("\n")[0]
    return DataError(f"cannot be read: {hidden(first)}", where=name)
