"""Spreadsheets as sheets: those of Excel, old and new, and OpenDocument, read by calamine."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any

from mycity_cli.errors import DataError, UnknownNameError, UsageError
from mycity_cli.tables.layout import laid_out
from mycity_cli.tables.missing import missing
from mycity_cli.tables.settings import Layout
from mycity_cli.tables.sheet import Cell, Origin, RawRow, Sheet
from mycity_cli.tables.sources.workbook import error_cells, require_no_bomb

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_MOST_CELLS = 50_000_000
"""More cells than these, most of them empty, are no table."""


def sheet_of_workbook(content: bytes, name: str, options: Layout) -> Sheet:
    """Return the sheet that --sheet names, or the only one that holds a table.

    Raises DataError for what is no spreadsheet, and where several sheets have a table; UsageError for an unknown sheet.
    """
    require_no_bomb(content, name)
    book = _opened(content, name)
    names = book.sheet_names
    if options.sheet is not None:
        return _read(book, _chosen(options.sheet, names, name), content, name, options)
    filled = [at for at, each in enumerate(names) if _sheet(book, each, name).height]
    if not filled:
        raise DataError("is empty", where=name, help="a table has a header line, or at least one row")
    if len(filled) == 1:
        return _read(book, filled[0], content, name, options)
    return _only_table(book, filled, content, name, options)


def _opened(content: bytes, name: str) -> CalamineWorkbook:
    try:
        from python_calamine import CalamineError, PasswordError, load_workbook
    except ImportError as error:
        raise missing("spreadsheets are read by python-calamine", "is") from error
    try:
        return load_workbook(BytesIO(content))
    except PasswordError as error:
        message = "is locked with a password"
        raise DataError(message, where=name, help="open it, and save it without one") from error
    except (CalamineError, OSError, ValueError) as error:
        help = "save it anew as .xlsx or .csv"
        raise DataError(f"is no spreadsheet that can be read: {error}", where=name, help=help) from error


def _sheet(book: CalamineWorkbook, title: str, name: str) -> CalamineSheet:
    from python_calamine import CalamineError

    try:
        return book.get_sheet_by_name(title)
    except (CalamineError, OSError, ValueError) as error:
        raise DataError(f"its sheet '{title}' cannot be read: {error}", where=name) from error


def _chosen(asked: str, names: Sequence[str], name: str) -> int:
    """Return the sheet of a name or, where none has it, of a number. Raises UsageError where there is none."""
    for same in (str, str.casefold):
        for at, each in enumerate(names):
            if same(each.strip()) == same(asked.strip()):
                return at
    if asked.isascii() and asked.isdigit():
        if 1 <= int(asked) <= len(names):
            return int(asked) - 1
        count = f"{len(names)} sheet" if len(names) == 1 else f"{len(names)} sheets"
        raise UsageError(f"{name} has {count}, and no sheet {asked}", where="--sheet")
    raise UnknownNameError("sheet", asked, names, where="--sheet")


def _only_table(book: CalamineWorkbook, filled: Sequence[int], content: bytes, name: str, options: Layout) -> Sheet:
    """Return the only sheet with a table. Raises DataError where several have one, or none."""
    found: list[tuple[int, Sheet]] = []
    for at in filled:
        try:
            sheet = _read(book, at, content, name, options)
        except (DataError, UsageError):
            continue
        if sheet.lines and sum(map(bool, sheet.columns)) > 1:
            found.append((at, sheet))
    if len(found) == 1:
        at, sheet = found[0]
        note = f"read is the sheet '{book.sheet_names[at]}' of {name}, the only one with a table; --sheet decides"
        return Sheet(name, sheet.origin, sheet.columns, sheet.lines, sheet.titles, (note, *sheet.notes))
    listed = ", ".join(f"'{book.sheet_names[at]}'" for at, _ in found) or ", ".join(
        f"'{book.sheet_names[at]}'" for at in filled
    )
    message = (
        f"has tables on several sheets: {listed}" if found else f"has no table that can be told on its sheets: {listed}"
    )
    raise DataError(message, where=name, help="--sheet says which to read, by its name or number")


def _read(book: CalamineWorkbook, at: int, content: bytes, name: str, options: Layout) -> Sheet:
    title = book.sheet_names[at]
    sheet = _sheet(book, title, name)
    if sheet.end is None:
        raise DataError(f"its sheet '{title}' is empty", where=name)
    bottom, right = sheet.end
    if (bottom + 1) * (right + 1) > _MOST_CELLS:
        raise DataError(f"its sheet '{title}' reaches to row {bottom + 1} and column {right + 1}", where=name)
    rows = [[_TEXT(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    for row, column, error in error_cells(content, at):
        if row < len(rows) and column < len(rows[row]):
            rows[row][column] = error
    merged = sheet.merged_cell_ranges or ()
    return laid_out([RawRow(row) for row in rows], name, Origin.EXCEL, options, merged=merged)


def _TEXT(cell: Any) -> Cell:  # noqa: N802
    return (cell or None) if cell.__class__ is str else _value(cell)


def _value(cell: Any) -> Cell:
    """Return a cell that is no text; a number is what its shortest text says, and no binary number."""
    match cell:
        case bool():
            return "true" if cell else "false"
        case datetime():
            is_day = (cell.hour, cell.minute, cell.second, cell.microsecond) == (0, 0, 0, 0)
            return cell.date() if is_day else cell
        case date() | int():
            return cell
        case time() | timedelta():
            return str(cell)
    number = Decimal(repr(cell))
    whole = int(number)
    return whole if whole == number else number
