"""A table as its file has it, before anybody says what its columns mean: names of columns, and lines of cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cached_property
from typing import NamedTuple

Cell = str | int | Decimal | date | datetime | None
"""What stands in a cell: text, or the value of a file that has types. What is empty is None, or blank text."""


class Origin(Enum):
    """Where cells come from, as far as that decides what they can be."""

    TEXT = "text"
    """CSV and its kin: every cell is text as somebody wrote it."""

    JSON = "json"
    """Texts and numbers, a number as the text of its digits; nested values under paths such as `tender.value`."""

    EXCEL = "excel"
    """Spreadsheets: numbers, texts and days; a number in a column of days may be a serial."""

    TYPED = "typed"
    """Parquet and databases: columns of one type."""


class RawRow(NamedTuple):
    """A row of a file as it lies there, blank or not; `line` is where it starts, `problem` why it is no row at all."""

    cells: Sequence[Cell]
    line: int | None = None
    problem: str = ""


class Line(NamedTuple):
    """One row of a table: its number counts the rows behind the header from 1, blank ones too.

    `line` is the line of a text file that it starts on. `problem` says what is wrong with what is no row at all; it has
    no cells then. A row has as many cells as the table has columns. `file` is the one it is from where the table has
    several, each of which numbers its rows anew.
    """

    number: int
    cells: Sequence[Cell]
    line: int | None = None
    problem: str = ""
    file: str = ""


@dataclass(frozen=True)
class Sheet:
    """The lines of one file or sheet, without blank rows, titles above the header and remarks below the last row.

    `columns` are the names as they are written, trimmed, white space within them one space; an unnamed column is "".
    `titles` are the texts above the header: they may say a unit. `separator` is what stands between the cells of a text
    file. `encoding` is the one that a text was recognised or said to be in, `header_row` the row of the file that names
    the columns, counted from 1, 0 where there is none; `title` is that of this sheet among `sheets`, those of a
    workbook. `notes` tell what was found out and not said.
    """

    name: str
    origin: Origin
    columns: tuple[str, ...]
    lines: Sequence[Line]
    titles: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    # How a file is written, and where in it a table stands, is no part of what it says.
    separator: str = field(default="", compare=False)
    encoding: str = field(default="", compare=False)
    header_row: int = field(default=0, compare=False)
    title: str = field(default="", compare=False)
    sheets: tuple[str, ...] = field(default=(), compare=False)

    @cached_property
    def rows(self) -> list[Line]:
        """The lines that are rows."""
        return [line for line in self.lines if not line.problem]

    @cached_property
    def cells(self) -> Sequence[Sequence[Cell]]:
        """The cells of the rows, column by column."""
        return list(zip(*(line.cells for line in self.rows), strict=True)) or [()] * len(self.columns)


def is_filled(cell: Cell) -> bool:
    """Return whether anything stands in a cell."""
    return cell is not None and not (isinstance(cell, str) and (not cell or cell.isspace()))


def is_blank(cells: Sequence[Cell]) -> bool:
    """Return whether nothing stands in any cell of a row."""
    # Most rows have something in their first cell: this is quicker than asking `is_filled` of each.
    for cell in cells:
        if cell is not None and not (isinstance(cell, str) and (not cell or cell.isspace())):
            return False
    return True


def filled(lines: Iterable[Line]) -> list[Line]:
    """Return the lines that are rows: those in which anything stands."""
    return [line for line in lines if not is_blank(line.cells)]


def shown(cell: Cell) -> str:
    """Return a cell as the text of a name or a title: without white space around it, one space for any within."""
    return " ".join(str(cell).replace("\ufeff", "").replace("\u200b", "").split())
