"""Rows as a CSV (RFC 4180) or TSV file that a spreadsheet opens as text and numbers, and never runs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path

from mycity_cli.errors import DataError
from mycity_cli.exchange.reading import open_text
from mycity_cli.exchange.signing_rows import COLUMNS, Row, Table
from mycity_cli.files import write_whole
from mycity_cli.spreadsheet import as_written, kept_text
from mycity_cli.tables.engine.marks import NO_ROW
from mycity_cli.tables.location import delimiter_of, file_format


def write(rows: Iterable[dict[str, str]], path: Path, *, replace: bool) -> None:
    """Write the file."""
    write_whole(path, _pieces(rows, delimiter_of("", file_format(path))), replace=replace)


def _pieces(rows: Iterable[dict[str, str]], delimiter: str) -> Iterator[str]:
    yield _line(COLUMNS, delimiter)
    for row in rows:
        yield _line(map(kept_text, row.values()), delimiter)


def _line(cells: Iterable[str], delimiter: str) -> str:
    buffer = io.StringIO()
    # The writer quotes the characters of its own line end; both have to be.
    csv.writer(buffer, delimiter=delimiter, lineterminator="\r\n").writerow(cells)
    return buffer.getvalue().removesuffix("\r\n") + "\n"


def read(path: Path) -> Table:
    """Return the rows of a file. Raises DataError where it cannot be read, holds nothing, or is no CSV."""
    lines = _lines(path)
    _, header = next(lines, (1, []))
    if not header:
        raise DataError("is empty", where=str(path), help="a table has a header line")
    rows = []
    for number, cells in lines:
        where = f"{path}:{number}"
        problems: tuple[DataError, ...] = ()
        if len(cells) != len(header):
            # A row with fewer cells may be the end of a file that was cut off.
            than = "more" if len(cells) > len(header) else "fewer"
            problems = (DataError(f"has {than} cells than the header line", where=where, help=NO_ROW),)
        rows.append(Row(where, dict(zip(header, map(as_written, cells), strict=False)), problems))
    return Table(tuple(header), rows)


_LONGEST_CELL = 16 * 1024 * 1024
"""The characters of the longest note that is read; a file without ends of lines must not fill the memory."""


def _lines(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield the cells of each line that has any, after the number of the line on which they start."""
    csv.field_size_limit(_LONGEST_CELL)
    text = open_text(path, newline="")
    delimiter = delimiter_of(text.readline(_LONGEST_CELL), file_format(path))
    text.seek(0)
    reader = csv.reader(text, delimiter=delimiter, strict=True)
    start = 1
    try:
        for cells in reader:
            if cells:
                yield start, cells
            start = reader.line_num + 1
    except csv.Error as error:
        raise DataError(f"no valid CSV: {error}", where=f"{path}:{start}") from error
