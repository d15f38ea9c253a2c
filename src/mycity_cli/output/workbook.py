"""Workbooks of Excel, written by XlsxWriter: numbers as numbers, days as dates, and what a result lacks on a sheet."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mycity_cli.errors import DataError, MissingExtraError, visible
from mycity_cli.exact import grouped
from mycity_cli.figure import Figure, Scale
from mycity_cli.figure.amount_words import scale_name
from mycity_cli.messages import Language, Said, counted, listed, say, say_as, told
from mycity_cli.output.human import NUMERIC, list_text
from mycity_cli.output.listing import Card, Cell, Column, Kind, Listing, Nested
from mycity_cli.output.machine import cell_text
from mycity_cli.output.render import Style
from mycity_cli.output.verdict_colors import verdict_word
from mycity_cli.period import Period

NOTES = say_as("title", "Notes")
_RECORD = say_as("title", "Record")
_PIECE = 1 << 20
"""Bytes of a workbook that are handed on at once."""
_MADE = datetime(2000, 1, 1)  # noqa: DTZ001  # the files of two runs are the same, byte for byte
_MOST_DIGITS = 15
"""Digits of a number that a spreadsheet keeps."""
_MOST_CHARACTERS = 32_767
_MOST_ROWS = 1_048_576
_FIRST_YEAR = 1900
"""The year that the dates of a spreadsheet begin with."""
_WIDEST = 60
"""Cells that a column takes at most, however long its texts are."""
_NUMBER = re.compile(r"-?[0-9]{1,200}(?:\.([0-9]{1,200}))?")


def listing(listing: Listing[Any], style: Style) -> Iterator[bytes]:
    """Yield a workbook with a sheet for the listing, or for each of its sheets; its notes stand on one of their own.

    Raises MissingExtraError where XlsxWriter is not installed, and DataError for more rows than a sheet can hold.
    """
    try:
        from xlsxwriter import Workbook  # type: ignore[import-untyped]
        from xlsxwriter.exceptions import FileCreateError  # type: ignore[import-untyped]
    except ImportError as error:
        wrong = say("workbooks are written by XlsxWriter, which is not installed")
        raise MissingExtraError(wrong, help=say("pip install 'mycity-cli[tables]'")) from error
    # Rows, and the workbook itself, wait in files of a folder that goes in any case.
    with TemporaryDirectory(prefix="mycity-") as folder:
        made = Path(folder, "workbook.xlsx")
        book = Workbook(made, {"constant_memory": True, "tmpdir": folder})
        try:
            _fill(book, listing, style)
        except BaseException:
            with suppress(Exception):
                book.close()
            raise
        try:
            book.close()
        except FileCreateError as error:
            # What the system said is within it.
            raise (error.args[0] if error.args and isinstance(error.args[0], OSError) else error) from error
        with made.open("rb") as stream:
            while piece := stream.read(_PIECE):
                yield piece


def card(card: Card, style: Style) -> Iterator[bytes]:
    """Yield a workbook with one sheet: a field of the card a row, its name and its value."""
    language = style.language
    if language is Language.ENGLISH:
        columns = (Column[Any]("field", lambda row: row[0].name), Column[Any]("value", lambda row: row[1]))
    else:
        columns = (
            Column[Any]("field", lambda row: row[0].heading),
            Column[Any]("value", lambda row: _called(row[1], row[0], language)),
        )
    names = ("field", "value")
    fields = Listing[Any](columns, card.fields, default=names, on_terminal=names, in_json=names)
    return listing(fields._replace(title=_RECORD, notes=card.notes), style)


def _fill(book: Any, whole: Listing[Any], style: Style) -> None:
    book.set_properties({"created": _MADE})
    formats = _Formats(book)
    names: list[str] = []
    notes: list[str] = []
    for each in whole.sheets or [whole]:
        names.append(sheet_name(told(each.title, style.language), names))
        notes += _Page(book.add_worksheet(names[-1]), names[-1], formats, style).fill(each)
    every = [told(note, style.language) for note in (*whole.notes(), *notes)]
    _add_notes(book, sheet_name(told(NOTES, style.language), names), every)


def sheet_name(name: str, taken: Collection[str]) -> str:
    """Return a name that a sheet may have, like the one given and unlike those taken, whatever their case."""
    plain = re.sub(r"[\[\]:*?/\\]", " ", visible(name)).strip("' ")[:28] or "Sheet"
    others = {each.casefold() for each in taken} | {"history"}
    numbered = (plain if number == 1 else f"{plain} {number}" for number in range(1, len(others) + 2))
    return next(each for each in numbered if each.casefold() not in others)


def _add_notes(book: Any, name: str, notes: Sequence[str]) -> None:
    if not notes:
        return
    sheet = book.add_worksheet(name)
    sheet.set_column(0, 0, 100, book.add_format({"text_wrap": True, "valign": "top"}))
    for row, note in enumerate(notes):
        sheet.write_string(row, 0, visible(note)[:_MOST_CHARACTERS])


class _Formats:
    """The formats of the cells of a workbook: of each kind one, however many cells have it."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self.heading = book.add_format({"bold": True})
        self.heading_of_numbers = book.add_format({"bold": True, "align": "right"})
        self.date = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
        self.share = book.add_format({"num_format": "0.0%"})
        self.number = lru_cache(maxsize=None)(self._number)

    def _number(self, places: int) -> Any:
        return self._book.add_format({"num_format": f"#,##0.{'0' * min(places, 30)}" if places else "#,##0"})


