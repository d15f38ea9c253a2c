"""Spreadsheets as sheets: those of Excel, old and new, and OpenDocument, read by calamine."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any

from mycity_cli.errors import DataError, UnknownNameError, UsageError
from mycity_cli.messages import counted, listed, say
from mycity_cli.tables.extra import missing
from mycity_cli.tables.layout import laid_out
from mycity_cli.tables.settings import Layout
from mycity_cli.tables.sheet import Cell, Origin, RawRow, Sheet
from mycity_cli.tables.sources.sheets import SheetsError
from mycity_cli.tables.sources.workbook import ANEW, MOST_CELLS, error_cells, require_sound, why_unreadable

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook


def sheet_of_workbook(content: bytes, name: str, options: Layout) -> Sheet:
    """Return the sheet that --sheet names, or the only one that holds a table.

    Raises DataError for what is no spreadsheet, and where several sheets have a table; UsageError for an unknown sheet.
    """
    require_sound(content, name)
    book = _opened(content, name)
    names = book.sheet_names
    if options.sheet is not None:
        at = _chosen(options.sheet, names, name)
        return replace(_read(_sheet(book, names[at], name), at, content, name, options), sheets=tuple(names))
    filled = {at: sheet for at, each in enumerate(names) if (sheet := _sheet(book, each, name)).height}
    if not filled:
        raise DataError(say("is empty"), where=name, help=say("a table has a header line, or at least one row"))
    if len(filled) == 1:
        (only,) = filled
        return replace(_read(filled[only], only, content, name, options), sheets=tuple(names))
    return replace(_only_table(filled, content, name, options), sheets=tuple(names))


def _opened(content: bytes, name: str) -> CalamineWorkbook:
    try:
        from python_calamine import CalamineError, PasswordError, load_workbook
    except ImportError as error:
        raise missing(say("spreadsheets are read by python-calamine, which is not installed")) from error
    try:
        return load_workbook(BytesIO(content))
    except PasswordError as error:
        message = say("is locked with a password")
        raise DataError(message, where=name, help=say("open it, and save it without one")) from error
    except (CalamineError, OSError, ValueError) as error:
        why = why_unreadable(content, str(error))
        raise DataError(say("is no spreadsheet that can be read: {why}", why=why), where=name, help=ANEW) from error


def _sheet(book: CalamineWorkbook, title: str, name: str) -> CalamineSheet:
    from python_calamine import CalamineError

    try:
        return book.get_sheet_by_name(title)
    except (CalamineError, OSError, ValueError) as error:
        message = say("its sheet '{sheet}' cannot be read: {why}", sheet=title, why=error)
        raise DataError(message, where=name) from error


def _chosen(asked: str, names: Sequence[str], name: str) -> int:
    """Return the sheet of a name or, where none has it, of a number. Raises UsageError where there is none."""
    for same in (str, str.casefold):
        for at, each in enumerate(names):
            if same(each.strip()) == same(asked.strip()):
                return at
    if asked.isascii() and asked.isdigit():
        if 1 <= int(asked) <= len(names):
            return int(asked) - 1
        message = counted(
            "{file} has {number} sheet, and no sheet {asked}",
            "{file} has {number} sheets, and no sheet {asked}",
            len(names),
            file=name,
            asked=asked,
        )
        raise UsageError(message, where="--sheet")
    raise UnknownNameError(say("sheet"), asked, names, where="--sheet")


def _only_table(filled: Mapping[int, CalamineSheet], content: bytes, name: str, options: Layout) -> Sheet:
    """Return the only sheet with a table. Raises DataError where several have one, or none."""
    found: dict[str, Sheet] = {}
    for at, each in filled.items():
        try:
            sheet = _read(each, at, content, name, options)
        except (DataError, UsageError):
            continue
        if sheet.lines and sum(map(bool, sheet.columns)) > 1:
            found[each.name] = sheet
    if len(found) == 1:
        ((title, sheet),) = found.items()
        note = say(
            "read is the sheet '{sheet}' of {file}, the only one with a table; --sheet decides", sheet=title, file=name
        )
        return replace(sheet, notes=(note, *sheet.notes))
    titles = tuple(found or (each.name for each in filled.values()))
    sheets = listed(say("'{text}'", text=title) for title in titles)
    message = say("has no table that can be told on its sheets: {sheets}", sheets=sheets)
    if found:
        message = say("has tables on several sheets: {sheets}", sheets=sheets)
    raise SheetsError(message, titles, name, say("--sheet says which to read, by its name or number"))


def _read(sheet: CalamineSheet, at: int, content: bytes, name: str, options: Layout) -> Sheet:
    """Return a sheet, which is the one at a place of the workbook, from 0."""
    title = sheet.name
    if sheet.end is None:
        raise DataError(say("its sheet '{sheet}' is empty", sheet=title), where=name)
    bottom, right = sheet.end
    if (bottom + 1) * (right + 1) > MOST_CELLS:
        message = say(
            "its sheet '{sheet}' reaches to row {row} and column {column}",
            sheet=title,
            row=bottom + 1,
            column=right + 1,
        )
        raise DataError(message, where=name)
    rows: list[list[Any]] = sheet.to_python(skip_empty_area=False)
    is_full = True
    for column, cells in enumerate(zip(*rows, strict=True)):
        is_full = is_full and "" not in cells
        read = _read_column(cells)
        if read is not None:
            for row, cell in zip(rows, read, strict=True):
                row[column] = cell
    # Of a cell with an error calamine says that it is empty: where none is, the file is not read once more.
    for line, column, error in () if is_full else error_cells(content, at):
        if line < len(rows) and column < len(rows[line]):
            rows[line][column] = error
    merged = sheet.merged_cell_ranges or ()
    return replace(laid_out(list(map(RawRow, rows)), name, Origin.EXCEL, options, merged=merged), title=title)


def _read_column(cells: Sequence[Any]) -> list[Cell] | None:
    """Return what the cells of a column are, None where they are kept as calamine has them."""
    classes = set(map(type, cells))
    if classes <= _AS_THEY_ARE:
        return None
    if classes.isdisjoint(_AS_THEY_ARE) and classes.isdisjoint(_VALUES):
        return [int(cell) if cell.is_integer() and abs(cell) <= _LARGEST else _number(cell) for cell in cells]
    read: list[Any] = [
        cell if cell.__class__ in _AS_THEY_ARE else _VALUES.get(cell.__class__, _number)(cell) for cell in cells
    ]
    return read


_AS_THEY_ARE = frozenset({str, int, date})
"""The classes of cells that are kept: most are, and this is asked of each."""

_LARGEST = 2**53
"""From here on not every whole number is a binary one, and the shortest text is not all its digits."""


def _number(cell: Any) -> Cell:
    """Return the number that is the shortest text of a binary one."""
    if not cell.is_integer():
        return Decimal(repr(cell))
    return int(cell) if -_LARGEST <= cell <= _LARGEST else int(Decimal(repr(cell)))


def _truth(cell: bool) -> str:  # noqa: FBT001  # a cell
    return "true" if cell else "false"


def _moment(cell: datetime) -> date:
    is_day = (cell.hour, cell.minute, cell.second, cell.microsecond) == (0, 0, 0, 0)
    return cell.date() if is_day else cell


_VALUES: dict[type, Callable[[Any], Cell]] = {bool: _truth, datetime: _moment, time: str, timedelta: str}
"""What becomes of a cell that is neither kept nor a number, by its class."""
