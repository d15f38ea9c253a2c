"""Opening files, or the bytes of one, as a sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from mycity_cli.errors import DataError, UsageError
from mycity_cli.formats import FileFormat
from mycity_cli.messages import say
from mycity_cli.spreadsheet import as_written, has_kept_text
from mycity_cli.tables import peeking
from mycity_cli.tables.location import Files, file_format
from mycity_cli.tables.settings import Layout
from mycity_cli.tables.sheet import Line, Origin, Sheet
from mycity_cli.tables.sources.content import plain_content, read_content

_TEXTS = (FileFormat.CSV, FileFormat.TSV, FileFormat.JSON_LINES, FileFormat.JSON)


def open_sheets(files: Files, options: Layout) -> Sheet:
    """Return the sheet that files are together.

    Raises DataError for what cannot be read, or files with other headers; UsageError for options that do not fit;
    MissingExtraError where a library is not installed.
    """
    sheets = [_of_file(path, options.format or file_format(path), options) for path in files.paths]
    return sheets[0] if len(sheets) == 1 else _together(sheets, files.name)


def sheet_of_bytes(content: bytes, name: str, options: Layout) -> Sheet:
    """Return the sheet that bytes are, such as those of standard input: in what format is found out if not said.

    Raises what `open_sheets` does.
    """
    content = plain_content(content, name)
    format = options.format or _recognised(content)
    return _of_content(content, name, format, options)


def format_of_bytes(content: bytes, name: str) -> FileFormat:
    """Return in what format bytes are, such as those of standard input. Raises DataError for what is damaged."""
    return _recognised(plain_content(content, name))


def _recognised(content: bytes) -> FileFormat:
    """Return the format of bytes, which are text in cells where nothing else is seen."""
    if peeking.is_workbook(content):
        return FileFormat.EXCEL
    if peeking.is_parquet(content):
        return FileFormat.PARQUET
    return FileFormat.JSON if peeking.is_json(content) else FileFormat.CSV


def _of_file(path: Path, format: FileFormat, options: Layout) -> Sheet:
    if format is FileFormat.PARQUET and path.suffix.lower() not in peeking.COMPRESSED:
        _require_fitting(format, options)
        from mycity_cli.tables.sources.parquet import sheet_of_parquet

        return sheet_of_parquet(path, str(path))
    return _of_content(read_content(path), str(path), format, options)


def _of_content(content: bytes, name: str, format: FileFormat, options: Layout) -> Sheet:
    notes: tuple[str, ...] = ()
    actual = _actual(content, format) if options.format is None else format
    if actual is not format:
        notes = (say("{file} is {format}, whatever its ending", file=name, format=_CALLED[actual]),)
    _require_fitting(actual, options)
    # Only the format that is read is imported.
    match actual:
        case FileFormat.EXCEL:
            from mycity_cli.tables.sources.excel import sheet_of_workbook

            sheet = sheet_of_workbook(content, name, options)
        case FileFormat.PARQUET:
            from mycity_cli.tables.sources.parquet import sheet_of_parquet_bytes

            sheet = sheet_of_parquet_bytes(content, name)
        case _:
            sheet = _of_text(content, name, actual, options)
    return replace(sheet, notes=(*notes, *sheet.notes)) if notes else sheet


def _actual(content: bytes, format: FileFormat) -> FileFormat:
    """Return the format of a file whose ending says another: programs save text as .xls, and people rename files."""
    if peeking.is_workbook(content):
        return FileFormat.EXCEL
    if peeking.is_parquet(content):
        return FileFormat.PARQUET
    return FileFormat.CSV if format is FileFormat.EXCEL and not peeking.is_markup(content) else format


_CALLED = {
    FileFormat.EXCEL: say("a spreadsheet"),
    FileFormat.PARQUET: say("a Parquet file"),
    FileFormat.CSV: say("text in cells"),
}


def _of_text(content: bytes, name: str, format: FileFormat, options: Layout) -> Sheet:
    from mycity_cli.tables.sources.text import decode

    if peeking.is_markup(content):
        raise DataError(say("is HTML or XML, and no table"), where=name, help=say("save it as .xlsx or .csv"))
    text, notes, encoding = decode(content, name, options.encoding)
    if format in (FileFormat.JSON, FileFormat.JSON_LINES):
        from mycity_cli.tables.sources.json_ import sheet_of_json

        sheet = sheet_of_json(text, name)
    else:
        from mycity_cli.tables.layout import laid_out
        from mycity_cli.tables.sources.delimited import rows_of_text

        rows, separator = rows_of_text(text, format)
        sheet = replace(laid_out(rows, name, Origin.TEXT, options), separator=separator)
        if has_kept_text(text):
            sheet = replace(sheet, lines=list(map(_unmarked, sheet.lines)))
    return replace(sheet, notes=(*notes, *sheet.notes), encoding=encoding) if notes or encoding else sheet


def _unmarked(line: Line) -> Line:
    """Return a line without the apostrophes that keep a spreadsheet from running what a cell holds."""
    return line._replace(cells=[as_written(cell) if isinstance(cell, str) else cell for cell in line.cells])


def _require_fitting(format: FileFormat, options: Layout) -> None:
    """Raise UsageError for an option that means nothing in a format."""
    if options.sheet is not None and format is not FileFormat.EXCEL:
        raise UsageError(say("is for spreadsheets, which have several sheets"), where="--sheet")
    if options.encoding is not None and format not in _TEXTS:
        raise UsageError(
            say("is for files of text"), where="--encoding", help=say("spreadsheets and Parquet say it themselves")
        )
    if options.header_row is not None and format not in (FileFormat.CSV, FileFormat.TSV, FileFormat.EXCEL):
        raise UsageError(say("is for text in cells and spreadsheets"), where="--header-row")


def _together(sheets: Sequence[Sheet], name: str) -> Sheet:
    """Return the sheet that sheets are together. Raises DataError where they have other columns.

    In JSON and Parquet a column that one lacks is empty there, as a key is that an object lacks.
    """
    first = sheets[0]
    columns = tuple(dict.fromkeys(column for sheet in sheets for column in sheet.columns))
    lines: list[Line] = []
    for sheet in sheets:
        if sheet.origin is not first.origin or (
            sheet.origin in (Origin.TEXT, Origin.EXCEL) and sheet.columns != first.columns
        ):
            message = say("its header line is not that of {file}", file=first.name)
            help = say("give files of one kind, or one file after the other")
            raise DataError(message, where=sheet.name, help=help)
        lines += _moved(sheet, columns) if sheet.columns != first.columns or columns != first.columns else _named(sheet)
    titles = tuple(dict.fromkeys(title for sheet in sheets for title in sheet.titles))
    notes = tuple(note for sheet in sheets for note in sheet.notes)
    same = first.columns if first.origin in (Origin.TEXT, Origin.EXCEL) else columns
    # What holds of each file holds of all.
    headers, encodings, chosen = (
        {getattr(sheet, of) for sheet in sheets} for of in ("header_row", "encoding", "title")
    )
    return Sheet(
        name,
        first.origin,
        same,
        lines,
        titles,
        notes,
        header_row=first.header_row if len(headers) == 1 else 0,
        encoding=first.encoding if len(encodings) == 1 else "",
        title=first.title if len(chosen) == 1 else "",
        sheets=first.sheets,
    )


def _named(sheet: Sheet) -> list[Line]:
    return [line._replace(file=sheet.name) for line in sheet.lines]


def _moved(sheet: Sheet, columns: Sequence[str]) -> list[Line]:
    """Return the lines of a sheet with their cells in the order of the columns of all."""
    places = [sheet.columns.index(column) if column in sheet.columns else None for column in columns]
    return [
        line._replace(
            file=sheet.name,
            cells=() if line.problem else [None if place is None else line.cells[place] for place in places],
        )
        for line in sheet.lines
    ]