class _Page:
    """Fills one sheet, row by row, and keeps what is to be told about it."""

    def __init__(self, sheet: Any, name: str, formats: _Formats, style: Style) -> None:
        self._sheet, self._name, self._formats, self._style = sheet, name, formats, style
        self._widths: list[int] = []
        self._as_text: list[str] = []
        self._cut: list[str] = []

    def fill(self, listing: Listing[Any]) -> list[str]:
        """Write the rows of a listing, and return notes on what a spreadsheet cannot hold as it is."""
        columns = listing.columns_named(listing.chosen or listing.in_workbook or listing.in_files)
        # In English a sheet has the names that it had before there was another language.
        if listing.in_workbook or not (listing.read_back or self._style.language is Language.ENGLISH):
            columns = tuple(_for_people(column, self._style.language) for column in columns)
        self._widths = [0] * len(columns)
        first = 0 if self._style.header is False else self._write_header(columns)
        cells = list(enumerate((column.get, column.kind, column.name) for column in columns))
        row = first - 1
        for row, record in enumerate(listing.records, start=first):
            if row >= _MOST_ROWS:
                raise DataError(
                    say("a sheet holds {most:,} rows, and there are more", most=_MOST_ROWS),
                    help=say("write a .csv file, or fewer rows"),
                )
            for index, (get, kind, name) in cells:
                self._write(row, index, get(record), kind, name)
        for index, width in enumerate(self._widths):
            self._sheet.set_column(index, index, min(width, _WIDEST) + 2)
        if columns and row >= first:
            # A year or an id of digits is text, and meant so.
            last = len(columns) - 1
            self._sheet.ignore_errors({"number_stored_as_text": (first, 0, row, last)})
        return self._notes(columns)

    def _write_header(self, columns: Sequence[Column[Any]]) -> int:
        for index, column in enumerate(columns):
            numeric = column.kind in NUMERIC
            format = self._formats.heading_of_numbers if numeric else self._formats.heading
            self._sheet.write_string(0, index, column.name, format)
            self._widths[index] = _cells(column.name)
        self._sheet.freeze_panes(1, 0)
        return 1

    def _write(self, row: int, index: int, cell: Cell, kind: Kind, name: str) -> None:
        if isinstance(cell, Nested):
            cell = cell.shown
        if cell is None or cell == ():
            return
        if kind is Kind.FLAG:
            self._sheet.write_boolean(row, index, bool(cell))
            shown = "FALSE"
        elif isinstance(cell, Period) and cell.is_day and cell.start and cell.start.year >= _FIRST_YEAR:
            self._sheet.write_datetime(row, index, cell.start, self._formats.date)
            shown = cell.text
        elif isinstance(cell, Figure | int | Fraction):
            shown = self._write_number(row, index, cell_text(cell, kind, self._style), kind, name)
        else:
            shown = self._write_text(row, index, visible(cell_text(cell, kind, self._style)), name)
        if len(shown) > self._widths[index] or not shown.isascii():
            self._widths[index] = max(self._widths[index], _cells(shown))

    def _write_number(self, row: int, index: int, text: str, kind: Kind, name: str) -> str:
        """Write a number that a spreadsheet keeps to its last digit; another as text. Return what is shown."""
        found = _NUMBER.fullmatch(text)
        if found is None or len(text.replace("-", "").replace(".", "").strip("0")) > _MOST_DIGITS:
            self._as_text.append(name)
            return self._write_text(row, index, text, name)
        format = self._formats.share if kind is Kind.SHARE else self._formats.number(len(found[1] or ""))
        self._sheet.write_number(row, index, Decimal(text), format)
        return grouped(text)

    def _write_text(self, row: int, index: int, text: str, name: str) -> str:
        if len(text) > _MOST_CHARACTERS:
            self._cut.append(name)
            text = f"{text[: _MOST_CHARACTERS - 1]}…"
        # As a string: what looks like a formula, a number or a link is none.
        self._sheet.write_string(row, index, text)
        return text

    def _notes(self, columns: Sequence[Column[Any]]) -> list[str]:
        notes: list[str] = []
        scale = self._style.scale
        amounts = [column.name for column in columns if column.kind is Kind.AMOUNT]
        if amounts and scale is not None and scale is not Scale.YUAN:
            notes.append(
                say("in units of one {scale}: {columns}", scale=scale_name(scale, None), columns=listed(amounts))
            )
        if self._as_text:
            notes.append(
                counted(
                    "written as text on sheet {sheet}, since a spreadsheet keeps {digits} digits: {number} number "
                    "under {columns}",
                    "written as text on sheet {sheet}, since a spreadsheet keeps {digits} digits: {number} numbers "
                    "under {columns}",
                    len(self._as_text),
                    sheet=self._name,
                    digits=_MOST_DIGITS,
                    columns=listed(dict.fromkeys(self._as_text)),
                )
            )
        if self._cut:
            notes.append(
                counted(
                    "cut on sheet {sheet}, since a cell holds {most:,} characters: {number} text under {columns}",
                    "cut on sheet {sheet}, since a cell holds {most:,} characters: {number} texts under {columns}",
                    len(self._cut),
                    sheet=self._name,
                    most=_MOST_CHARACTERS,
                    columns=listed(dict.fromkeys(self._cut)),
                )
            )
        return notes


def _for_people(column: Column[Any], language: Language) -> Column[Any]:
    """Return a column of a sheet that nobody reads back: by its title, and what it says as people call it."""
    if language is Language.ENGLISH:
        return column._replace(name=str(column.heading).replace("\n", " "))
    get, name = column.get, told(column.heading, language).replace("\n", "")
    return column._replace(name=name, get=lambda record: _called(get(record), column, language))


def _called(cell: Cell, column: Column[Any], language: Language) -> Cell:
    """Return a cell of a column as people call it in a language; a number and a day as they are."""
    if isinstance(cell, Nested):
        cell = cell.shown
    if isinstance(cell, Said):
        return told(cell, language)
    if isinstance(cell, tuple | Mapping):
        return list_text(cell, language)
    if not isinstance(cell, str):
        return cell
    if column.kind is Kind.VERDICT:
        return told(verdict_word(cell), language)
    return cell if column.said is None else column.said(cell, language)


def _cells(text: str) -> int:
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text[:_WIDEST])
