"""Rows as a CSV file (RFC 4180) that a spreadsheet opens as text and numbers, and never runs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path

from mycity_cli.errors import DataError
from mycity_cli.exchange.reading import read_text
from mycity_cli.exchange.signing_rows import COLUMNS, Row, Table
from mycity_cli.files import write_whole
from mycity_cli.spreadsheet import as_written, kept_text


def write(rows: Iterable[dict[str, str]], path: Path, *, replace: bool) -> None:
    """Write the file."""
    write_whole(path, _pieces(rows), replace=replace)


def _pieces(rows: Iterable[dict[str, str]]) -> Iterator[str]:
    yield _line(COLUMNS)
    for row in rows:
        yield _line(map(kept_text, row.values()))


def _line(cells: Iterable[str]) -> str:
    buffer = io.StringIO()
    # The writer quotes the characters of its own line end; both have to be.
    csv.writer(buffer, lineterminator="\r\n").writerow(cells)
    return buffer.getvalue().removesuffix("\r\n") + "\n"


def read(path: Path) -> Table:
    """Return the rows of a file. Raises DataError where it cannot be read, or is no CSV."""
    lines = _lines(path)
    _, header = next(lines, (1, []))
    rows = []
    for number, cells in lines:
        where = f"{path}:{number}"
        if len(cells) > len(header):
            raise DataError(f"has {len(cells)} cells, but the header {len(header)}", where=where)
        rows.append(Row(where, dict(zip(header, map(as_written, cells), strict=False))))
    return Table(tuple(header), rows)


def _lines(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield the cells of each line that has any, after the number of the line on which they start."""
    # A cell may be as long as a note is.
    csv.field_size_limit(2**31 - 1)
    reader = csv.reader(io.StringIO(read_text(path), newline=""), strict=True)
    start = 1
    try:
        for cells in reader:
            if cells:
                yield start, cells
            start = reader.line_num + 1
    except csv.Error as error:
        raise DataError(f"no valid CSV: {error}", where=f"{path}:{start}") from error
