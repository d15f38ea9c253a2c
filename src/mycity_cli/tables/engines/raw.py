"""A table as it lies there: its rows, its columns with their types, and what could not be read at all."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, FromClause, Select, and_, case, select
from sqlalchemy.exc import SQLAlchemyError

from mycity_cli.errors import DataError
from mycity_cli.messages import Message, say
from mycity_cli.passwords import hidden_in
from mycity_cli.tables.engines.base import SqlEngine
from mycity_cli.tables.engines.types import Type, constant


class Rejected(NamedTuple):
    """A row that is none: the file and the line, and what is wrong there; "" where it is blank, and only counted."""

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

    `repeated_keys` counts the rows that may state one thing twice, of which only the first is read here.

    `rejected` tells what could not be read as rows so far: a reader of files finds out as it reads. `header` is how
    many lines are before the first row. `every` are the numbered rows with those that hold nothing, where such are left
    out. `solid` is there where rows may be blank, in all columns that there are: it returns the table without those,
    which are counted in the numbers of the others all the same. `placed` are the rows with what tells only which of
    them comes first, as their `row`, where that is another.
    """

    name: str
    engine: SqlEngine
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
    solid: Callable[[], RawTable] | None = None
    placed: FromClause | None = None
    repeated_keys: Select[*tuple[Any, ...]] | None = None

    def cell(self, rows: FromClause, column: str) -> ColumnElement[Any]:
        """Return a column as it lies there."""
        return rows.c[self.columns[column]]

    def text(self, rows: FromClause, column: str) -> ColumnElement[str]:
        """Return a column as text: a number in its shortest form that is exact, a date as ISO 8601 has it."""
        return self.engine.text(self.cell(rows, column), self.types[column])

    def day(self, rows: FromClause, column: str) -> ColumnElement[Any]:
        """Return a column of dates or times as days."""
        return self.engine.day(self.cell(rows, column), self.types[column])


def filled(
    rows: Select[*tuple[Any, ...]], engine: SqlEngine, cells: Iterable[tuple[ColumnElement[Any], Type]]
) -> FromClause:
    """Return rows without those in which all of these cells, each with its type, are blank; they are numbered too."""
    blank = and_(*(engine.is_blank(cell, type_) for cell, type_ in cells))
    told = rows.add_columns(case((blank, constant(1)), else_=constant(0)).label(_BLANK)).subquery()
    kept = [column for column in told.c if column.name != _BLANK]
    return select(*kept).where(told.c[_BLANK] == constant(0)).subquery()


_BLANK = "mycity_blank"


def unreadable(error: SQLAlchemyError, name: str) -> DataError:
    """Return the error for a table that the engine cannot read."""
    return DataError(say("cannot be read: {why}", why=reason(error, hidden_in)), where=name)


def reason(error: Exception, hide: Callable[[str], str]) -> str:
    """Return what a driver says is wrong, without passwords: its first line, without a number of its own before it."""
    told = getattr(error, "orig", None) or error
    match told.args:
        case [Message() as words, *_]:
            return words.changed(lambda words: hide(_first_line(words)))
        case [int(), str(words), *_]:
            return hide(_first_line(words))
    return hide(_first_line(str(told)))


def _first_line(words: str) -> str:
    return words.strip().partition("\n")[0]
