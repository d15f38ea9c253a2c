"""CSV and TSV files as tables, read by DuckDB."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, FromClause, String, column, func, select, text
from sqlalchemy.exc import DBAPIError

from mycity_cli.errors import DataError
from mycity_cli.tables.columns import find_columns
from mycity_cli.tables.engine.raw import TEXT, RawTable, Rejected
from mycity_cli.tables.location import FileFormat, Files, delimiter_of

_CSV = (
    "SELECT * FROM read_csv(:files, columns = :columns, delim = :delimiter, header = :header, quote = :quote, "
    "escape = :quote, strict_mode = :strict, auto_detect = false, store_rejects = true, filename = :filename)"
)


def separated(connection: Connection, files: Files, names: Mapping[str, str]) -> RawTable:
    """Return the table that files of CSV or TSV are.

    Raises DataError for files with other header lines, and for a column that must be there and is not.
    """
    headers = [_header(path, files.format) for path in files.paths]
    first, delimiter = headers[0]
    places = find_columns(first, names, where=str(files.paths[0]))
    for path, header in zip(files.paths, headers, strict=True):
        if header != headers[0]:
            message = f"its header line is not that of {files.paths[0]}"
            raise DataError(message, where=str(path), help="give files of one kind, or one file after the other")
    columns = {f"c{place}": "VARCHAR" for place in range(len(first))}
    rows = read_csv(files, columns, delimiter=delimiter, header=True, quote='"', strict=True)
    cells = {name: f"c{place}" for name, place in places.items()}
    return of_text(connection, files, rows, cells, numbered=numbered_rows(rows))


def of_text(
    connection: Connection, files: Files, rows: FromClause, columns: Mapping[str, str], *, numbered: FromClause
) -> RawTable:
    """Return the table of rows of text that were read from files line by line."""
    return RawTable(
        name=files.name,
        connection=connection,
        rows=rows,
        numbered=numbered,
        columns=columns,
        types=dict.fromkeys(columns, TEXT),
        has_files=len(files.paths) > 1,
        rejected=lambda: _rejected(connection),
    )


def numbered_rows(rows: FromClause) -> FromClause:
    """Return rows with their numbers, `row`, from 1."""
    return select(rows, func.row_number().over().label("row")).subquery()


def read_csv(files: Files, columns: Mapping[str, str], **options: Any) -> FromClause:
    """Return what DuckDB's reader of CSV makes of files, with these columns and options, and `file` of several."""
    several = len(files.paths) > 1
    query = text(_CSV).bindparams(files=patterns(files.paths), columns=dict(columns), filename=several, **options)
    there = [column(name, String) for name in columns]
    table = query.columns(*there, *([column("filename", String)] if several else [])).subquery()
    if not several:
        return table
    return select(*(table.c[name] for name in columns), table.c.filename.label("file")).subquery()


def _header(path: Path, format: FileFormat) -> tuple[list[str], str]:
    """Return the names in the header line of a file, and what stands between them."""
    try:
        with path.open("rb") as stream:
            line = stream.readline(LONGEST_HEADER).decode("utf-8-sig")
            delimiter = delimiter_of(line, format)
            # A name in quotation marks may hold the end of a line.
            while line.count('"') % 2 and (more := stream.readline(LONGEST_HEADER)):
                line += more.decode()
            names = next(csv.reader(line.splitlines(keepends=True), delimiter=delimiter), [])
    except UnicodeDecodeError as error:
        raise DataError("not in UTF-8", where=str(path), help="save the file as UTF-8") from error
    except (OSError, csv.Error) as error:
        raise DataError(f"cannot be read: {error}", where=str(path)) from error
    if not any(name.strip() for name in names):
        raise DataError("has no header line", where=str(path), help="the first line names the columns: city,amount")
    return names, delimiter


LONGEST_HEADER = 1024 * 1024


def _rejected(connection: Connection) -> list[Rejected]:
    """Return the lines that were no rows when the file was read last."""
    query = text(
        "SELECT DISTINCT file_path, line, CAST(error_type AS VARCHAR) AS kind FROM reject_errors "
        "JOIN reject_scans USING (scan_id, file_id) WHERE scan_id = (SELECT max(scan_id) FROM reject_scans) "
        "ORDER BY file_path, line"
    )
    try:
        found = connection.execute(query).all()
    except DBAPIError:
        # The tables are made with the first line that is no row.
        return []
    return [Rejected(file, line, _KINDS.get(kind, kind.lower())) for file, line, kind in found]


_KINDS = {
    "MISSING COLUMNS": "has fewer cells than the header line",
    "TOO MANY COLUMNS": "has more cells than the header line",
    "UNQUOTED VALUE": "has a quotation mark without its partner",
    "INVALID ENCODING": "is not in UTF-8",
    "INVALID STATE": "has a quotation mark in the midst of a cell",
    "LINE SIZE OVER MAXIMUM": "is longer than 2 MB",
}


def patterns(paths: Sequence[Path]) -> list[str]:
    """Return paths as DuckDB takes them: with what it would take for a pattern written out."""
    return [re.sub(r"([*?\[])", r"[\1]", str(path)) for path in paths]
